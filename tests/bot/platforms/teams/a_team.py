"""A real bot on Teams: engine, handlers, door and connector, with a fake Bot Connector at the other end of the wire."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.all_platforms import connect_doors
from bot.assembly import Bot, assemble
from bot.platforms.base import Limits
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.gate import OpenGate
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.platform import TeamsPlatform
from bot.platforms.teams.tokens import NoTokens
from campaigns.model import Campaign
from storage.base import Store
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES
from tests.bot.platforms.living import Living
from tests.fake_connector import FakeConnector, Posted, fake_connector
from tests.fakes import FixedClock

TENANT = "11111111-1111-4111-8111-111111111111"
TEAM = "19:sales@thread.tacv2"
CHANNEL = "19:crm@thread.tacv2"
PRESS = "application/vnd.microsoft.card.adaptive"


def aad(who: str) -> str:
    return f"aad-{who}"


def person(who: str) -> str:
    """The id that the bot knows somebody by."""
    return f"teams:{aad(who)}"


def a_member(who: str, chat: str | None = None) -> dict[str, Any]:
    address = chat or f"{who}@example.com"
    return {
        "id": f"29:{who}", "aadObjectId": aad(who), "name": who.capitalize(), "email": address,
        "userPrincipalName": address, "tenantId": TENANT,
    }  # fmt: skip


@dataclass
class TeamsTalk(Living):
    """`members` of the fake's team are known to the directory; anybody else is a stranger to it."""

    bot: Bot
    teams: TeamsPlatform
    clock: FixedClock
    connector: FakeConnector
    address: str
    session: aiohttp.ClientSession
    events: "count[int]" = field(default_factory=count)

    async def idle(self) -> None:
        await self.teams.idle()

    async def brings(self, activity: dict[str, Any]) -> tuple[int, Any]:
        """What Teams would bring to the door; gives the status and the JSON that comes back at once."""
        async with self.session.post(f"{self.address}/api/messages", json=activity) as response:
            text = await response.text()
            answer = await response.json() if text else None
        await self.quiet()
        return response.status, answer

    def activity(self, who: str, kind: str, *, private: bool = False, **fields: Any) -> dict[str, Any]:
        where = f"a:with-29:{who}" if private else f"{CHANNEL};messageid=1"
        channel = {"team": {"id": TEAM, "name": "Sales"}, "channel": {"id": CHANNEL, "name": "CRM"}}
        return {
            "type": kind,
            "id": f"event-{next(self.events)}",
            "channelId": "msteams",
            "serviceUrl": self.connector.url,
            "from": {"id": f"29:{who}", "aadObjectId": aad(who), "name": who.capitalize()},
            "recipient": {"id": "28:bot", "name": "Klankbord"},
            "conversation": {
                "id": where,
                "tenantId": TENANT,
                "conversationType": "personal" if private else "channel",
                "isGroup": not private,
            },
            "channelData": {"tenant": {"id": TENANT}, **({} if private else channel)},
            **fields,
        }

    async def installs(self, who: str, *, private: bool = False, action: str = "add") -> None:
        await self.brings(self.activity(who, "installationUpdate", private=private, action=action))

    async def says(self, who: str, text: str, *, private: bool = False) -> None:
        words = text if private else f"<at>Klankbord</at> {text}"
        await self.brings(self.activity(who, "message", private=private, text=words, textFormat="plain"))

    async def presses(self, who: str, posted: Posted, title: str, *, text: str = "", private: bool = False) -> Any:
        """The button as it is on the card; returns what the client gets in its place."""
        data = {**the_button(posted, title), "text": text} if text else the_button(posted, title)
        value = {"action": {"type": "Action.Execute", "title": title, "verb": data["verb"], "data": data}}
        where = {
            "id": posted.conversation,
            "tenantId": TENANT,
            "conversationType": "personal" if private else "channel",
        }
        asked = self.activity(who, "invoke", private=private, name="adaptiveCard/action", value=value)
        status, answer = await self.brings({**asked, "conversation": where, "replyToId": posted.id})
        assert (status, answer["statusCode"]) == (200, 200)
        return answer["value"]

    def in_channel(self) -> list[Posted]:
        return self.connector.in_conversation(CHANNEL)

    def to(self, who: str) -> list[str]:
        """What somebody reads in their private chat."""
        return [words_of(posted.activity) for posted in self.connector.in_conversation(f"a:with-29:{who}")]


