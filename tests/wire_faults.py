"""What can go wrong with one request to a fake server, whichever platform it plays."""

import asyncio
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from socket import SO_LINGER, SOL_SOCKET

from aiohttp import web

GATEWAY_PAGE = b"<html><body><h1>502 Bad Gateway</h1></body></html>"


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


def slow(seconds: float) -> Fault:
    return Fault(accepts=True, seconds=seconds)


def held(until: asyncio.Event) -> Fault:
    """Accepts at once, and answers when the test says so."""
    return Fault(accepts=True, held=until)


def html(status: int) -> Fault:
    return Fault(status, {"Content-Type": "text/html"}, GATEWAY_PAGE)


def elsewhere(address: str) -> Fault:
    return Fault(307, {"Location": address}, b"")


RESET_BEFORE = Fault(cut="reset")
CLOSED_BEFORE = Fault(cut="close")
ANSWER_DROPPED = Fault(accepts=True, cut="close")
ANSWER_RESET = Fault(accepts=True, cut="reset")
HALF_ANSWER = Fault(accepts=True, cut="half")


async def cut_off(request: web.Request, how: str, *, half: bytes) -> web.StreamResponse:
    """`half`: how the answer begins that never ends."""
    response = web.StreamResponse(headers={"Content-Length": "1000", "Content-Type": "application/json"})
    if how == "half":
        await response.prepare(request)
        await response.write(half)
    assert request.transport is not None
    if how == "reset":
        linger_not = struct.pack("ii", 1, 0)
        request.transport.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, linger_not)
        request.transport.abort()
    request.transport.close()
    return response
