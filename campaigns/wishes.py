"""The wishes of one campaign, from its file or by chat: each gets a number, an answer in time, and a fate."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from enum import StrEnum
from itertools import count
from typing import Any, Final

from campaigns.model import Campaign
from campaigns.plain_text import plain

TITLE_LIMIT: Final = 500
MAX_PROMISED: Final = 5
KEEP_AUTHOR_FOR: Final = timedelta(days=30)  # after the answer


class WishState(StrEnum):
    RECEIVED = "received"
    PLANNED = "planned"
    LATER = "later"  # not now, with the reason
    DONE = "done"


class WishOutcome(StrEnum):
    RECEIVED = "received"
    ALREADY_RECEIVED = "already_received"  # the same words by the same person still wait
    EMPTY = "empty"
    PLANNED = "planned"
    NOT_NOW = "not_now"
    DONE = "done"
    ALREADY_DONE = "already_done"
    UNKNOWN = "unknown"
    NO_REASON = "no_reason"
    TOO_MANY_PROMISED = "too_many_promised"
    DAY_IS_PAST = "day_is_past"


@dataclass(frozen=True)
class WishRecord:
    """`id` comes from the file, or is a number (`7`) when sent by chat. `audience` asked for it.

    `author` is a person id, dropped thirty days after the answer. `filed_for` is the day that the file last gave.
    """

    id: str
    title: str
    audience: str
    state: WishState
    promised: bool = False
    planned_for: date | None = None
    filed_for: date | None = None
    because: str = ""
    author: str | None = None
    received_at: datetime | None = None
    answer_by: datetime | None = None
    answered_at: datetime | None = None
    done_at: datetime | None = None
    warned: bool = False

    @property
    def is_from_file(self) -> bool:
        return self.received_at is None


@dataclass(frozen=True)
class WishAnswer:
    """`wish` as it is now; `nearest` is the id that was probably meant when it is unknown."""

    outcome: WishOutcome
    wish: WishRecord | None = None
    nearest: str | None = None


@dataclass(frozen=True)
class WishBook:
    """All wishes of one campaign. `received` counts all that ever came by chat; a number is never given out twice.

    `wake` is when time changes something: an answer is due, or an author is to be forgotten. Of the wishes that went
    with who sent them it is kept how many were answered in time, and of how many an answer was given or due.
    """

    campaign: str
    wishes: Mapping[str, WishRecord] = field(default_factory=dict)
    next_number: int = 1
    received: int = 0
    wake: datetime | None = None
    forgotten_in_time: int = 0
    forgotten_due: int = 0

    @property
    def done(self) -> int:
        return sum(wish.state is WishState.DONE for wish in self.wishes.values())

    @property
    def total(self) -> int:
        """Promised or done: the number that `done` is out of."""
        return sum(wish.promised or wish.state is WishState.DONE for wish in self.wishes.values())

    @property
    def to_go(self) -> int:
        return self.total - self.done

    @property
    def promised(self) -> int:
        return sum(wish.promised for wish in self.wishes.values())

    def in_state(self, state: WishState) -> tuple[WishRecord, ...]:
        """A public list: planned by their day, the others as they came."""
        found = [wish for wish in self.wishes.values() if wish.state is state]
        return tuple(sorted(found, key=_place_in_list))


def wish_book(campaign: Campaign, planned_days: Mapping[str, date]) -> WishBook:
    """The wishes of the file; `planned_days` are their planned moments as calendar days, by wish id."""
    return merge_file_wishes(WishBook(campaign.id), campaign, planned_days)


def merge_file_wishes(
    book: WishBook, campaign: Campaign, planned_days: Mapping[str, date], *, has_started: bool = False
) -> WishBook:
    """After an edit of the file: new wishes come, and a day that the file changed counts. Dropped ones go before the
    start, unless done; after it people may have read them, so they stay until their owner answers.

    What the owner answered in chat stands, unless the file gives another day than it did.
    """
    gone = () if has_started else left_the_file(book, campaign)
    kept = {key: wish for key, wish in book.wishes.items() if wish not in gone or wish.state is WishState.DONE}
    for key, filed in campaign.wishes.items():
        day = planned_days.get(key)
        known = kept.get(key)
        if known is None:
            state = WishState.RECEIVED if day is None else WishState.PLANNED
            kept[key] = WishRecord(key, filed.title, filed.asked_by, state, True, day, day)
        elif known.state is not WishState.DONE:
            kept[key] = _as_filed(replace(known, title=filed.title, audience=filed.asked_by), day)
    return awake(replace(book, wishes=kept))


def left_the_file(book: WishBook, campaign: Campaign) -> tuple[WishRecord, ...]:
    return tuple(wish for key, wish in book.wishes.items() if wish.is_from_file and key not in campaign.wishes)


def make_wish(
    book: WishBook, *, person: str, audience: str, text: str, now: datetime, answer_by: datetime
) -> tuple[WishBook, WishAnswer]:
    title = plain(text, TITLE_LIMIT)
    if not title:
        return book, WishAnswer(WishOutcome.EMPTY)
    for wish in book.wishes.values():
        if wish.author == person and wish.title == title and wish.state is WishState.RECEIVED:
            return book, WishAnswer(WishOutcome.ALREADY_RECEIVED, wish)
    number = next(number for number in count(book.next_number) if str(number) not in book.wishes)
    wish = WishRecord(
        str(number), title, audience, WishState.RECEIVED, author=person, received_at=now, answer_by=answer_by
    )
    counted = replace(book, next_number=number + 1, received=book.received + 1)
    return _with(counted, wish, WishOutcome.RECEIVED)


def wish_done(book: WishBook, *, wish: str, now: datetime) -> tuple[WishBook, WishAnswer]:
    """Recording it twice changes nothing: the first time counts."""
    found = find_wish(book, wish)
    if isinstance(found, WishAnswer):
        return book, found
    if found.state is WishState.DONE:
        return book, WishAnswer(WishOutcome.ALREADY_DONE, found)
    return _with(book, _answered(found, now, state=WishState.DONE, done_at=now), WishOutcome.DONE)


def wish_later(book: WishBook, *, wish: str, because: str, now: datetime) -> tuple[WishBook, WishAnswer]:
    """Not now. The reason is required, and a wish that was promised is no longer so."""
    found = find_wish(book, wish)
    if isinstance(found, WishAnswer):
        return book, found
    if found.state is WishState.DONE:
        return book, WishAnswer(WishOutcome.ALREADY_DONE, found)
    reason = plain(because, TITLE_LIMIT)
    if not reason:
        return book, WishAnswer(WishOutcome.NO_REASON, found)
    later = _answered(found, now, state=WishState.LATER, because=reason, planned_for=None, promised=False)
    return _with(book, later, WishOutcome.NOT_NOW)


def wish_planned(book: WishBook, *, wish: str, day: date, today: date, now: datetime) -> tuple[WishBook, WishAnswer]:
    """Promises the wish for a day, five wishes per campaign at most. `today` is the campaign's calendar day."""
    found = find_wish(book, wish)
    if isinstance(found, WishAnswer):
        return book, found
    if found.state is WishState.DONE:
        return book, WishAnswer(WishOutcome.ALREADY_DONE, found)
    if day < today:
        return book, WishAnswer(WishOutcome.DAY_IS_PAST, found)
    if not found.promised and book.promised >= MAX_PROMISED:
        return book, WishAnswer(WishOutcome.TOO_MANY_PROMISED, found)
    planned = _answered(found, now, state=WishState.PLANNED, planned_for=day, promised=True, because="")
    return _with(book, planned, WishOutcome.PLANNED)


