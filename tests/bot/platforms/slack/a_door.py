"""The door in the real app, with the real Bolt app behind it and nobody behind that: what comes through is `heard`."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import urlencode

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from slack_bolt.async_app import AsyncApp

from bot.platforms.slack.answering import Reply
from bot.platforms.slack.answers import Me
from bot.platforms.slack.bolt_app import bolt_app
from bot.platforms.slack.door import PATH, add_door
from bot.platforms.slack.ourselves import Ourselves
from bot.platforms.slack.received import Received
from bot.web.app import make_app
from tests.bot.web.a_room import a_room

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
NOW = 1_800_000_000.0
ME = Me("T1", "UBOT", "BBOT", "klankbord", frozenset())

Answer = Callable[[Received], Awaitable[Reply]]


class WeAre:
    """Who the bot is, without asking."""

    async def known(self) -> Me:
        return ME


def a_bolt(listen: Answer) -> AsyncApp:
    return bolt_app(listen, cast(Ourselves, WeAre()))


def a_command(text: str = "join", **changes: Any) -> dict[str, Any]:
    return {
        "team_id": "T1", "channel_id": "C1", "channel_name": "sales", "user_id": "UANNA", "user_name": "anna",
        "command": "/klankbord", "text": text, "trigger_id": "1.1.abc", "response_url": "https://hooks.slack.com/x",
        **changes,
    }  # fmt: skip


def an_event(event: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    mention = {"type": "app_mention", "user": "UANNA", "channel": "C1", "text": "<@UBOT> join", "ts": "1.1"}
    return {
        "type": "event_callback", "team_id": "T1", "event_id": "Ev1",
        "event": {**mention, "team": "T1"} if event is None else event, **changes,
    }  # fmt: skip


def as_form(fields: dict[str, Any]) -> bytes:
    return urlencode(fields).encode()


def signature(body: bytes, timestamp: str, secret: str = SECRET) -> str:
    base = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


def signed(body: bytes, *, at: float = NOW, secret: str = SECRET) -> dict[str, str]:
    timestamp = str(int(at))
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature(body, timestamp, secret)}


@dataclass
class Door:
    client: TestClient[Any, Any]
    heard: list[Received] = field(default_factory=list)

    async def knock(self, body: bytes | dict[str, Any], headers: dict[str, str] | None = None) -> tuple[int, bytes]:
        """Signed just now, unless other headers are given. A dict goes as JSON."""
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = signed(sent) if headers is None else headers
        kind = "application/json" if sent.startswith(b"{") else "application/x-www-form-urlencoded"
        async with self.client.post(PATH, data=sent, headers={"Content-Type": kind, **headers}) as answer:
            return answer.status, await answer.read()


@asynccontextmanager
async def a_door(listen: Answer | None = None) -> AsyncIterator[Door]:
    heard: list[Received] = []

    async def hear(received: Received) -> Reply:
        heard.append(received)
        return await listen(received) if listen is not None else Reply()

    app: web.Application = make_app(a_room().ctx)
    add_door(app, a_bolt(hear), signing_secret=SECRET, wall=lambda: NOW)
    async with TestClient(TestServer(app)) as client:
        yield Door(client, heard)
