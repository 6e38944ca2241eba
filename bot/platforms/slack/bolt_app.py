"""The one Bolt app behind the door and behind the socket: what it is given is heard once, in the same way.

Bolt reads no body, judges no signature and asks Slack for nothing: the door does, and our own client.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.base import DeliveryError
from bot.platforms.capped_body import where
from bot.platforms.slack.answering import AGAIN, NOTHING, Reply
from bot.platforms.slack.ourselves import Ourselves
from bot.platforms.slack.received import Received, read
from storage.base import StoreProblem

log = logging.getLogger(__name__)

# Bolt and the SDK quote whole bodies and tokens in what they log. What matters of it is said here, without them.
QUIET: Final = logging.getLogger(f"{__name__}.sdk")
QUIET.disabled = True
QUIET.setLevel(logging.CRITICAL)

_OUR_BUG: Final = 500
_RECEIVED: Final = "received"

Listen = Callable[[Received], Awaitable[Reply]]


class _Authorize(AsyncAuthorize):
    """Who the bot is, by which Bolt keeps it from hearing itself."""

    def __init__(self, ourselves: Ourselves) -> None:
        self._ourselves = ourselves

    async def __call__(self, **_: Any) -> AuthorizeResult:
        me = await self._ourselves.known()
        return AuthorizeResult(enterprise_id=None, team_id=me.team, bot_user_id=me.user, bot_id=me.bot)


class _Hearing(AsyncMiddleware):
    """The last of Bolt's row, in the place of its listeners: what comes here was read already, and sorted by that."""

    def __init__(self, listen: Listen) -> None:
        self._listen = listen

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002 Bolt's
    ) -> BoltResponse:
        return _response(await _heard(req.context[_RECEIVED], self._listen))


def bolt_app(listen: Listen, ourselves: Ourselves) -> AsyncApp:
    app = AsyncApp(
        name="klankbord.bolt",  # Bolt silences the logger of this name too
        logger=QUIET,
        client=AsyncWebClient(logger=QUIET, retry_handlers=[]),
        authorize=_Authorize(ourselves),
        process_before_response=True,
        request_verification_enabled=False,
        attaching_function_token_enabled=False,
    )
    app.use(_Hearing(listen))
    app.error(_stumbled)
    return app


async def brought(app: AsyncApp, body: Mapping[str, Any]) -> BoltResponse:
    """What the door or the socket let in. What we have no answer to is taken, so that it does not come again."""
    received = read(body)
    if received is None and body.get("type") != "url_verification":
        return _response(NOTHING)
    try:
        # Already read: of a form, Bolt itself loses a command that has the word "payload" in it.
        request = AsyncBoltRequest(mode="socket_mode", body=dict(body), context={_RECEIVED: received})
    except Exception as fault:  # of odd shape: Bolt takes it that Slack sends what it publishes
        return await _stumbled(fault)
    return await app.async_dispatch(request)


async def _heard(received: Received, listen: Listen) -> Reply:
    try:
        return await listen(received)
    except (StoreProblem, OSError, DeliveryError) as problem:
        log.error("Something from Slack could not be kept; Slack is asked to bring it again.\n%s", where(problem))
        return AGAIN
    except Exception as bug:  # ours, whatever it is: only this ends
        log.error("Something from Slack ended in a bug.\n%s", where(bug))
        return Reply(_OUR_BUG)


async def _stumbled(error: Exception) -> BoltResponse:
    """Bolt itself failed. Until we know who we are, nothing can be told to be for us; all else is odd, and left."""
    if isinstance(error, DeliveryError):
        log.error("Slack did not say who the bot is: %s", error.reason)
        return _response(AGAIN)
    log.warning("Something of an odd shape was left alone.\n%s", where(error))
    return _response(NOTHING)


def _response(reply: Reply) -> BoltResponse:
    return BoltResponse(status=reply.status, body=dict(reply.body) if reply.body is not None else "")
