"""What slack_sdk gets for a session: every request goes out once, to the address that was meant, and within its time.

Rule: aiohttp's own second try, its redirects and its errors (they hold the token) all end here.
"""

from typing import Any, Final

import aiohttp

from bot.platforms.no_answer import NOT_REACHED, NotReached

CONNECT_SECONDS: Final = 5.0
WHOLE_SECONDS: Final = 10.0


class NotOk(Exception):
    """An answer that is not 200."""

    def __init__(self, status: int, retry_after: str | None) -> None:
        super().__init__(str(status))
        self.status = status
        self.retry_after = retry_after


class BrokeOff(aiohttp.ClientError):
    """Not one of the errors after which aiohttp sends a GET again by itself."""


class Once:
    """`closed` is never true, because slack_sdk would then make a session of its own, with none of these rules."""

    closed = False

    def __init__(self, session: aiohttp.ClientSession, *, connect_seconds: float, whole_seconds: float) -> None:
        self._session = session
        self._timeout = aiohttp.ClientTimeout(total=whole_seconds, connect=connect_seconds)

    def request(self, verb: str, url: str, **asked: Any) -> Any:
        """As aiohttp's, for `async with`. A proxy that slack_sdk found is used for https only: it can't read that."""
        if self._session.closed:
            raise NotReached("the bot is stopping")
        if not url.startswith("https:"):
            asked.pop("proxy", None)
        return self._session.request(
            verb,
            url,
            **asked,
            allow_redirects=False,
            raise_for_status=False,
            timeout=self._timeout,
            middlewares=(_once,),
        )


async def _once(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """aiohttp sends what it holds to be harmless twice when a kept connection breaks; it has no switch for that."""
    try:
        response = await handler(request)
    except NOT_REACHED:
        raise
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError):
        raise BrokeOff from None
    if response.status != 200:
        response.close()
        raise NotOk(response.status, response.headers.get("Retry-After"))
    return response
