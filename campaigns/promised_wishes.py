"""The promise of a planned wish follows the wish: done in time keeps it; later, or another day, does not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from campaigns.calendar import WorkCalendar, has_started
from campaigns.model import Campaign
from campaigns.promised_days import FURTHEST, Dated
from campaigns.promises import Promise, PromiseBook, Promised, PromiseState, put, register, settled
from campaigns.wishes import WishBook, WishRecord, WishState


@dataclass(frozen=True)
class Followed:
    """The promises that were settled just now, and those of them that their readers must be told were not made."""

    settled: tuple[Promise, ...] = ()
    to_tell: tuple[Promise, ...] = ()


def follow_wishes(
    book: PromiseBook, campaign: Campaign, wishes: WishBook, *, now: datetime
) -> tuple[PromiseBook, Followed]:
    """Doing it twice changes nothing."""
    changed = []
    for promise in book.in_state(PromiseState.OPEN):
        state = _state(promise, campaign, wishes.wishes.get(promise.wish), now) if promise.wish else None
        if state is not None:
            wish = wishes.wishes.get(promise.wish)
            changed.append(settled(promise, state, now=now, because=_because(wish)))
            book = put(book, changed[-1])
    book = _register_planned(book, campaign, wishes.wishes.values(), now)
    untold = {wish.id for wish in wishes.wishes.values() if wish.state is WishState.DONE}
    missed = (promise for promise in changed if promise.state is PromiseState.MISSED and promise.wish not in untold)
    return book, Followed(tuple(changed), tuple(missed))


def _state(promise: Promise, campaign: Campaign, wish: WishRecord | None, now: datetime) -> PromiseState | None:
    """None while it is still promised for that day. Before the campaign starts its plan may still change."""
    if wish is None:
        return PromiseState.DROPPED
    if wish.state is WishState.DONE:
        done = campaign.local(wish.done_at or now).date()
        return PromiseState.KEPT if done <= promise.day else PromiseState.MISSED
    if wish.planned_for == promise.day:
        return None
    is_sooner = wish.planned_for is not None and wish.planned_for < promise.day
    return PromiseState.MISSED if has_started(campaign, now) and not is_sooner else PromiseState.DROPPED


def _because(wish: WishRecord | None) -> str:
    """The reason that was given for a wish by chat goes when its author is forgotten, so it is not kept twice."""
    return wish.because if wish is not None and wish.is_from_file else ""


def _register_planned(
    book: PromiseBook, campaign: Campaign, wishes: Iterable[WishRecord], now: datetime
) -> PromiseBook:
    """The title of a wish by chat is somebody's own words, which may have to be forgotten: it stays out."""
    today, calendar = campaign.local(now).date(), WorkCalendar.of(campaign)
    open_ones = {promise.source for promise in book.in_state(PromiseState.OPEN)}
    for wish in wishes:
        source, day = f"wish/{wish.id}", wish.planned_for
        if wish.state is not WishState.PLANNED or day is None or source in open_ones:
            continue
        if today <= day <= today + FURTHEST:
            title = wish.title if wish.is_from_file else ""
            said = Promised(campaign.owner, source, (wish.audience,))
            book, _ = register(book, calendar, said, [Dated(title, day)], now=now)
    return book
