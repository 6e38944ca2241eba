"""Keep the outbox equal to the plan. Plans again only when a campaign file or a wish has changed."""

from datetime import datetime

from bot.context import Context
from campaigns.model import Campaign, Wish
from campaigns.occurrence import Occurrence
from campaigns.plan import Happened, plan
from campaigns.replan import OUT, replanned
from campaigns.wishes import WishBook, WishState
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
            happened, fingerprint = await _what_happened(tx, campaigns)
        if fingerprint == self._planned_for:
            return
        planned = plan(campaigns, happened).occurrences
        for campaign in campaigns:
            mine = [item for item in planned if item.campaign == campaign.id and not item.expected]
            async with ctx.store.transaction() as tx:
                await _keep(tx, campaign, mine, now)
        self._planned_for = fingerprint


async def _has_ended(tx: Transaction, campaign: Campaign) -> bool:
    """What came of its posts is in the archive; planned again they would all seem new."""
    state = await tx.get(CAMPAIGNS, campaign.id)
    return state is not None and state.ended_at is not None


async def _what_happened(tx: Transaction, campaigns: list[Campaign]) -> tuple[dict[str, Happened], Fingerprint]:
    """What a plan depends on beside the files, and a fingerprint that changes when the plan may."""
    happened: dict[str, Happened] = {}
    fingerprint: Fingerprint = {}
    for campaign in campaigns:
        book = await tx.get(WISHES, campaign.id) or WishBook(campaign.id)
        done = {key: wish.done_at for key, wish in book.wishes.items() if wish.done_at}
        happened[campaign.id] = Happened(
            sent=await _out(tx, campaign),
            done_wishes=done,
            extra_wishes={
                key: Wish(title=wish.title, asked_by=wish.audience)
                for key, wish in book.wishes.items()
                if wish.state is WishState.DONE and key not in campaign.wishes
            },
        )
        fingerprint[campaign.id] = (campaign.source_hash, tuple(sorted(done.items())))
    return happened, fingerprint


async def _out(tx: Transaction, campaign: Campaign) -> tuple[Occurrence, ...]:
    found = [
        delivery.occurrence
        for state in sorted(OUT)
        for _, delivery in await tx.find(DELIVERIES, campaign=campaign.id, state=state)
        if delivery.occurrence is not None
    ]
    return tuple(sorted(found, key=lambda item: (item.at, item.key)))


async def _keep(tx: Transaction, campaign: Campaign, planned: list[Occurrence], now: datetime) -> None:
    kept = {
        key: delivery
        for key, delivery in await tx.find(DELIVERIES, campaign=campaign.id)
        if delivery.occurrence is not None
    }
    for delivery in replanned(campaign, planned, kept, now=now):
        await tx.put(DELIVERIES, delivery.key, delivery)
