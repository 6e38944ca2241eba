"""Whether Slack would work with these settings: the token, its rights, and Socket Mode. Posts and opens nothing."""

import logging
from typing import Final, cast

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.base import DeliveryError
from bot.platforms.no_answer import NotReached, words_for
from bot.platforms.slack.answers import Me
from bot.platforms.slack.client import SLACK, SlackClient
from bot.platforms.slack.manifest import SCOPES
from bot.platforms.slack.once import CONNECT_SECONDS, WHOLE_SECONDS, NotOk, Once
from bot.platforms.slack.opening import open_session
from bot.platforms.slack.refusals import refusal
from bot.slack_settings import APP_TOKEN, SlackSettings

Result = tuple[str, bool, str]

HOW_TO: Final = "docs/howto/slack.md"
# With these Slack says that the token is not the right one; all else has nothing to do with it.
_OF_THE_TOKEN: Final = frozenset(
    {
        "access_denied", "account_inactive", "invalid_auth", "missing_scope", "no_permission", "not_allowed_token_type",
        "not_authed", "token_expired", "token_revoked",
    }
)  # fmt: skip
# Of the way to Slack, and what slack_sdk stumbles with over an answer that is not as agreed.
_UNANSWERED: Final = (
    NotReached, aiohttp.ClientError, TimeoutError, OSError, SlackClientError, AttributeError, TypeError, ValueError,
)  # fmt: skip
# The SDK quotes tokens in what it logs.
_quiet = logging.getLogger(f"{__name__}.sdk")
_quiet.disabled = True


async def check_up(settings: SlackSettings, *, base_url: str = SLACK) -> list[Result]:
    """What about, whether it is fine, and what to do when it is not. The signing secret shows only at a request."""
    async with open_session() as session:
        results = await login_works(SlackClient(session, settings.bot_token, base_url=base_url))
        if settings.app_token is not None:
            results.append(await socket_opens(session, settings.app_token, base_url=base_url))
        return results


async def login_works(client: SlackClient) -> list[Result]:
    try:
        me = await client.who_am_i()
    except DeliveryError as error:
        return [("Slack: login", False, f"{error.reason} {HOW_TO}, step 2")]
    return [("Slack: login", True, f"Slack knows this token: {me.name} in workspace {me.team}"), rights_are_there(me)]


def rights_are_there(me: Me) -> Result:
    missing = [f"{scope} ({use})" for scope, use in SCOPES.items() if scope not in me.scopes]
    if missing:
        says = (
            f"the app misses {'; '.join(missing)}: paste the manifest anew and install the app again; {HOW_TO}, step 2"
        )
        return "Slack: rights", False, says
    return "Slack: rights", True, "the app has every right that the bot uses"


async def socket_opens(session: aiohttp.ClientSession, app_token: str, *, base_url: str = SLACK) -> Result:
    """Asks for the address of a socket, and leaves it."""
    trouble = await _trouble_with_socket(session, app_token, base_url)
    if trouble:
        return "Slack: Socket Mode", False, f"{trouble} {HOW_TO}, step 3"
    return "Slack: Socket Mode", True, "Slack lets the bot open a socket"


async def _trouble_with_socket(session: aiohttp.ClientSession, app_token: str, base_url: str) -> str:
    """What is wrong, without the token; "" when nothing is."""
    once = Once(session, connect_seconds=CONNECT_SECONDS, whole_seconds=WHOLE_SECONDS)
    as_session = cast("aiohttp.ClientSession", once)
    web = AsyncWebClient(base_url=base_url, session=as_session, retry_handlers=[], logger=_quiet)
    try:
        await web.apps_connections_open(app_token=app_token)
    except SlackApiError as error:
        return _refused(error)
    except NotOk as error:
        return refusal(False, "", status=error.status).reason
    except _UNANSWERED as error:
        return f"Slack could not be asked for a socket ({words_for(error)})."
    return ""


def _refused(error: SlackApiError) -> str:
    """What is no JSON object comes here too, without a code."""
    said = getattr(error.response, "data", None)
    code = str(said.get("error") or "") if isinstance(said, dict) else ""
    if code in _OF_THE_TOKEN:
        return f"Slack does not accept {APP_TOKEN} ({code}): make an app-level token with connections:write."
    return refusal(False, code).reason
