"""Where Slack comes in over HTTP: one POST, capped while it is read, heard only when Slack has signed it just now."""

import logging
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import parse_qsl

import orjson
from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_bolt.response import BoltResponse
from slack_sdk.signature import Clock, SignatureVerifier

from bot.platforms.capped_body import quote_nobody, read_capped
from bot.platforms.slack.bolt_app import brought

PATH: Final = "/slack/events"
LARGEST_BODY: Final = 256 * 1024
SLOWEST: Final = 15.0  # seconds for a body to arrive
MOST_FIELDS: Final = 100  # of a form; Slack sends a dozen
SIGNATURE: Final = "X-Slack-Signature"
TIMESTAMP: Final = "X-Slack-Request-Timestamp"

log = logging.getLogger(__name__)


class _WallClock(Clock):
    def __init__(self, wall: Callable[[], float]) -> None:
        self.now = wall  # type: ignore[method-assign]


def add_door(app: web.Application, bolt: AsyncApp, *, signing_secret: str, wall: Callable[[], float]) -> None:
    """401 for all that Slack did not sign within five minutes; 400 signed, but nothing that Slack sends.

    `wall` gives the seconds since 1970. Raises ValueError when the secret is empty.
    """
    verifier = SignatureVerifier(signing_secret, _WallClock(wall))

    async def come_in(request: web.Request) -> web.Response:
        body = await read_capped(request, largest=LARGEST_BODY, slowest=SLOWEST)
        if not _is_signed(verifier, body, request):
            log.warning("Refused with 401: Slack did not sign it, or not in the last five minutes.")
            return web.Response(status=401)
        told = told_in(body)
        if told is None:
            return web.Response(status=400)
        return _as_web(await brought(bolt, told))

    app.router.add_post(PATH, come_in)
    quote_nobody()


def _is_signed(verifier: SignatureVerifier, body: bytes, request: web.Request) -> bool:
    """Two signatures, or two times, are none: which one would count?"""
    signatures, times = request.headers.getall(SIGNATURE, []), request.headers.getall(TIMESTAMP, [])
    if len(signatures) != 1 or len(times) != 1:
        return False
    try:
        return verifier.is_valid(body, times[0], signatures[0])
    except (TypeError, ValueError, OverflowError):  # no number, no ASCII, no UTF-8: the SDK is not prepared for those
        return False


def told_in(body: bytes) -> dict[str, Any] | None:
    """An event comes as JSON, a command as a form, whatever is pressed or filled in as JSON in a form."""
    try:
        text = body.decode()
        if not text.startswith("{"):
            fields = dict(parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS))
            if "payload" not in fields:
                return dict(fields) or None
            text = fields["payload"]
        told = orjson.loads(text)
    except ValueError:  # orjson's own is one too
        return None
    return told if isinstance(told, dict) else None


def _as_web(response: BoltResponse) -> web.Response:
    kind = "application/json" if response.body.startswith("{") else None
    return web.Response(status=response.status, text=response.body or None, content_type=kind)
