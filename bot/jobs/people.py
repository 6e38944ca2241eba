"""Everybody with a role is looked for when their campaign is loaded, before the first of them is asked anything."""

from datetime import datetime

from bot.context import Context
from bot.roles import addresses_in


class PeopleJob:
    """Looks once for each set of people; who is not found then is looked for again when they are needed."""

    def __init__(self) -> None:
        self._looked_for: frozenset[str] = frozenset()

    async def __call__(self, ctx: Context, now: datetime) -> None:
        wanted = addresses_in(ctx.campaigns.values())
        if wanted == self._looked_for:
            return
        self._looked_for = wanted
        for platform in ctx.platforms.values():
            await platform.look_for_people()
