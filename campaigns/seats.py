"""The few seats of a sounding board: never oversold, no gaps on the reserve list, one true answer to every press."""

from dataclasses import replace
from datetime import datetime

from campaigns.model import Seats
from campaigns.seat_book import (
    SeatAnswer,
    SeatBook,
    SeatChange,
    SeatMembers,
    SeatNews,
    SeatOutcome,
    SeatState,
    SignUp,
)
from campaigns.seat_draw import draw_order, seed_hash
from campaigns.seat_promotion import answer, awake, is_over, settled, with_entry, without_person

__all__ = [
    "SeatAnswer",
    "SeatBook",
    "SeatChange",
    "SeatMembers",
    "SeatNews",
    "SeatOutcome",
    "SeatState",
    "SignUp",
    "agree_to_be_named",
    "close_early",
    "draw_order",
    "extend",
    "forget",
    "leave",
    "members",
    "open_book",
    "promote_due",
    "raise_places",
    "seed_hash",
    "sign_up",
]


def open_book(campaign: str, seats: Seats, *, opens: datetime, closes: datetime, seed: str) -> SeatBook:
    """An empty book. `seed` is a fresh secret; its hash is published at opening, itself at the draw."""
    return SeatBook(
        campaign=campaign,
        places=seats.places,
        opens=opens,
        closes=closes,
        allocation=seats.allocation,
        max_per_team=seats.max_per_team,
        seed=seed,
        seed_hash=seed_hash(seed),
        wake=opens,
    )


def members(book: SeatBook) -> SeatMembers:
    """The names of the seated who agreed, by name, and how many others there are."""
    seated = book.seated
    named = sorted((entry.name, entry.person) for entry in seated if entry.may_be_named)
    return SeatMembers(tuple(name for name, _ in named), len(seated) - len(named), tuple(who for _, who in named))


def sign_up(book: SeatBook, *, person: str, name: str, team: str, now: datetime) -> tuple[SeatBook, SeatAnswer]:
    """Join, or accept an offer. Pressing again changes nothing and says how things are."""
    entry = book.entries.get(person)
    if entry is not None:
        return _press_again(book, entry, now)
    if not book.is_open(now):
        early = now < book.opens and book.closed_at is None
        outcome = SeatOutcome.TOO_EARLY if early else SeatOutcome.TOO_LATE
        return book, answer(book, outcome, at=book.opens if early else book.closed_at or book.closes)
    state, outcome = _place_for(book, team)
    added = SignUp(person, name, team, book.next_number, state, now)
    after = replace(
        book,
        entries={**book.entries, person: added},
        holders=(*book.holders, person) if state is SeatState.SEATED else book.holders,
        next_number=book.next_number + 1,
    )
    # Numbers only grow, so whoever comes now is the last of the reserve list: no need to count it.
    number = len(after.entries) - after.taken if state is SeatState.RESERVED else None
    return after, answer(after, outcome, number=number)


def leave(book: SeatBook, *, person: str, now: datetime, answer_by: datetime) -> tuple[SeatBook, SeatAnswer]:
    """Give up a seat, an offer, a place on the reserve list or in the draw; what comes free is offered at once."""
    entry = book.entries.get(person)
    if entry is None:
        return book, answer(book, SeatOutcome.NOT_SIGNED_UP)
    outcome = {
        SeatState.SEATED: SeatOutcome.LEFT_SEAT,
        SeatState.OFFERED: SeatOutcome.REFUSED_OFFER,
        SeatState.RESERVED: SeatOutcome.LEFT_RESERVE,
        SeatState.ENTERED: SeatOutcome.LEFT_DRAW,
    }[entry.state]
    return settled(without_person(book, person), outcome, now=now, answer_by=answer_by)


def forget(book: SeatBook, *, person: str, now: datetime, answer_by: datetime) -> tuple[SeatBook, SeatAnswer]:
    """As leaving: nothing of the person stays."""
    after, told = leave(book, person=person, now=now, answer_by=answer_by)
    if told.outcome is SeatOutcome.NOT_SIGNED_UP:
        return after, told
    return after, replace(told, outcome=SeatOutcome.FORGOTTEN)


