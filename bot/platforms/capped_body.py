"""How a door reads what comes from outside: capped, in time, and with no word of it in a log."""

import asyncio
import logging
import traceback

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.log import server_logger


async def read_capped(request: web.Request, *, largest: int, slowest: float) -> bytes:
    """The app's own limit is the room's, which is smaller. Counted unpacked, so that a small bomb stays small.

    Raises the 400, 408 or 413 that it is answered with; `slowest` in seconds, `largest` in bytes.
    """
    body = bytearray()
    try:
        async with asyncio.timeout(slowest):
            async for piece in request.content.iter_any():
                body += piece
                if len(body) > largest:
                    raise web.HTTPRequestEntityTooLarge(largest, len(body))
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except (web.RequestPayloadError, ConnectionError):
        raise web.HTTPBadRequest from None
    return bytes(body)


def quote_nobody() -> None:
    """The web server's own log says that a request could not be parsed, and not what stood in it."""
    server_logger.addFilter(_unquoted)


def where(problem: BaseException) -> str:
    """The stack and the kinds of error, without their sentences: those may quote what a person wrote."""
    lines = [*traceback.format_tb(problem.__traceback__), type(problem).__qualname__]
    cause = problem.__cause__ or problem.__context__
    return "".join(lines) if cause is None else f"{''.join(lines)}, after:\n{where(cause)}"


def _unquoted(record: logging.LogRecord) -> bool:
    """The web server quotes what it could not parse, be it half a token."""
    problem = record.exc_info[1] if record.exc_info else None
    if isinstance(problem, HttpProcessingError):
        record.exc_info = None
        record.msg = f"{record.msg}: {type(problem).__name__}"
    return True
