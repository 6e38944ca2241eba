"""A server on loopback that behaves like the Bot Connector and records every message it accepted."""

import asyncio
from collections import Counter, defaultdict, deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from urllib.parse import unquote

import orjson
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.wire_faults import Fault, cut_off

CHANNEL = "19:general@thread.tacv2"


def says(status: int, code: str = "", **headers: str) -> Fault:
    """A refusal as Teams words it; `Retry_After="3"` becomes the header."""
    body = orjson.dumps({"error": {"code": code, "message": "Said by the fake."}} if code else {})
    return Fault(status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


def answers(body: bytes) -> Fault:
    """200 and it is posted, but this is what comes back."""
    return Fault(200, {"Content-Type": "application/json"}, body, accepts=True)


@dataclass(frozen=True)
class Request:
    """Everything that reached the server, whatever became of it. `path` is as it was on the wire."""

    method: str
    path: str
    conversation: str
    bearer: str | None
    body: Any


@dataclass
class Posted:
    """One message that it accepted. `reply_to` is "" for a message of its own; `was` is what it said before."""

    conversation: str
    id: str
    activity: dict[str, Any]
    reply_to: str = ""
    was: list[dict[str, Any]] = field(default_factory=list)
    deleted: bool = False


class FakeConnector:
    """`bearer`: the only token that it takes; None takes everybody. `closed`: conversation → 403 code.

    `faults` are for the next requests, one each; `faults_in` for the next in one conversation, a channel for its new
    threads. `meet` holds every request until that many are under way together.
    """

    def __init__(self, bearer: str | None = None) -> None:
        self.bearer = bearer
        self.closed: dict[str, str] = {}
        self.faults: deque[Fault] = deque()
        self.faults_in: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self.meet: asyncio.Barrier | None = None
        self.members: dict[str, list[dict[str, Any]]] = {}
        self.page_size = 500
        self.requests: list[Request] = []
        self.sent: list[Posted] = []
        self.under_way: Counter[str] = Counter()
        self.most_at_once: Counter[str] = Counter()
        self.url = ""
        self._numbers = count(1_700_000_000_000)

    def in_conversation(self, conversation: str) -> list[Posted]:
        """What it accepted there, in order; for a channel its threads and their messages too."""
        return [p for p in self.sent if p.conversation == conversation or p.conversation.startswith(f"{conversation};")]

    def app(self) -> web.Application:
        app = web.Application(client_max_size=4 * 1024**2)
        app.router.add_route("*", "/{path:.*}", self._serve)
        return app

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        path = [unquote(part) for part in request.raw_path.partition("?")[0].split("/")[1:]]
        text = await request.read()
        body = orjson.loads(text) if text else None
        place = _place(path, body)
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        bearer = token if scheme == "Bearer" else None
        self.requests.append(Request(request.method, request.raw_path, place, bearer, body))
        with self._counted(place):
            if self.meet is not None:
                await self.meet.wait()
            await asyncio.sleep(0)  # whoever does not wait for this answer overlaps with it here
            return await self._answer(request, path, body, place, self._next_fault(place), bearer)

    def _next_fault(self, place: str) -> Fault:
        for faults in (self.faults_in[place], self.faults):
            if faults:
                return faults.popleft()
        return Fault()

    @contextmanager
    def _counted(self, place: str) -> Iterator[None]:
        for key in (place, ""):  # "" counts them all
            self.under_way[key] += 1
            self.most_at_once[key] = max(self.most_at_once[key], self.under_way[key])
        try:
            yield
        finally:
            self.under_way.subtract((place, ""))

    async def _answer(
        self, request: web.Request, path: list[str], body: Any, place: str, fault: Fault, bearer: str | None
    ) -> web.StreamResponse:
        known = self._refused(place, bearer)
        usual = known or _json(200, {})
        if known is None and (fault.accepts or fault == Fault()):
            usual = self._do(request, path, body)
        if fault.held is not None:
            await fault.held.wait()
        await asyncio.sleep(fault.seconds)
        if fault.cut:
            return await cut_off(request, fault.cut, half=b'{"id": "17')
        if known is None and fault.status is not None:
            return web.Response(status=fault.status, headers=fault.headers, body=fault.body)
        return usual

    def _refused(self, place: str, bearer: str | None) -> web.Response | None:
        if self.bearer is not None and bearer != self.bearer:
            return _error(401, "Unauthorized")
        if place in self.closed:
            return _error(403, self.closed[place])
        return None

    def _do(self, request: web.Request, path: list[str], body: Any) -> web.Response:
        match request.method, path[path.index("v3") :]:
            case "POST", ["v3", "conversations"]:
                return self._create(body)
            case "POST", ["v3", "conversations", conversation, "activities", *to]:
                return _json(201, {"id": self._post(conversation, body, *to).id})
            case "PUT" | "DELETE" as method, ["v3", "conversations", conversation, "activities", activity]:
                return self._change(method, conversation, activity, body)
            case "GET", ["v3", "conversations", conversation, "pagedmembers"]:
                return self._page(conversation, request.query.get("continuationToken", "0"))
            case "GET", ["v3", "conversations", conversation, "members", person]:
                found = [member for member in self.members.get(conversation, ()) if member["id"] == person]
                return _json(200, found[0]) if found else _error(404, "MemberNotFoundInConversation")
        return _error(404, "NotFound")

    def _create(self, body: dict[str, Any]) -> web.Response:
        if not body.get("isGroup"):
            return _json(201, {"id": f"a:with-{body['members'][0]['id']}"})
        number = str(next(self._numbers))
        thread = f"{body['channelData']['channel']['id']};messageid={number}"
        self.sent.append(Posted(thread, number, body["activity"]))
        return _json(201, {"id": thread, "activityId": number, "serviceUrl": self.url})

    def _post(self, conversation: str, activity: dict[str, Any], reply_to: str = "") -> Posted:
        self.sent.append(Posted(conversation, str(next(self._numbers)), activity, reply_to))
        return self.sent[-1]

    def _change(self, method: str, conversation: str, activity: str, body: Any) -> web.Response:
        there = [p for p in self.sent if (p.conversation, p.id, p.deleted) == (conversation, activity, False)]
        if not there:
            return _error(404, "ActivityNotFoundInConversation")
        there[0].was.append(there[0].activity)
        there[0].activity, there[0].deleted = body or {}, method == "DELETE"
        return _json(200, {"id": activity})

    def _page(self, conversation: str, token: str) -> web.Response:
        if conversation not in self.members:
            return _error(404, "ConversationNotFound")
        start, everybody = int(token), self.members[conversation]
        end = start + self.page_size
        more = {"continuationToken": str(end)} if end < len(everybody) else {}
        return _json(200, {"members": everybody[start:end], **more})


@asynccontextmanager
async def fake_connector(bearer: str | None = None) -> AsyncIterator[FakeConnector]:
    """Served until the end of the block; `url` is the service URL, with a region as in the real one."""
    fake = FakeConnector(bearer)
    async with TestServer(fake.app(), shutdown_timeout=0) as server:
        fake.url = str(server.make_url("/emea/"))
        yield fake


def _place(path: list[str], body: Any) -> str:
    """The conversation; for a new one its channel or its person."""
    here = path[path.index("v3") + 2 :] if "v3" in path else []
    if here:
        return here[0]
    channel = ((body or {}).get("channelData") or {}).get("channel") or {}
    people = (body or {}).get("members") or [{}]
    return str(channel.get("id") or people[0].get("id") or "")


def _json(status: int, body: Any) -> web.Response:
    return web.Response(status=status, body=orjson.dumps(body), content_type="application/json")


def _error(status: int, code: str) -> web.Response:
    return _json(status, {"error": {"code": code, "message": "Said by the fake."}})
