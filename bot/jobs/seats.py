"""What time does to the seats: sign-up closes, lots are drawn, an offer that nobody took goes to the next."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.context import Context
from bot.seat_news import tell_news
from bot.seat_time import answer_by
from campaigns.seats import promote_due
from storage.tables import SEATS

MANY = 1_000
# A campaign whose file is gone may come back.
LOOK_AGAIN = timedelta(hours=1)


async def settle_seats(ctx: Context, now: datetime) -> None:
    async with ctx.store.transaction() as tx:
        for key, book in await tx.due(SEATS, now, MANY):
            campaign = ctx.campaigns.get(key)
            if campaign is None:
                await tx.put(SEATS, key, replace(book, wake=now + LOOK_AGAIN))
                continue
            book, answer = promote_due(book, now=now, answer_by=answer_by(campaign, now))
            await tx.put(SEATS, key, book)
            await tell_news(ctx, tx, campaign, book, answer.changes, now)
