"""The promise register of one campaign (C4): every day that was named to people is kept, or is told as not made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from campaigns.calendar import ONE_DAY, WorkCalendar
from campaigns.plain_text import plain
from campaigns.promised_days import Dated, promised_days

TEXT_LIMIT: Final = 2000
WARNED_AHEAD: Final = 2  # working days
WARNED_AFTER: Final = 3  # times, one each working day


class PromiseState(StrEnum):
    OPEN = "open"
    KEPT = "kept"
    MISSED = "missed"
    DROPPED = "dropped"  # it was none


class PromiseOutcome(StrEnum):
    KEPT = "kept"
    MISSED = "missed"
    DROPPED = "dropped"
    ALREADY_SETTLED = "already_settled"
    OF_A_WISH = "of_a_wish"  # the wish's own commands settle it
    NO_TEXT = "no_text"
    NO_NEW_DAY = "no_new_day"
    NO_REASON = "no_reason"
    UNKNOWN = "unknown"


class Stage(StrEnum):
    """How near the day is when the owner is reminded of it."""

    SOON = "soon"
    TODAY = "today"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class Promise:
    """`text` is the sentence that names the day, "" where it could hold an employee's words.

    `made_by` is an id in people. `source` is the key of the delivery, `wish/<id>` or `question/<number>`. `audiences`
    are those who read it; nobody but the one who asked read the answer to a question. `wake` is when the owner must be
    reminded again.
    """

    number: int
    campaign: str
    text: str
    day: date
    made_by: str
    made_at: datetime
    source: str
    audiences: tuple[str, ...] = ()
    state: PromiseState = PromiseState.OPEN
    because: str = ""
    settled_at: datetime | None = None
    wake: datetime | None = None

    @property
    def wish(self) -> str:
        """The id of the wish that is promised, else ""."""
        return self.source.removeprefix("wish/") if self.source.startswith("wish/") else ""

    @property
    def question(self) -> str:
        """The number of the question whose answer promised it, else ""."""
        return self.source.removeprefix("question/") if self.source.startswith("question/") else ""


@dataclass(frozen=True)
class PromiseBook:
    """All promises of one campaign, by number; a number is never given out twice."""

    campaign: str
    promises: Mapping[str, Promise] = field(default_factory=dict)
    next_number: int = 1
    wake: datetime | None = None

    def in_state(self, state: PromiseState) -> tuple[Promise, ...]:
        found = (promise for promise in self.promises.values() if promise.state is state)
        return tuple(sorted(found, key=lambda promise: (promise.day, promise.number)))

    @property
    def made(self) -> int:
        """Without what turned out to be none."""
        return len(self.promises) - len(self.in_state(PromiseState.DROPPED))


@dataclass(frozen=True)
class Promised:
    """What somebody said that names days: who, to whom, and where it was read."""

    made_by: str
    source: str
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True)
class PromiseAnswer:
    """`promise` as it is now; `made` are those with the new days."""

    outcome: PromiseOutcome
    promise: Promise | None = None
    made: tuple[Promise, ...] = ()


@dataclass(frozen=True)
class Reminded:
    """A promise of which the owner must be reminded now."""

    promise: Promise
    stage: Stage


def register(
    book: PromiseBook, calendar: WorkCalendar, promised: Promised, dated: Iterable[Dated], *, now: datetime
) -> tuple[PromiseBook, tuple[Promise, ...]]:
    """The promises of these days. What another audience read already is the same promise, read by more people."""
    there = []
    for one in dated:
        same = next((kept for kept in book.in_state(PromiseState.OPEN) if _is_same(kept, one, promised)), None)
        if same is not None:
            audiences = tuple(dict.fromkeys((*same.audiences, *promised.audiences)))
            promise = replace(same, audiences=audiences)
        else:
            promise = Promise(
                book.next_number, book.campaign, one.sentence, one.day, promised.made_by, now, promised.source,
                promised.audiences, wake=_next_warning(calendar, one.day, now),
            )  # fmt: skip
        book = put(replace(book, next_number=max(book.next_number, promise.number + 1)), promise)
        there.append(promise)
    return book, tuple(there)


def keep(book: PromiseBook, *, number: str, now: datetime) -> tuple[PromiseBook, PromiseAnswer]:
    found = _open(book, number)
    if isinstance(found, PromiseAnswer):
        return book, found
    return _answered(book, settled(found, PromiseState.KEPT, now=now), PromiseOutcome.KEPT)


def miss(
    book: PromiseBook, calendar: WorkCalendar, *, number: str, text: str, said_by: str, now: datetime
) -> tuple[PromiseBook, PromiseAnswer]:
    """Not made. What happens now must be said, with a new day, and that is the next promise to the same people."""
    found = _open(book, number)
    if isinstance(found, PromiseAnswer):
        return book, found
    said = plain(text, TEXT_LIMIT)
    if not said:
        return book, PromiseAnswer(PromiseOutcome.NO_TEXT, found)
    days = promised_days(said, today=calendar.to_wall(now).date())
    if not days:
        return book, PromiseAnswer(PromiseOutcome.NO_NEW_DAY, found)
    # The answer to one person is not written down here: of it only the new day is kept.
    missed = settled(found, PromiseState.MISSED, now=now, because="" if found.question else said)
    again = Promised(said_by, found.source, found.audiences)
    dated = [Dated("", one.day) for one in days] if found.question else days
    book, made = register(put(book, missed), calendar, again, dated, now=now)
    return book, PromiseAnswer(PromiseOutcome.MISSED, missed, made)


def drop(book: PromiseBook, *, number: str, because: str, now: datetime) -> tuple[PromiseBook, PromiseAnswer]:
    """The text named a day and promised nothing. The reason is required."""
    found = _open(book, number)
    if isinstance(found, PromiseAnswer):
        return book, found
    reason = plain(because, TEXT_LIMIT)
    if not reason:
        return book, PromiseAnswer(PromiseOutcome.NO_REASON, found)
    return _answered(book, settled(found, PromiseState.DROPPED, now=now, because=reason), PromiseOutcome.DROPPED)


def promises_due(
    book: PromiseBook, calendar: WorkCalendar, *, now: datetime
) -> tuple[PromiseBook, tuple[Reminded, ...]]:
    """What the owner must hear now, each once; after a long silence only the latest word on it."""
    today = calendar.to_wall(now).date()
    late = [promise for promise in book.in_state(PromiseState.OPEN) if promise.wake is not None and promise.wake <= now]
    for promise in late:
        book = put(book, replace(promise, wake=_next_warning(calendar, promise.day, now)))
    return book, tuple(Reminded(promise, _stage(calendar, promise.day, today)) for promise in late)


def settled(promise: Promise, state: PromiseState, *, now: datetime, because: str = "") -> Promise:
    return replace(promise, state=state, because=because, settled_at=now, wake=None)


def put(book: PromiseBook, promise: Promise) -> PromiseBook:
    promises = {**book.promises, str(promise.number): promise}
    wake = min((one.wake for one in promises.values() if one.wake is not None), default=None)
    return replace(book, promises=promises, wake=wake)


def _is_same(promise: Promise, dated: Dated, promised: Promised) -> bool:
    is_said_again = (promise.text, promise.day, promise.made_by) == (dated.sentence, dated.day, promised.made_by)
    return is_said_again and (promise.source == promised.source or bool(promise.text and not promise.wish))


def _open(book: PromiseBook, typed: str) -> Promise | PromiseAnswer:
    """The open promise with this number, or why it can't be settled by hand."""
    promise = book.promises.get(typed)
    if promise is None:
        return PromiseAnswer(PromiseOutcome.UNKNOWN)
    if promise.state is not PromiseState.OPEN:
        return PromiseAnswer(PromiseOutcome.ALREADY_SETTLED, promise)
    return PromiseAnswer(PromiseOutcome.OF_A_WISH, promise) if promise.wish else promise


def _answered(book: PromiseBook, promise: Promise, outcome: PromiseOutcome) -> tuple[PromiseBook, PromiseAnswer]:
    return put(book, promise), PromiseAnswer(outcome, promise)


def _due_day(calendar: WorkCalendar, day: date) -> date:
    """Nobody can be asked on a free day, so the last working day before it counts."""
    return calendar.working_day_from(day, -ONE_DAY)


def _next_warning(calendar: WorkCalendar, day: date, after: datetime) -> datetime | None:
    due = _due_day(calendar, day)
    steps = (-WARNED_AHEAD, *range(WARNED_AFTER + 1))
    moments = (calendar.opening(calendar.shift(due, step)) for step in steps)
    return next((moment for moment in moments if moment > after), None)


def _stage(calendar: WorkCalendar, day: date, today: date) -> Stage:
    if today > day:
        return Stage.OVERDUE
    return Stage.TODAY if today >= _due_day(calendar, day) else Stage.SOON
