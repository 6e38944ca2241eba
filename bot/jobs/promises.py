"""Promises follow their wishes, and the owner is reminded of what was promised before its day, on it and after it."""

from dataclasses import replace
from datetime import datetime

from bot.audit import audit
from bot.context import Context
from bot.each import each
from bot.jobs.due import LOOK_AGAIN, each_due
from bot.not_made import tell_not_made
from bot.notices import tell_owner
from bot.promise_words import promise_words
from campaigns.calendar import WorkCalendar
from campaigns.model import Campaign
from campaigns.promised_wishes import Followed, follow_wishes
from campaigns.promises import PromiseBook, Reminded, promises_due
from campaigns.texts.say import say
from campaigns.wishes import WishBook
from storage.base import Transaction
from storage.tables import CAMPAIGNS, PROMISES, WISHES


class PromisesJob:
    """Looks at the wishes of a campaign only when they have changed since it last looked."""

    def __init__(self) -> None:
        self._seen: dict[str, WishBook] = {}

    async def __call__(self, ctx: Context, now: datetime) -> None:
        await each(self._look(ctx, campaign, now) for campaign in ctx.campaigns.values())
        await each_due(ctx, PROMISES, now, _remind)

    async def _look(self, ctx: Context, campaign: Campaign, now: datetime) -> None:
        async with ctx.store.transaction() as tx:
            wishes = await tx.get(WISHES, campaign.id)
            if wishes is None or wishes == self._seen.get(campaign.id):
                return
            await _follow(tx, campaign, wishes, now)
        self._seen[campaign.id] = wishes


async def _follow(tx: Transaction, campaign: Campaign, wishes: WishBook, now: datetime) -> None:
    state = await tx.get(CAMPAIGNS, campaign.id)
    if state is None or state.ended_at is not None:
        return
    book = await tx.get(PROMISES, campaign.id) or PromiseBook(campaign.id)
    after, followed = follow_wishes(book, campaign, wishes, now=now)
    if after != book:
        await tx.put(PROMISES, campaign.id, after)
        await _tell(tx, campaign, followed, now)


async def _tell(tx: Transaction, campaign: Campaign, followed: Followed, now: datetime) -> None:
    for promise in followed.settled:
        action = f"promise {promise.state}"
        number = str(promise.number)
        await audit(
            tx,
            now=now,
            campaign=campaign.id,
            actor=campaign.owner,
            action=action,
            subject=number,
            detail=promise.source,
        )
    for promise in followed.to_tell:
        await tell_not_made(tx, campaign, promise, "", now)


async def _remind(ctx: Context, tx: Transaction, key: str, book: PromiseBook, now: datetime) -> None:
    campaign = ctx.campaigns.get(key)
    if campaign is None:
        await tx.put(PROMISES, key, replace(book, wake=now + LOOK_AGAIN))
        return
    book, reminded = promises_due(book, WorkCalendar.of(campaign), now=now)
    await tx.put(PROMISES, key, book)
    for one in reminded:
        name = f"promise/{one.promise.number}/{campaign.local(now).date().isoformat()}"
        await tell_owner(ctx, tx, campaign, sentence=_sentence(campaign, one), key=name, now=now)


def _sentence(campaign: Campaign, reminded: Reminded) -> str:
    """A wish has words of its own to settle it with."""
    key = f"promise_{reminded.stage}" + ("_wish" if reminded.promise.wish else "")
    return say(campaign.language, key, **promise_words(campaign, reminded.promise))
