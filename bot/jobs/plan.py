"""Keep the outbox equal to the plan. Plans again only when a campaign file or a wish has changed."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from bot.context import Context
from bot.each import each
from bot.notices import tell_owner
from campaigns.delivery import Delivery, State
from campaigns.findings import Finding, Level
from campaigns.model import Campaign, Wish
from campaigns.plan import Happened, Plan, plan
from campaigns.plan_findings import KEEPS_ITS_MOMENT
from campaigns.replan import news_from, replanned, sent_occurrences
from campaigns.texts.say import say
from campaigns.wishes import WishBook, WishState
from campaigns.wording import written_moment
from storage.base import Transaction
from storage.tables import CAMPAIGNS, DELIVERIES, WISHES

Fingerprint = dict[str, object]


class PlanJob:
    """Remembers what it last planned for; after a restart it plans once, which changes nothing that stands."""

    def __init__(self) -> None:
        self._planned_for: Fingerprint = {}

    async def __call__(self, ctx: Context, now: datetime) -> None:
        async with ctx.store.transaction() as tx:
            campaigns = [campaign for campaign in ctx.campaigns.values() if not await _has_ended(tx, campaign)]
            books = {item.id: await tx.get(WISHES, item.id) or WishBook(item.id) for item in campaigns}
            fingerprint: Fingerprint = {item.id: (item.source_hash, _done(books[item.id])) for item in campaigns}
            if fingerprint == self._planned_for:
                return
            happened = {item.id: await _what_happened(tx, item, books[item.id], now) for item in campaigns}
        planned = plan(campaigns, happened)
        await each(_keep(ctx, campaign, planned, now) for campaign in campaigns)
        self._planned_for = fingerprint


async def _has_ended(tx: Transaction, campaign: Campaign) -> bool:
    """What came of its posts is in the archive; planned again they would all seem new."""
    state = await tx.get(CAMPAIGNS, campaign.id)
    return state is not None and state.ended_at is not None


def _done(book: WishBook) -> dict[str, datetime]:
    return {key: wish.done_at for key, wish in book.wishes.items() if wish.done_at}


async def _what_happened(tx: Transaction, campaign: Campaign, book: WishBook, now: datetime) -> Happened:
    kept = (await _kept(tx, campaign)).values()
    return Happened(
        sent=sent_occurrences(kept),
        done_wishes=news_from(_done(book), kept, now=now),
        extra_wishes={
            key: Wish(title=wish.title, asked_by=wish.audience)
            for key, wish in book.wishes.items()
            if wish.state is WishState.DONE and key not in campaign.wishes
        },
    )


async def _kept(tx: Transaction, campaign: Campaign) -> dict[str, Delivery]:
    """This campaign's posts in the outbox."""
    found = await tx.find(DELIVERIES, campaign=campaign.id)
    return {key: delivery for key, delivery in found if delivery.occurrence is not None}


async def _keep(ctx: Context, campaign: Campaign, planned: Plan, now: datetime) -> None:
    mine = [item for item in planned.occurrences if item.campaign == campaign.id and not item.expected]
    async with ctx.store.transaction() as tx:
        kept = await _kept(tx, campaign)
        changed = replanned(campaign, mine, kept, now=now)
        for delivery in changed:
            await tx.put(DELIVERIES, delivery.key, delivery)
        await _tell_of_what_is_not_posted(ctx, tx, campaign, planned.findings, now)
        await _tell_of_late_news(ctx, tx, campaign, (item for item in changed if item.key not in kept), now)
    for card in _cards_asked(kept[delivery.key] for delivery in changed if delivery.key in kept):
        ctx.redraw(card)


async def _tell_of_what_is_not_posted(
    ctx: Context, tx: Transaction, campaign: Campaign, findings: Iterable[Finding], now: datetime
) -> None:
    """The check of a file knows nothing of what was sent; each is told once."""
    for finding in findings:
        if finding.file == campaign.file and (finding.level is Level.ERROR or finding.rule == KEEPS_ITS_MOMENT):
            sentence = f"{finding.message} {finding.fix}"
            mark = hashlib.sha256(sentence.encode()).hexdigest()[:12]
            await tell_owner(ctx, tx, campaign, sentence=sentence, key=f"not-posted/{mark}", now=now)


async def _tell_of_late_news(
    ctx: Context, tx: Transaction, campaign: Campaign, new: Iterable[Delivery], now: datetime
) -> None:
    """The owner may expect that what is done today is told today; it is not when no channel has room."""
    news = [one.occurrence for one in new if one.occurrence and one.occurrence.wish and one.state is State.WAITING]
    first: dict[str | None, datetime] = {}
    for occurrence in news:
        first[occurrence.wish] = min(occurrence.wall, first.get(occurrence.wish, occurrence.wall))
    for wish, wall in first.items():
        if wall.date() > campaign.local(now).date():
            moment = written_moment(campaign.language, wall)
            sentence = say(campaign.language, "news_waits", wish=wish, moment=moment)
            await tell_owner(ctx, tx, campaign, sentence=sentence, key=f"news/{wish}/{wall.isoformat()}", now=now)


def _cards_asked(deliveries: Iterable[Delivery]) -> set[str]:
    """Which may ask for something else now than what is on them."""
    return {delivery.approval.card for delivery in deliveries if delivery.approval is not None}
