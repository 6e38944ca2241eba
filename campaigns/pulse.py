"""Pulse answers as counters only: nobody, not even the owner, can see who answered what, or watch them tick.

A pulse closes by itself, and only then may its result be shown.
"""

import hashlib
import hmac
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from campaigns.calendar import WorkCalendar, ends_at
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence

ANSWERS: Final[dict[str, int]] = {
    "1": 1, "2": 2, "3": 3, "4": 4, "5": 5,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5,
}  # fmt: skip
OPEN_FOR: Final = 5  # working days
_AGREES_FROM: Final = 4
_FLOOR: Final = 5  # of a group whose results may be shown, whatever the campaign says


class PulseOutcome(StrEnum):
    COUNTED = "counted"
    NOT_AN_ANSWER = "not_an_answer"
    CLOSED = "closed"


class HiddenBecause(StrEnum):
    """Why results aren't shown."""

    STILL_OPEN = "still_open"  # a number that ticks would show the last answer
    TOO_FEW = "too_few"
    ALL_ALIKE = "all_alike"  # 0 % or 100 % tells everybody's answer


@dataclass(frozen=True)
class PulseCount:
    """How many gave 1, 2, 3, 4 and 5 to one question in one audience. It closes at `wake`; None once it has closed."""

    campaign: str
    post: str
    audience: str
    question: str
    opened_at: datetime
    counts: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)
    closed: bool = False
    wake: datetime | None = None

    @property
    def answered(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True)
class PulseResult:
    """How many answered, how many gave each of 1 to 5, how many agree (4 or 5), and the average."""

    answered: int
    counts: tuple[int, int, int, int, int]
    agree: int
    average: float


def vote_token(secret: str, *, person: str, pulse: str) -> str:
    """Marks that somebody answered a pulse without saying who: HMAC-SHA256 under the campaign's secret, as hex."""
    # The lengths keep two different pairs from ever becoming one text.
    said = f"{len(pulse)}:{pulse}:{person}"
    return hmac.new(secret.encode(), said.encode(), hashlib.sha256).hexdigest()


def read_answer(text: str) -> int | None:
    """1 to 5, as a digit or a word of either language; anything else is no answer."""
    return ANSWERS.get(text.strip().strip(".!").casefold())


def open_pulse(campaign: Campaign, occurrence: Occurrence, opened_at: datetime) -> PulseCount | None:
    """None when its question has left the file."""
    question = next((post.question for post in campaign.posts if post.id == occurrence.post), None)
    if question is None:
        return None
    closes = closes_at(campaign, opened_at)
    return PulseCount(campaign.id, occurrence.post, occurrence.audience, question, opened_at, wake=closes)


def closes_at(campaign: Campaign, opened_at: datetime) -> datetime:
    """Some working days later at the time of day that it opened, or when the campaign ends if that is earlier."""
    calendar = WorkCalendar.of(campaign)
    wall = calendar.to_wall(opened_at)
    closes = calendar.to_utc(datetime.combine(calendar.shift(wall.date(), OPEN_FOR), wall.time()))
    return min(closes, ends_at(campaign))


def count_answer(count: PulseCount, answer: str) -> tuple[PulseCount, PulseOutcome]:
    if count.closed:
        return count, PulseOutcome.CLOSED
    given = read_answer(answer)
    if given is None:
        return count, PulseOutcome.NOT_AN_ANSWER
    one, two, three, four, five = (total + (at == given) for at, total in enumerate(count.counts, start=1))
    return replace(count, counts=(one, two, three, four, five)), PulseOutcome.COUNTED


def close_pulse(count: PulseCount) -> PulseCount:
    return replace(count, closed=True, wake=None)


def close_if_due(count: PulseCount, *, now: datetime) -> PulseCount:
    """Its moment counts, also for whoever looks before the bot has woken."""
    return close_pulse(count) if count.wake is not None and count.wake <= now else count


def is_followed(count: PulseCount, newer: PulseCount) -> bool:
    """A newer pulse in the same audience ends an older one: one question at a time."""
    same = (count.campaign, count.audience) == (newer.campaign, newer.audience)
    return same and not count.closed and count.opened_at < newer.opened_at


def results(count: PulseCount, minimum_group: int) -> PulseResult | HiddenBecause:
    """What may be shown of a closed pulse, or why nothing may."""
    if not count.closed:
        return HiddenBecause.STILL_OPEN
    if count.answered < max(minimum_group, _FLOOR):
        return HiddenBecause.TOO_FEW
    agree = sum(count.counts[_AGREES_FROM - 1 :])
    if agree in (0, count.answered):
        return HiddenBecause.ALL_ALIKE
    weighed = sum(at * total for at, total in enumerate(count.counts, start=1))
    return PulseResult(count.answered, count.counts, agree, weighed / count.answered)
