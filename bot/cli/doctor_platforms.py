"""What `doctor` sees of the chat platforms: whether they let us in, and where each audience reads."""

import asyncio
from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.invalid_settings import InvalidSettings
from bot.settings import Settings
from bot.teams_settings import TeamsSettings
from campaigns.model import Campaign
from storage.base import Store
from storage.tables import BINDINGS, REFERENCES, Binding

Result = tuple[str, bool, str]


def look_at_platforms(settings: Settings, now: datetime) -> Iterator[Result]:
    """Their SDKs are slow to import, so only what is set up is."""
    if settings.teams is None and settings.slack is None:
        yield "platforms", True, "the room, in a browser on this machine"
    if settings.teams is not None:
        yield from _teams(settings.teams, now)
    if settings.slack is not None:
        from bot.platforms.slack.checkup import check_up

        yield from asyncio.run(check_up(settings.slack))


def _teams(teams: TeamsSettings, now: datetime) -> Iterator[Result]:
    from bot.platforms.teams.checkup import check_up

    try:
        yield from asyncio.run(check_up(teams, wall=now.timestamp))
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
