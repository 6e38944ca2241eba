"""What time does to the seats: sign-up closes, lots are drawn, an offer that nobody took goes to the next."""

from dataclasses import replace
from datetime import datetime

from bot.context import Context
from bot.jobs.due import LOOK_AGAIN, each_due
from bot.seat_news import tell_news
from bot.seat_time import answer_by
from campaigns.seats import SeatBook, promote_due
from storage.base import Transaction
from storage.tables import SEATS


async def settle_seats(ctx: Context, now: datetime) -> None:
    await each_due(ctx, SEATS, now, _settle)


async def _settle(ctx: Context, tx: Transaction, key: str, book: SeatBook, now: datetime) -> None:
    campaign = ctx.campaigns.get(key)
    if campaign is None:
        await tx.put(SEATS, key, replace(book, wake=now + LOOK_AGAIN))
        return
    book, answer = promote_due(book, now=now, answer_by=answer_by(campaign, now))
    await tx.put(SEATS, key, book)
    await tell_news(ctx, tx, campaign, book, answer.changes, now)
