"""Wishes whose author wants to be forgotten: their words go, and every number that was said of them stays true."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from campaigns.wishes import WishBook, WishRecord, WishState, awake


def answered_in_time(book: WishBook, *, now: datetime) -> tuple[int, int]:
    """Of the wishes by chat whose answer was due or given: how many had it in time, and how many there are."""
    in_time, due = _in_time(book.wishes.values(), now)
    return in_time + book.forgotten_in_time, due + book.forgotten_due


def forget_author(book: WishBook, *, person: str, now: datetime) -> WishBook:
    """Wishes that nobody promised go wholly. A promised or done one stays, with nothing of who sent it."""
    own = [wish for wish in book.wishes.values() if wish.author == person]
    stays = {wish.id: replace(wish, author=None) for wish in own if wish.state in (WishState.PLANNED, WishState.DONE)}
    gone = [wish for wish in own if wish.id not in stays]
    in_time, due = _in_time(gone, now)
    kept = {key: wish for key, wish in book.wishes.items() if wish not in gone}
    return awake(
        replace(
            book,
            wishes={**kept, **stays},
            forgotten_in_time=book.forgotten_in_time + in_time,
            forgotten_due=book.forgotten_due + due,
        )
    )


def _in_time(wishes: Iterable[WishRecord], now: datetime) -> tuple[int, int]:
    due = [
        (wish.answer_by, wish.answered_at)
        for wish in wishes
        if wish.answer_by is not None and (wish.answered_at is not None or wish.answer_by <= now)
    ]
    return sum(at is not None and at <= by for by, at in due), len(due)