def find_wish(book: WishBook, typed: str) -> WishRecord | WishAnswer:
    """By its id as people type it (`7`, `#7`, `Copy`), else an answer that names the nearest."""
    ids = {key.casefold(): key for key in book.wishes}
    wanted = typed.strip().strip("#.").casefold()
    if wanted in ids:
        return book.wishes[ids[wanted]]
    near = get_close_matches(wanted, ids, n=1)
    return WishAnswer(WishOutcome.UNKNOWN, nearest=ids[near[0]] if near else None)


def wishes_due(book: WishBook, *, now: datetime) -> tuple[WishBook, tuple[WishRecord, ...]]:
    """What time does: old authors are dropped, and wishes come back, once each, whose answer the owner owes by now."""
    late = [replace(wish, warned=True) for wish in book.wishes.values() if _waits(wish) and _is_due(wish, now)]
    warned = replace(book, wishes={**book.wishes, **{wish.id: wish for wish in late}})
    return drop_authors(warned, now=now), tuple(sorted(late, key=_place_in_list))


def move_author(book: WishBook, *, person: str, to: str) -> WishBook:
    """Two ids turned out to be one person."""
    wishes = {key: replace(wish, author=to) if wish.author == person else wish for key, wish in book.wishes.items()}
    return replace(book, wishes=wishes)


def drop_authors(book: WishBook, *, now: datetime) -> WishBook:
    """Thirty days after the answer nothing says any more who sent the wish."""
    wishes = {
        key: replace(wish, author=None) if _author_may_go(wish, now) else wish for key, wish in book.wishes.items()
    }
    return awake(replace(book, wishes=wishes))


def drop_all_authors(book: WishBook) -> WishBook:
    """When the campaign's data go: the wishes stay, nothing of who sent them does."""
    return awake(replace(book, wishes={key: replace(wish, author=None) for key, wish in book.wishes.items()}))


def _answered(wish: WishRecord, now: datetime, **changes: Any) -> WishRecord:
    return replace(wish, answered_at=wish.answered_at or now, **changes)


def _as_filed(wish: WishRecord, day: date | None) -> WishRecord:
    if day == wish.filed_for:
        return wish
    state = WishState.RECEIVED if day is None else WishState.PLANNED
    return replace(wish, filed_for=day, planned_for=day, state=state, promised=True, because="")


def _with(book: WishBook, wish: WishRecord, outcome: WishOutcome) -> tuple[WishBook, WishAnswer]:
    after = awake(replace(book, wishes={**book.wishes, wish.id: wish}))
    return after, WishAnswer(outcome, wish)


def awake(book: WishBook) -> WishBook:
    due = [wish.answer_by for wish in book.wishes.values() if wish.answer_by is not None and _waits(wish)]
    gone = [_author_goes_at(wish) for wish in book.wishes.values()]
    return replace(book, wake=min([*due, *(at for at in gone if at is not None)], default=None))


def _waits(wish: WishRecord) -> bool:
    return wish.state is WishState.RECEIVED and not wish.warned


def _is_due(wish: WishRecord, now: datetime) -> bool:
    return wish.answer_by is not None and now >= wish.answer_by


def _author_goes_at(wish: WishRecord) -> datetime | None:
    if wish.author is None or wish.answered_at is None:
        return None
    return wish.answered_at + KEEP_AUTHOR_FOR


def _author_may_go(wish: WishRecord, now: datetime) -> bool:
    at = _author_goes_at(wish)
    return at is not None and now >= at


def _place_in_list(wish: WishRecord) -> tuple[date, int, str]:
    """By planned day; then those of the file, then by number (7 before 10)."""
    number = int(wish.id) if wish.id.isdecimal() else 0
    return (wish.planned_for or date.max, number, wish.id)
