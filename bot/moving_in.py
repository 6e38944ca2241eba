"""Two ids turned out to be one person: what stood under the later one stands under the first from now on."""

from dataclasses import replace
from datetime import datetime

from bot.context import Context
from bot.own_marks import move_marks
from bot.seat_news import tell_news
from bot.seat_time import answer_by
from campaigns.seat_doubles import hold_as_one
from campaigns.wishes import move_author
from storage.base import Transaction
from storage.tables import DELIVERIES, PEOPLE, QUESTIONS, REMINDERS, SEATS, WISHES, KnownPerson


async def become_one(ctx: Context, tx: Transaction, *, first: str, later: str, now: datetime) -> None:
    """Both ids are known. Somebody who said stop to one of them said it to both."""
    kept, moved = await tx.get(PEOPLE, first), await tx.get(PEOPLE, later)
    if kept is None or moved is None:
        raise ValueError(f"{later} can't become {first}: one of them is not known")
    audiences = tuple(sorted({**dict(moved.audiences), **dict(kept.audiences)}.items()))
    await tx.put(PEOPLE, first, replace(kept, audiences=audiences, stopped=kept.stopped or moved.stopped))
    for one, known in [(later, moved), *await tx.find(PEOPLE, same_as=later)]:
        await tx.put(PEOPLE, one, _only_reached(known, first))
    await move_marks(tx, later=later, first=first)
    await _move_words(tx, later=later, first=first)
    await _move_seats(ctx, tx, later=later, first=first, now=now)


def _only_reached(known: KnownPerson, first: str) -> KnownPerson:
    """What else is known of them stands with the first id."""
    return replace(known, same_as=first, audiences=(), stopped=False)


async def _move_words(tx: Transaction, *, later: str, first: str) -> None:
    for key, book in await tx.find(WISHES):
        after = move_author(book, person=later, to=first)
        if after != book:
            await tx.put(WISHES, key, after)
    for key, question in await tx.find(QUESTIONS, person=later):
        await tx.put(QUESTIONS, key, replace(question, person=first))
    for key, delivery in await tx.find(DELIVERIES, person=later):
        await tx.put(DELIVERIES, key, replace(delivery, person=first))
    for key, reminder in await tx.find(REMINDERS, person=later):
        await tx.remove(REMINDERS, key)
        await tx.add(REMINDERS, key.replace(f"/{later}/", f"/{first}/", 1), replace(reminder, person=first))


async def _move_seats(ctx: Context, tx: Transaction, *, later: str, first: str, now: datetime) -> None:
    """Who had signed up twice is told what they keep; what comes free is offered to the next."""
    for key, book in await tx.find(SEATS):
        campaign = ctx.campaigns.get(key)
        until = answer_by(campaign, now) if campaign else now
        after, answer = hold_as_one(book, first=first, later=later, now=now, answer_by=until)
        if after != book:
            await tx.put(SEATS, key, after)
        if campaign is not None:
            await tell_news(ctx, tx, campaign, after, answer.changes, now)
