"""Between the bot and the playground: everything that the bot sends goes through here and is kept.

The playground shows the private chat of its first person only, and tells no page what is written at another.
"""

import time
import uuid
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from aiohttp import ClientSession, web
from yarl import URL

CONVERSATIONS = "/_connector/v3/conversations"
Show = Callable[[dict[str, Any]], None]


@dataclass(frozen=True)
class Sent:
    """`id` is "" where the playground gave none: an activity with both words and a card it cuts in two."""

    conversation: str
    id: str
    activity: Mapping[str, Any]
    replaces: bool = False


@dataclass
class Relay:
    """`beyond` is the playground's own address; `pages` by who sits at them; `chats` whose each private chat is, but
    for the first person's, where the playground itself tells the page."""

    url: str = ""
    beyond: str = ""
    sent: list[Sent] = field(default_factory=list)
    pages: dict[str, Show] = field(default_factory=dict)
    chats: dict[str, str] = field(default_factory=dict)

    def take(self, sent: Sent) -> None:
        self.sent.append(sent)
        whose = self.chats.get(sent.conversation)
        for frame in frames(sent) if whose in self.pages else ():
            self.pages[str(whose)](frame)

    def spread(self, frame: dict[str, Any], *, but: str) -> None:
        """A colleague's message in a channel, to everybody who has a page open; the playground keeps it to one page."""
        for who, show in self.pages.items():
            if who != but:
                show(frame)


@asynccontextmanager
async def a_relay() -> AsyncIterator[Relay]:
    relay = Relay()
    async with ClientSession(auto_decompress=False) as session:

        async def passing(request: web.Request) -> web.Response:
            return await _pass_on(request, relay, session)

        app = web.Application(client_max_size=10 * 1024 * 1024)
        app.router.add_route("*", "/{path:.*}", passing)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        relay.url = f"http://{host}:{port}"
        try:
            yield relay
        finally:
            await runner.cleanup()


async def _pass_on(request: web.Request, relay: Relay, session: ClientSession) -> web.Response:
    body = await request.read()
    kept = {name: request.headers[name] for name in ("Content-Type", "Authorization") if name in request.headers}
    there = URL(relay.beyond + request.raw_path, encoded=True)
    async with session.request(request.method, there, data=body, headers=kept) as answer:
        said = await answer.read()
        if answer.status < 300 and body:
            _keep(request, relay, await request.json(), await answer.json() if said else {})
        return web.Response(status=answer.status, body=said, content_type=answer.content_type)


def _keep(request: web.Request, relay: Relay, body: dict[str, Any], answer: dict[str, Any]) -> None:
    path = request.rel_url.raw_path.removeprefix(CONVERSATIONS)
    if not path and "activity" in body:
        relay.take(Sent(answer["id"], answer.get("activityId", ""), body["activity"]))
    elif "/activities" in path:
        conversation = unquote(path.split("/")[1])
        relay.take(Sent(conversation, answer.get("id", ""), body, replaces=request.method == "PUT"))


def frames(sent: Sent) -> list[dict[str, Any]]:
    """What the playground would tell the page, in its own form."""
    activity = sent.activity
    if activity.get("type") != "message":
        return []
    words, cards = activity.get("text"), activity.get("attachments", [])
    pieces = [(words, []), (None, cards)] if words and cards else [(words, cards)]
    return [_frame(sent, text, attachments) for text, attachments in pieces]


def _frame(sent: Sent, text: str | None, attachments: list[dict[str, Any]]) -> dict[str, Any]:
    message = {
        "messageId": sent.id or str(uuid.uuid4()),
        "timestamp": int(time.time() * 1000),
        **({"text": text, "textFormat": sent.activity.get("textFormat", "markdown")} if text else {}),
        "attachments": attachments,
        "attachmentLayout": sent.activity.get("attachmentLayout", "list"),
        "mentions": [],
    }
    action = "updateMessage" if sent.replaces else "createMessage"
    return {"action": action, "actionConversationId": sent.conversation, "message": message}


def written(conversation: str, person: str, typed: dict[str, Any], kept: dict[str, Any]) -> dict[str, Any]:
    """The same for what a person wrote: `kept` is the playground's answer, with a conversation when it began a post."""
    message = {**typed, **kept, "from": {"id": person}, "attachments": [], "attachmentLayout": "list"}
    return {"action": "createMessage", "actionConversationId": conversation, "message": message}
