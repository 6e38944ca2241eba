"""The bot's web app: health for whoever runs it, and the room for whoever is at this machine."""

from functools import partial
from pathlib import Path
from typing import Final

from aiohttp import web

from bot.context import Context
from bot.platforms.room.platform import RoomPlatform
from bot.web.clock_controls import ClockControls, Colleagues
from bot.web.guard import add_headers, guard
from bot.web.health import add_health
from bot.web.room_acts import LARGEST_BODY, add_person, answered, press, react, say, turn_clock
from bot.web.room_hub import RoomHub
from bot.web.room_images import show_image
from bot.web.room_page import Room, pages, show_page, stream_page, warm_up
from bot.web.room_plan import Plans

STATIC: Final = Path(__file__).parent / "static"


def make_app(
    ctx: Context,
    *,
    room: RoomPlatform | None = None,
    hub: RoomHub | None = None,
    controls: ClockControls | None = None,
    colleagues: Colleagues | None = None,
) -> web.Application:
    """`room` is None where only Teams or Slack are served. `controls` are a rehearsal's; the real clock has none."""
    app = web.Application(middlewares=[guard], client_max_size=LARGEST_BODY)
    app.on_response_prepare.append(add_headers)
    add_health(app, ctx)
    if room is not None:
        _add_room(app, Room(ctx, room, hub or RoomHub(), controls, colleagues, Plans(), pages()))
    return app


def _add_room(app: web.Application, room: Room) -> None:
    async def to_room(_: web.Request) -> web.Response:
        raise web.HTTPFound("/room")

    async def get_ready(_: web.Application) -> None:
        await room.platform.remember_colleagues()
        warm_up(room)

    room.platform.listeners.append(room.hub.stir)
    room.ctx.watchers.append(lambda event: room.hub.stir())

    async def let_go(_: web.Application) -> None:
        room.hub.close()

    app.on_startup.append(get_ready)
    app.on_shutdown.append(let_go)
    router = app.router
    router.add_get("/", to_room)
    router.add_get("/room", partial(show_page, room))
    router.add_get("/room/image/{mark}", partial(show_image, room.ctx))
    router.add_get("/room/events", partial(stream_page, room))
    router.add_post("/room/say", answered(room, say))
    router.add_post("/room/press", answered(room, press))
    router.add_post("/room/react", answered(room, react))
    router.add_post("/room/clock", answered(room, turn_clock))
    router.add_post("/room/person", answered(room, add_person))
    router.add_static("/room/static", STATIC)
