"""An image of a campaign for the room's page, from memory, by its hash; as what its own bytes say that it is."""

from typing import Final

from aiohttp import web

from bot.context import Context
from campaigns.image_kinds import kind_of

# The address holds the hash, so what it shows never changes.
FOR_EVER: Final = {"Cache-Control": "private, max-age=31536000, immutable"}


async def show_image(ctx: Context, request: web.Request) -> web.Response:
    """404 when no campaign has it any more: the page then shows its description."""
    content = ctx.images.of(request.match_info["mark"])
    if content is None:
        raise web.HTTPNotFound
    return web.Response(body=content, content_type=kind_of(content), headers=FOR_EVER)
