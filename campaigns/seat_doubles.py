"""Somebody turns out to stand on the list twice, under two ids: they keep the better place, the other goes on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from campaigns.seat_book import SeatAnswer, SeatBook, SeatChange, SeatNews, SeatOutcome, SeatState, SignUp
from campaigns.seat_promotion import answer, settled, with_entry, without_person

_BEST_FIRST: Final = (SeatState.SEATED, SeatState.OFFERED, SeatState.ENTERED, SeatState.RESERVED)


def hold_as_one(
    book: SeatBook, *, first: str, later: str, now: datetime, answer_by: datetime
) -> tuple[SeatBook, SeatAnswer]:
    """From now on all of it stands under `first`. A place that nobody holds any more is offered at once."""
    both = [book.entries[person] for person in (first, later) if person in book.entries]
    if later not in book.entries:
        return book, answer(book, SeatOutcome.NOT_SIGNED_UP)
    kept = min(both, key=lambda entry: (_BEST_FIRST.index(entry.state), entry.number))
    others = [entry for entry in both if entry is not kept]
    for entry in others:
        book = without_person(book, entry.person)
    book = _under(book, kept.person, replace(kept, person=first, may_be_named=_may_be_named(both)))
    if not others:
        return book, answer(book, SeatOutcome.ONE_PERSON)
    book, told = settled(book, SeatOutcome.ONE_PERSON, now=now, answer_by=answer_by)
    return book, replace(told, changes=(SeatChange(first, SeatNews.ONE_PERSON), *told.changes))


def _under(book: SeatBook, person: str, entry: SignUp) -> SeatBook:
    """In the place of this person, for whom the book then knows nothing more."""
    holders = tuple(entry.person if holder == person else holder for holder in book.holders)
    entries = {other: kept for other, kept in book.entries.items() if other != person}
    return with_entry(replace(book, entries=entries, holders=holders), entry)


def _may_be_named(entries: Sequence[SignUp]) -> bool | None:
    """One no is a no."""
    said = [entry.may_be_named for entry in entries if entry.may_be_named is not None]
    return all(said) if said else None
