"""What an answer of a platform means for a delivery: the four things it can mean, and the words that both share.

Rule: what posts is tried again only when it is certain that nothing was posted.
"""

import re
from enum import Enum, auto
from typing import Final, TypeVar

from bot.platforms.base import DeliveryError

LONGEST_WAIT: Final = 3600.0  # seconds: after an hour of silence it is better to ask again than to believe a header


class Means(Enum):
    AGAIN = auto()  # certainly not posted
    UNSURE = auto()  # posted or not: who posts must not try again, who only changes or reads may
    NEVER = auto()
    CLOSED = auto()


Row = tuple[Means, str]
E = TypeVar("E", bound=DeliveryError)


def error_of(kind: type[E], means: Means, reason: str, *, posts: bool, wait: float | None = None) -> E:
    """`posts`: the request would have put a message there. `wait` in seconds, as the platform asked."""
    match means:
        case Means.CLOSED:
            return kind(reason, permanent=True, channel_closed=True)
        case Means.NEVER:
            return kind(reason, permanent=True)
        case Means.UNSURE if posts:
            return kind(reason, unknown=True)
        case Means.UNSURE | Means.AGAIN:
            return kind(reason, retry_after=None if wait is None else min(max(wait, 0.0), LONGEST_WAIT))


def not_reached(platform: str, why: str) -> DeliveryError:
    """No connection, so nothing was sent."""
    return error_of(DeliveryError, Means.AGAIN, f"{platform} could not be reached ({why}).", posts=False)


def no_answer(platform: str, why: str, *, posts: bool) -> DeliveryError:
    return error_of(DeliveryError, Means.UNSURE, f"No answer came from {platform} ({why}).", posts=posts)


def odd_answer(platform: str, why: str, *, posts: bool) -> DeliveryError:
    """It said yes, but not what we need to know."""
    return error_of(
        DeliveryError, Means.UNSURE, f"{platform} gave an answer that the bot can't use ({why}).", posts=posts
    )


def unfit(why: str) -> DeliveryError:
    """Ours to blame, seen before anything was sent."""
    return error_of(DeliveryError, Means.NEVER, why, posts=False)


def seconds_in(retry_after: str | None) -> float | None:
    """Of a header Retry-After that gives seconds; None when it gives something else."""
    asked = (retry_after or "").strip()
    if re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,9})?", asked) is None:
        return None
    return min(float(asked), LONGEST_WAIT)
