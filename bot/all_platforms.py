"""The chat platforms that are set up; each is one folder and one line here. Without any, the room is served."""

from collections.abc import Callable, Iterable
from typing import Protocol

from aiohttp import web

from bot.assembly import Bot
from bot.clock import Clock
from bot.platforms.base import Platform, ReadImage
from bot.roles import addresses_in
from bot.settings import Settings
from storage.base import Store


class ChatPlatform(Platform, Protocol):
    """One that comes in at a door of ours. `wanted` tells it the addresses, in small letters, of whoever has a role;
    `images` what it shows."""

    wanted: Callable[[], frozenset[str]]
    images: ReadImage

    def add_to(self, app: web.Application) -> None: ...


async def open_playground(store: Store) -> tuple[ChatPlatform, frozenset[str]]:
    """Teams as its playground shows it, for whoever is at this machine, and who they are there."""
    from bot.platforms.teams.opening import AT_THE_PAGE, open_playground

    return await open_playground(store), frozenset({AT_THE_PAGE})


def connect_doors(bot: Bot, chats: Iterable[ChatPlatform], app: web.Application) -> None:
    for chat in chats:
        chat.wanted = lambda: addresses_in(bot.ctx.campaigns.values())
        chat.images = bot.ctx.images.of
        chat.add_to(app)


async def open_platforms(settings: Settings, *, store: Store, clock: Clock) -> list[ChatPlatform]:
    """Their SDKs are slow to import, so only what is set up is. Raises InvalidSettings."""
    opened: list[ChatPlatform] = []
    if settings.teams is not None:
        from bot.platforms.teams.opening import open_teams

        opened.append(await open_teams(settings.teams, store=store, clock=clock))
    if settings.slack is not None:
        from bot.platforms.slack.opening import open_slack

        opened.append(await open_slack(settings.slack, store=store, clock=clock))
    return opened
