"""The room is for whoever is at this machine: loopback names, no posts from other pages, nothing from elsewhere."""

from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

from bot.loopback import is_loopback

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A name that was made to point at this machine, or a page from elsewhere, gets nothing of the room."""
    if _is_of_the_room(request):
        if not is_loopback(request.headers.get("Host", "")):
            raise web.HTTPMisdirectedRequest(text="The room answers only on this machine, as localhost.")
        if request.method not in ("GET", "HEAD") and not _is_from_here(request):
            raise web.HTTPForbidden(text="The room takes posts only from its own page.")
    return await handler(request)


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)
    if request.path.startswith("/room"):
        response.headers.setdefault("Cache-Control", "no-cache")


def _is_of_the_room(request: web.Request) -> bool:
    return request.path == "/" or request.path == "/room" or request.path.startswith("/room/")


def _is_from_here(request: web.Request) -> bool:
    """JSON only, which no form of another page can send unasked; and where a browser says its origin, ours."""
    if request.content_type != "application/json":
        return False
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("Host")