@asynccontextmanager
async def a_team(
    *campaigns: Campaign,
    now: datetime,
    store: Store | None = None,
    members: tuple[str, ...] = (),
    at_once: int = 1,
    paced: bool = True,
) -> AsyncIterator[TeamsTalk]:
    """The campaigns are loaded, nothing is connected; everybody with a role and `members` are in the team.

    `paced`: at the speed that Teams allows, in real time.
    """
    clock, secrets = FixedClock(now), count(1)
    store = store or MemoryStore(ALL_TABLES)
    async with (
        fake_connector() as connector,
        aiohttp.ClientSession() as client,
        a_teams_platform(connector, store) as teams,
    ):
        if not paced:
            teams.limits = Limits()
        bot = assemble(
            store=store, clock=clock, files=list, new_secret=lambda: f"secret-{next(secrets)}", chats=[teams],
            at_once=at_once,
        )  # fmt: skip
        loaded = {campaign.id: campaign for campaign in campaigns}
        bot.ctx.campaigns.update(loaded)
        roles = [a_member(who, known.chat) for item in campaigns for who, known in item.people.items()]
        connector.members[TEAM] = [*roles, *(a_member(who) for who in members)]
        connector.members |= {f"a:with-{member['id']}": [member] for member in connector.members[TEAM]}
        app = web.Application()
        connect_doors(bot, [teams], app)
        async with TestServer(app) as server:
            yield TeamsTalk(bot, teams, clock, connector, str(server.make_url("")).rstrip("/"), client)


@asynccontextmanager
async def a_teams_platform(connector: FakeConnector, store: Store) -> AsyncIterator[TeamsPlatform]:
    """One that has just started."""
    session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
    teams = TeamsPlatform(
        bot_id="28:bot",
        tenants=frozenset({TENANT}),
        gate=OpenGate(),
        connector=Connector(session, NoTokens(), Hosts.loopback()),
        store=store,
        closers=(session.close,),
    )
    try:
        yield teams
    finally:
        await teams.close()


def card_in(activity: dict[str, Any]) -> dict[str, Any] | None:
    attached = activity.get("attachments") or [{}]
    card: dict[str, Any] | None = attached[0].get("content")
    return card


def words_of(shown: Any) -> str:
    """Every text of an activity or a card, a line each."""
    if isinstance(shown, dict) and shown.get("attachments"):
        return words_of(card_in(shown))
    return "\n".join(_texts(shown))


def _texts(shown: Any) -> list[str]:
    if isinstance(shown, list):
        return [text for item in shown for text in _texts(item)]
    if not isinstance(shown, dict):
        return []
    if shown.get("type") == "RichTextBlock":
        return ["".join(run["text"] if isinstance(run, dict) else run for run in shown["inlines"])]
    own = [shown["text"]] if isinstance(shown.get("text"), str) else []
    return own + [text for key in ("body", "items", "columns") for text in _texts(shown.get(key, []))]


def titles_of(shown: Any) -> list[str]:
    """What stands on the buttons of an activity or a card."""
    card = card_in(shown) if isinstance(shown, dict) and "attachments" in shown else shown
    return [action["title"] for action in _actions(card)]


def the_button(posted: Posted, title: str) -> dict[str, Any]:
    [action] = [action for action in _actions(card_in(posted.activity)) if action["title"] == title]
    if action["type"] == "Action.ShowCard":
        action = _actions(action["card"])[0]
    assert action["type"] == "Action.Execute"
    data: dict[str, Any] = action["data"]
    return data


def _actions(shown: Any) -> list[dict[str, Any]]:
    if isinstance(shown, list):
        return [action for item in shown for action in _actions(item)]
    if not isinstance(shown, dict):
        return []
    return list(shown.get("actions", [])) + [
        action for key in ("body", "items", "columns") for action in _actions(shown.get(key, []))
    ]
