"""A Slack workspace on loopback: its Web API, its signed requests to the app, its sockets, and what its people do.

    async with a_fake_slack() as slack:
        slack.has(Someone("UANNA", "Anna", "anna@example.com"))
        slack.has_channel("C1", "general", "UBOT", "UANNA")
        slack.events_url = "http://127.0.0.1:8080/slack/events"
        reply = await slack.commands("UANNA", "C1", "join")
        await slack.presses("UANNA", slack.messages[0], "Join")

Without `events_url` what people do goes over the sockets that are connected.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import orjson
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from tests.fake_slack.acting import Acting
from tests.fake_slack.files import brought
from tests.fake_slack.hooks import respond
from tests.fake_slack.methods import answer
from tests.fake_slack.state import Request
from tests.wire_faults import Fault, cut_off

LARGEST = 2 * 1024**2


class FakeSlack(Acting):
    """Everything that tests use: see Workspace for the state, Delivering and Acting for what goes to the app."""

    def app(self) -> web.Application:
        app = web.Application(client_max_size=LARGEST)
        app.router.add_get("/link/", self.link)
        app.router.add_post("/hooks/{path:.*}", self._hook)
        app.router.add_post("/upload/{file}", self._file)
        app.router.add_route("*", "/api/{method}", self._method)
        return app

    async def _method(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        body = await _arguments(request)
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        given = token if scheme == "Bearer" else body.pop("token", None)
        self.requests.append(Request(method, given, body))
        return await self._served(request, method, lambda: answer(self, method, given, body))

    async def _hook(self, request: web.Request) -> web.StreamResponse:
        """No token is asked here; one that comes nevertheless is recorded."""
        address = f"{self.url.removesuffix('/api/')}{request.rel_url.raw_path}"
        body = await _arguments(request)
        self.requests.append(Request("response_url", request.headers.get("Authorization"), body))
        return await self._served(request, "response_url", lambda: respond(self, address, body))

    async def _file(self, request: web.Request) -> web.StreamResponse:
        """No token is asked here; one that comes nevertheless is recorded."""
        file, content = request.match_info["file"], await request.read()
        self.requests.append(Request("upload", request.headers.get("Authorization"), {"file": file}))
        return await self._served(request, "upload", lambda: brought(self, file, content))

    async def _served(self, request: web.Request, method: str, act: Callable[[], web.Response]) -> web.StreamResponse:
        await asyncio.sleep(0)  # whoever does not wait for this answer overlaps with it here
        fault = self._next_fault(method)
        usual = act() if fault.accepts or fault == Fault() else web.json_response({"ok": True})
        if fault.held is not None:
            await fault.held.wait()
        await asyncio.sleep(fault.seconds)
        if fault.cut:
            return await cut_off(request, fault.cut, half=b'{"ok": true, "ts": "17')
        if fault.status is not None:
            return web.Response(status=fault.status, headers=fault.headers, body=fault.body)
        return usual

    def _next_fault(self, method: str) -> Fault:
        for faults in (self.faults[method], self.faults["*"]):
            if faults:
                return faults.popleft()
        return Fault()


@asynccontextmanager
async def a_fake_slack(*, clock: Callable[[], float] | None = None) -> AsyncIterator[FakeSlack]:
    """Served until the end of the block."""
    async with ClientSession() as session:
        slack = FakeSlack(session) if clock is None else FakeSlack(session, clock=clock)
        async with TestServer(slack.app(), shutdown_timeout=0) as server:
            slack.url = str(server.make_url("/api/"))
            yield slack
            await slack.drop_sockets()


async def _arguments(request: web.Request) -> dict[str, Any]:
    """Of the query, a form or JSON, as Slack takes them; lists and views in a form are JSON in a field."""
    if request.content_type == "application/json":
        found = orjson.loads(await request.read())
        return found if isinstance(found, dict) else {}
    return {**request.query, **{name: str(value) for name, value in (await request.post()).items()}}
