"""What an answer of the Bot Connector means for a delivery: pure, one table, never another exception.

Rule: what posts is tried again only when it is certain that nothing was posted.
https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability (status codes)
"""

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Any, Final

import orjson

from bot.platforms import means
from bot.platforms.base import DeliveryError
from bot.platforms.means import LONGEST_WAIT, Means, Row, error_of, seconds_in

_DEEPEST: Final = 4

_BY_CODE: Final[dict[tuple[int, str], Row]] = {
    (401, "BotNotRegistered"): (Means.AGAIN, "Teams does not know this bot"),
    (403, "BotNotInConversationRoster"): (Means.CLOSED, "The bot was removed from this conversation"),
    (403, "ForbiddenOperationException"): (Means.CLOSED, "The bot is not installed for this person"),
    (403, "ConversationBlockedByUser"): (Means.CLOSED, "This person blocked the bot"),
    (403, "MessageWritesBlocked"): (Means.CLOSED, "This person blocked or removed the bot"),
    (403, "BotDisabledByAdmin"): (Means.CLOSED, "An administrator switched the bot off"),
    (403, "NotEnoughPermissions"): (Means.CLOSED, "The bot has too few permissions here"),
    (403, "InvalidBotApiHost"): (Means.CLOSED, "This conversation belongs to another cloud than the bot"),
    (404, "ConversationNotFound"): (Means.CLOSED, "Teams does not know this conversation any more"),
    (404, "ActivityNotFoundInConversation"): (Means.NEVER, "The message is not there any more"),
}
_BY_STATUS: Final[dict[int, Row]] = {
    400: (Means.NEVER, "Teams does not accept this message"),
    401: (Means.AGAIN, "Teams does not accept the bot's login"),
    403: (Means.CLOSED, "Teams does not let the bot in here"),
    404: (Means.NEVER, "Teams does not know what this is about"),
    412: (Means.AGAIN, "Teams was busy with this conversation"),
    413: (Means.NEVER, "The message is too large for Teams"),
    429: (Means.AGAIN, "Teams asks the bot to slow down"),
    500: (Means.NEVER, "Teams failed on this message"),
    502: (Means.UNSURE, "Teams broke off"),
    503: (Means.AGAIN, "Teams is not available now"),
    504: (Means.UNSURE, "Teams took too long"),
}
# Of what posts, the address names nothing but the channel or the chat.
_OF_A_POST: Final[dict[int, Row]] = {404: (Means.CLOSED, "Teams does not know this channel or chat any more")}
_BY_HUNDRED: Final[dict[int, Row]] = {
    3: (Means.NEVER, "Teams pointed to another address, and the bot does not follow"),
    4: (Means.NEVER, "Teams refused this"),
}
_UNHEARD_OF: Final[Row] = (Means.UNSURE, "Teams gave an answer that the bot does not know")
_CODE_KEYS: Final = ("code", "subCode")

not_reached = partial(means.not_reached, "Teams")
no_answer = partial(means.no_answer, "Teams")
odd_answer = partial(means.odd_answer, "Teams")


def refusal(
    status: int, body: bytes = b"", *, posts: bool, retry_after: str | None = None, date: str | None = None
) -> DeliveryError:
    """`retry_after` and `date` are the answer's headers. `posts`: the request would have put a message there."""
    codes = list(_codes_in(_loaded(body), _DEEPEST))
    code = next((code for code in codes if (status, code) in _BY_CODE), next(iter(codes), ""))
    row = _BY_CODE.get((status, code)) or (_OF_A_POST.get(status) if posts else None) or _BY_STATUS.get(status)
    row = row or _BY_HUNDRED.get(status // 100, _UNHEARD_OF)
    detail = f"{status} {code}".strip()
    return error_of(DeliveryError, row[0], f"{row[1]} ({detail}).", posts=posts, wait=_seconds(retry_after, date))


def _loaded(text: str | bytes) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return None


def _codes_in(found: Any, deeper: int) -> Iterator[str]:
    """Teams nests them: `error.code`, and `subCode` in JSON that is the text of `message`."""
    if isinstance(found, str) and found.lstrip().startswith("{"):
        found = _loaded(found)
    if not isinstance(found, dict) or not deeper:
        return
    for key in _CODE_KEYS:
        code = found.get(key)
        if isinstance(code, str) and re.fullmatch(r"[A-Za-z][A-Za-z0-9_. -]{0,59}", code):
            yield code
    for key in ("error", "innerHttpError", "body", "message"):
        yield from _codes_in(found.get(key), deeper - 1)


def _seconds(retry_after: str | None, date: str | None) -> float | None:
    """Seconds, or a moment that counts from the moment of the answer itself, so that no clock of ours matters."""
    seconds = seconds_in(retry_after)
    if seconds is not None:
        return seconds
    until, since = _moment((retry_after or "").strip()), _moment(date or "")
    if until is None or since is None:
        return None
    return min(max((until - since).total_seconds(), 0.0), LONGEST_WAIT)


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return moment if moment.tzinfo is not None else None
