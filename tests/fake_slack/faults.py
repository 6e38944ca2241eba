"""What can go wrong with one request to the fake Slack."""

import asyncio
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from socket import SO_LINGER, SOL_SOCKET
from typing import Any

import orjson
from aiohttp import web

PAGE = b"<html><body><h1>Bad Gateway</h1></body></html>"
_JSON = {"Content-Type": "application/json; charset=utf-8"}


@dataclass(frozen=True)
class Fault:
    """Without a `status` the request is answered as if nothing were wrong.

    `accepts`: what was asked is done, whatever is answered. `held` and `seconds`: wait first, after accepting.
    `cut`: "reset" before anything is answered, "close" likewise but politely, "half" of the answer only.
    """

    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    accepts: bool = False
    cut: str = ""
    seconds: float = 0.0
    held: asyncio.Event | None = None


def refuses(error: str, *, status: int = 200, accepts: bool = False, **more: Any) -> Fault:
    """A refusal as Slack words it; `accepts` for internal_error and its like after which it is there nevertheless."""
    return Fault(status, _JSON, orjson.dumps({"ok": False, "error": error, **more}), accepts)


def limited(seconds: float | str) -> Fault:
    headers = {**_JSON, "Retry-After": str(seconds)}
    return Fault(429, headers, orjson.dumps({"ok": False, "error": "ratelimited"}))


def html(status: int) -> Fault:
    return Fault(status, {"Content-Type": "text/html"}, PAGE)


def slow(seconds: float) -> Fault:
    return Fault(accepts=True, seconds=seconds)


def held(until: asyncio.Event) -> Fault:
    """Accepts at once, and answers when the test says so."""
    return Fault(accepts=True, held=until)


def elsewhere(address: str) -> Fault:
    return Fault(307, {"Location": address}, b"")


def answers(body: bytes, kind: str = "application/json") -> Fault:
    """200 and it is done, but this is what comes back."""
    return Fault(200, {"Content-Type": kind}, body, accepts=True)


RESET_BEFORE = Fault(cut="reset")
CLOSED_BEFORE = Fault(cut="close")
ANSWER_DROPPED = Fault(accepts=True, cut="close")
ANSWER_RESET = Fault(accepts=True, cut="reset")
HALF_ANSWER = Fault(accepts=True, cut="half")


async def cut_off(request: web.Request, how: str) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "1000", **_JSON})
    if how == "half":
        await response.prepare(request)
        await response.write(b'{"ok": true, "ts": "17')
    assert request.transport is not None
    if how == "reset":
        linger_not = struct.pack("ii", 1, 0)
        request.transport.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, linger_not)
        request.transport.abort()
    request.transport.close()
    return response
