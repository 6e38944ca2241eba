"""What `doctor` sees of the chat platforms: whether they let us in, and where each audience reads."""

import asyncio
from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.invalid_settings import InvalidSettings
from bot.settings import Settings
from campaigns.model import Campaign
from storage.base import Store
from storage.tables import BINDINGS, REFERENCES, Binding

Result = tuple[str, bool, str]


def look_at_platforms(settings: Settings, now: datetime) -> Iterator[Result]:
    if settings.teams is None:
        yield "platforms", True, "the room, in a browser on this machine"
        return
    from bot.platforms.teams.checkup import check_up  # slow to import, and only Teams needs it

    try:
        yield from asyncio.run(check_up(settings.teams, wall=now.timestamp))
    except InvalidSettings as error:
        yield from (("Teams: login", False, problem) for problem in error.problems)


async def bindings_in(store: Store) -> dict[str, tuple[Binding, str]]:
    """Where each audience reads, and what people call that channel where we know it."""
    async with store.transaction() as tx:
        bound = await tx.find(BINDINGS)
        names = {key: reference.name for key, reference in await tx.find(REFERENCES)}
    return {key: (binding, names.get(f"{binding.platform}:{binding.channel}", "")) for key, binding in bound}


def look_at_audiences(campaigns: Iterable[Campaign], bound: dict[str, tuple[Binding, str]]) -> Iterator[Result]:
    for campaign in campaigns:
        for audience, written in campaign.audiences.items():
            yield _audience(
                f"{campaign.id}/{audience}", audience, written.channel, bound.get(f"{campaign.id}/{audience}")
            )


def _audience(about: str, audience: str, channel: str, bound: tuple[Binding, str] | None) -> Result:
    to_do = f"the owner types connect {audience} in the channel {channel}"
    if bound is None or bound[0].platform == "room":
        return about, False, f"not connected: {to_do}"
    binding, name = bound
    if binding.closed:
        return about, False, f"{name or binding.channel} refuses posts ({binding.closed}): add the app to it again"
    return about, True, f"{binding.platform}: {name or binding.channel}"
