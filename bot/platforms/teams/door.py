"""Where Teams comes in: one POST, capped while it is read, heard only after the gate has admitted it."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson
from aiohttp import web

from bot.loopback import is_loopback
from bot.platforms.capped_body import quote_nobody, read_capped, where
from bot.platforms.teams.gate import Gate, Refused, is_this_machine
from storage.base import StoreProblem

PATH: Final = "/api/messages"
LARGEST_ACTIVITY: Final = 256 * 1024
DEEPEST: Final = 64  # levels; code that walks an activity by recursion stays far from its end
SLOWEST: Final = 15.0  # seconds for a body to arrive
# Who sends one of these stands between us and somebody else, or is a page in a browser on this machine.
_BEHIND: Final = ("Origin", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reply:
    status: int = 200
    body: Mapping[str, Any] | None = None


Listen = Callable[[dict[str, Any]], Awaitable[Reply]]


def add_door(app: web.Application, *, gate: Gate, listen: Listen) -> None:
    """Beside the gate's answers: 400 no activity, 408 too slow, 413 too large, 503 not kept, so Teams brings it again.

    500 is a bug of ours and nothing else, for Teams stops delivering after it.
    """

    async def come_in(request: web.Request) -> web.Response:
        try:
            activity = await _admitted(request, gate)
        except Refused as refused:
            log.warning("Refused with %d: %s.", refused.status, refused.reason)
            headers = {"WWW-Authenticate": "Bearer"} if refused.status == 401 else None
            return web.Response(status=refused.status, headers=headers)
        return await _heard(activity, listen)

    app.router.add_post(PATH, come_in)
    quote_nobody()


async def _admitted(request: web.Request, gate: Gate) -> dict[str, Any]:
    """The gate judges an unreadable body too, as an empty activity: a stranger learns nothing of what we can read."""
    activity = _activity_in(await read_capped(request, largest=LARGEST_ACTIVITY, slowest=SLOWEST))
    named = request.headers.getall("Authorization", [])
    await gate.admit(named[0] if len(named) == 1 else None, activity or {}, remote=_remote(request))
    if activity is None:
        raise web.HTTPBadRequest
    return activity


def _activity_in(body: bytes) -> dict[str, Any] | None:
    try:
        activity = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return activity if isinstance(activity, dict) and not _is_deeper(activity, DEEPEST) else None


def _is_deeper(activity: dict[str, Any], levels: int) -> bool:
    """Level by level, for a recursion would end where the depth begins to matter."""
    level: list[Any] = [activity]
    while level and levels:
        insides = [outer.values() if isinstance(outer, dict) else outer for outer in level]
        level = [inner for inside in insides for inner in inside if isinstance(inner, dict | list)]
        levels -= 1
    return bool(level)


def _remote(request: web.Request) -> str | None:
    """A tunnel and a web page also connect from this machine; they show in what they send."""
    if any(name in request.headers for name in _BEHIND):
        return None
    if is_this_machine(request.remote) and not is_loopback(request.headers.get("Host", "")):
        return None
    return request.remote


async def _heard(activity: dict[str, Any], listen: Listen) -> web.Response:
    try:
        reply = await listen(activity)
        body = None if reply.body is None else orjson.dumps(dict(reply.body))
    except (StoreProblem, OSError) as problem:
        log.error("An activity could not be kept; Teams is asked to bring it again.\n%s", where(problem))
        return web.Response(status=503)
    except Exception as bug:  # ours, whatever it is: only this activity ends
        log.error("An activity ended in a bug.\n%s", where(bug))
        return web.Response(status=500)
    return web.Response(status=reply.status, body=body, content_type="application/json" if body else None)
