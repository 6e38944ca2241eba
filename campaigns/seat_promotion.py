"""What time and freed seats do to a seat book: close, draw, expire, offer; no seat stays empty while somebody waits."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from campaigns.seat_book import SeatAnswer, SeatBook, SeatChange, SeatNews, SeatOutcome, SeatState, SignUp
from campaigns.seat_draw import draw_order


def settled(book: SeatBook, outcome: SeatOutcome, *, now: datetime, answer_by: datetime) -> tuple[SeatBook, SeatAnswer]:
    """Brings the book up to date with `now`, in the one order that leaves no seat empty while somebody waits for it."""
    book = _closed_by(book, now)
    book, drawn = _draw(book, now)
    book, expired = _expire(book, now)
    book, offered = _offer_free(book, answer_by)
    book = awake(book, now)
    return book, answer(book, outcome, changes=(*drawn, *expired, *offered))


def _closed_by(book: SeatBook, now: datetime) -> SeatBook:
    is_over = book.closed_at is None and now >= book.closes
    return replace(book, closed_at=book.closes) if is_over else book


def _draw(book: SeatBook, now: datetime) -> tuple[SeatBook, list[SeatChange]]:
    if book.closed_at is None or not book.waits_for_draw:
        return book, []
    entries: dict[str, SignUp] = {}
    winners: list[str] = []
    changes = []
    given: Counter[str] = Counter()
    most = _most_per_team(book)
    for number, person in enumerate(draw_order(book.seed, book.entries), start=1):
        entry = book.entries[person]
        wins = len(winners) < book.places and given[entry.team] < most
        if wins:
            winners.append(person)
            given[entry.team] += 1
            changes.append(SeatChange(person, SeatNews.DRAWN))
        else:
            changes.append(SeatChange(person, SeatNews.NOT_DRAWN, number=number - len(winners)))
        entries[person] = replace(entry, number=number, state=SeatState.SEATED if wins else SeatState.RESERVED)
    return replace(book, entries=entries, holders=tuple(winners), drawn_at=now), changes


def _expire(book: SeatBook, now: datetime) -> tuple[SeatBook, list[SeatChange]]:
    changes = []
    for entry in book.offered:
        if is_over(entry, now):
            book = without_person(book, entry.person)
            changes.append(SeatChange(entry.person, SeatNews.EXPIRED, answer_by=entry.answer_by))
    return book, changes


def _offer_free(book: SeatBook, answer_by: datetime) -> tuple[SeatBook, list[SeatChange]]:
    """In order, passing over whoever's team has its seats already; they keep their place in line."""
    given = Counter(book.entries[holder].team for holder in book.holders)
    most = _most_per_team(book)
    offered: list[SignUp] = []
    for entry in book.reserve if book.left else ():
        if len(offered) < book.left and given[entry.team] < most:
            given[entry.team] += 1
            offered.append(replace(entry, state=SeatState.OFFERED, answer_by=answer_by))
    people = {entry.person: entry for entry in offered}
    after = replace(book, entries={**book.entries, **people}, holders=(*book.holders, *people))
    return after, [SeatChange(person, SeatNews.OFFERED, answer_by=answer_by) for person in people]


def _most_per_team(book: SeatBook) -> int:
    return book.places if book.max_per_team is None else book.max_per_team


def is_over(entry: SignUp, now: datetime) -> bool:
    return entry.answer_by is not None and now >= entry.answer_by


def with_entry(book: SeatBook, entry: SignUp) -> SeatBook:
    return replace(book, entries={**book.entries, entry.person: entry})


def without_person(book: SeatBook, person: str) -> SeatBook:
    entries = {other: entry for other, entry in book.entries.items() if other != person}
    return replace(book, entries=entries, holders=tuple(other for other in book.holders if other != person))


def awake(book: SeatBook, now: datetime) -> SeatBook:
    """The next instant at which time changes something."""
    ends = [book.entries[holder].answer_by for holder in book.holders]
    ahead = [end for end in ends if end is not None]
    if book.closed_at is None:
        ahead.append(book.opens if now < book.opens else book.closes)
    return replace(book, wake=min(ahead, default=None))


def answer(
    book: SeatBook,
    outcome: SeatOutcome,
    *,
    number: int | None = None,
    answer_by: datetime | None = None,
    at: datetime | None = None,
    changes: Iterable[SeatChange] = (),
) -> SeatAnswer:
    return SeatAnswer(outcome, book.places, book.left, number, answer_by, at, tuple(changes))
