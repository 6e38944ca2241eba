"""A real bot on Slack: engine, handlers, door or socket, and client, with a fake Slack at the other end of the wire."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import count

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.all_platforms import connect_doors
from bot.assembly import Bot, assemble
from bot.platforms.base import Limits
from bot.platforms.slack.client import SlackClient
from bot.platforms.slack.door import PATH
from bot.platforms.slack.platform import SlackPlatform
from campaigns.model import Campaign
from storage.base import Store
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES
from tests.bot.platforms.living import Living
from tests.fake_slack.server import FakeSlack, a_fake_slack
from tests.fake_slack.shapes import words_in
from tests.fake_slack.state import Posted, Someone, Whisper
from tests.fakes import FixedClock
from tests.waiting import wait_until

CHANNEL = "C1"


def user(who: str) -> str:
    return f"U{who.upper()}"


def person(who: str) -> str:
    """The id that the bot knows somebody by."""
    return f"slack:{user(who)}"


def a_person(who: str, chat: str | None = None) -> Someone:
    return Someone(user(who), who.capitalize(), chat or f"{who}@example.com")


@dataclass
class SlackTalk(Living):
    """Everybody with a role is in the workspace and in its channel, and so are the `members`."""

    bot: Bot
    platform: SlackPlatform
    clock: FixedClock
    slack: FakeSlack

    async def idle(self) -> None:
        await self.platform.idle()

    def in_channel(self) -> list[Posted]:
        """What the bot has posted there."""
        return [posted for posted in self.slack.in_channel(CHANNEL) if posted.user == self.slack.bot_user]

    def whispered(self, who: str) -> list[Whisper]:
        return [whisper for whisper in self.slack.whispers if whisper.user == user(who)]

    def written(self, who: str) -> list[Posted]:
        """What the bot wrote in their private chat."""
        return [said for said in self.slack.in_channel(f"D{who.upper()}") if said.user == self.slack.bot_user]

    def to(self, who: str) -> list[str]:
        """All that only they can read."""
        private: list[Whisper | Posted] = [*self.whispered(who), *self.written(who)]
        return [words_in(shown.payload) for shown in sorted(private, key=lambda shown: shown.ts)]


@asynccontextmanager
async def a_platform(slack: FakeSlack, store: Store, *, over_socket: bool = False) -> AsyncIterator[SlackPlatform]:
    """One that has just started."""
    session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
    platform = SlackPlatform(
        client=SlackClient(session, slack.bot_token, base_url=slack.url),
        store=store,
        wall=slack.clock,
        signing_secret=None if over_socket else slack.signing_secret,
        app_token=slack.app_token if over_socket else None,
        base_url=slack.url,
        closers=(session.close,),
    )
    try:
        yield platform
    finally:
        await platform.close()


@asynccontextmanager
async def served(platform: SlackPlatform, slack: FakeSlack, app: web.Application) -> AsyncIterator[str]:
    """The app can be reached by the fake Slack, or has reached it. Gives its address."""
    async with TestServer(app) as server:
        if platform._signing_secret is not None:
            slack.events_url = str(server.make_url(PATH))
        else:
            await wait_until(lambda: bool(slack.sockets))
        yield str(server.make_url("")).rstrip("/")


@asynccontextmanager
async def a_workspace(
    *campaigns: Campaign,
    now: datetime,
    store: Store | None = None,
    members: tuple[str, ...] = (),
    over_socket: bool = False,
    paced: bool = False,
) -> AsyncIterator[SlackTalk]:
    """The campaigns are loaded, nothing is connected. `paced`: at the speed that Slack allows, in real time."""
    clock, secrets = FixedClock(now), count(1)
    store = store or MemoryStore(ALL_TABLES)
    async with a_fake_slack() as slack, a_platform(slack, store, over_socket=over_socket) as platform:
        if not paced:
            platform.limits = Limits()
        bot = assemble(
            store=store, clock=clock, files=list, new_secret=lambda: f"secret-{next(secrets)}", chats=[platform],
            at_once=1,
        )  # fmt: skip
        bot.ctx.campaigns.update({campaign.id: campaign for campaign in campaigns})
        roles = [a_person(who, known.chat) for item in campaigns for who, known in item.people.items()]
        slack.has(*roles, *(a_person(who) for who in members))
        slack.has_channel(CHANNEL, "sales", slack.bot_user, *slack.people)
        app = web.Application()
        connect_doors(bot, [platform], app)
        async with served(platform, slack, app):
            yield SlackTalk(bot, platform, clock, slack)