def agree_to_be_named(book: SeatBook, *, person: str, agreed: bool) -> tuple[SeatBook, SeatAnswer]:
    """Whether the name may stand in the closing post; only a seated person is ever named."""
    entry = book.entries.get(person)
    if entry is None:
        return book, answer(book, SeatOutcome.NOT_SIGNED_UP)
    after = with_entry(book, replace(entry, may_be_named=agreed))
    return after, answer(after, SeatOutcome.NAMED if agreed else SeatOutcome.NOT_NAMED)


def promote_due(book: SeatBook, *, now: datetime, answer_by: datetime) -> tuple[SeatBook, SeatAnswer]:
    """What time does: sign-up closes, lots are drawn, offers expire, free seats are offered."""
    after, told = settled(book, SeatOutcome.SETTLED, now=now, answer_by=answer_by)
    return after, told if after != book else replace(told, outcome=SeatOutcome.NOTHING_DUE)


def raise_places(book: SeatBook, *, places: int, now: datetime, answer_by: datetime) -> tuple[SeatBook, SeatAnswer]:
    """More places, offered to the reserve list at once. Fewer is refused: the number was promised."""
    if places <= book.places:
        return book, answer(book, SeatOutcome.NOT_RAISED)
    return settled(replace(book, places=places), SeatOutcome.RAISED, now=now, answer_by=answer_by)


def extend(book: SeatBook, *, closes: datetime, now: datetime) -> tuple[SeatBook, SeatAnswer]:
    """A later closing, once, while sign-up isn't closed yet."""
    if book.closed_at is not None or now >= book.closes:
        return book, answer(book, SeatOutcome.ALREADY_CLOSED, at=book.closed_at or book.closes)
    if closes <= book.closes:
        return book, answer(book, SeatOutcome.NOT_LATER, at=book.closes)
    if book.is_extended:
        return book, answer(book, SeatOutcome.ALREADY_EXTENDED, at=book.closes)
    after = awake(replace(book, closes=closes, is_extended=True), now)
    return after, answer(after, SeatOutcome.EXTENDED, at=closes)


def close_early(book: SeatBook, *, now: datetime, answer_by: datetime) -> tuple[SeatBook, SeatAnswer]:
    """Closes sign-up now; lots are drawn at once."""
    if book.closed_at is not None or now >= book.closes:
        return book, answer(book, SeatOutcome.ALREADY_CLOSED, at=book.closed_at or book.closes)
    after, told = settled(replace(book, closed_at=now), SeatOutcome.CLOSED, now=now, answer_by=answer_by)
    return after, replace(told, at=now)


def _press_again(book: SeatBook, entry: SignUp, now: datetime) -> tuple[SeatBook, SeatAnswer]:
    if entry.state is SeatState.SEATED:
        return book, answer(book, SeatOutcome.ALREADY_SEATED)
    if entry.state is SeatState.ENTERED:
        return book, answer(book, SeatOutcome.ALREADY_ENTERED)
    if entry.state is SeatState.RESERVED:
        return book, answer(book, SeatOutcome.ALREADY_RESERVED, number=book.reserve_number(entry.person))
    if is_over(entry, now):
        return book, answer(book, SeatOutcome.OFFER_EXPIRED, answer_by=entry.answer_by)
    after = awake(with_entry(book, replace(entry, state=SeatState.SEATED, answer_by=None)), now)
    return after, answer(after, SeatOutcome.ACCEPTED)


def _place_for(book: SeatBook, team: str) -> tuple[SeatState, SeatOutcome]:
    if book.allocation == "draw":
        return SeatState.ENTERED, SeatOutcome.ENTERED
    if book.is_full:
        return SeatState.RESERVED, SeatOutcome.RESERVED_FULL
    if not book.has_room_for(team):
        return SeatState.RESERVED, SeatOutcome.RESERVED_TEAM_FULL
    return SeatState.SEATED, SeatOutcome.SEATED
