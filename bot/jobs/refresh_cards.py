"""The seat count on a posted card is made true again when it changes."""

import logging
from dataclasses import replace
from datetime import datetime

from bot.claiming import event_of
from bot.context import Context
from bot.place import Place
from bot.platforms.base import DeliveryError
from campaigns.approval_text import text_to_approve
from campaigns.compose import Unsupported, compose
from campaigns.delivery import Delivery, State
from campaigns.facts import facts_for
from campaigns.message import Message, SeatCount
from campaigns.model import Campaign
from campaigns.seats import SeatBook
from campaigns.wishes import WishBook
from storage.tables import DELIVERIES, SEATS, WISHES

log = logging.getLogger(__name__)


class RefreshCardsJob:
    """Remembers the count that the cards of each campaign show; after a restart it looks at all of them once."""

    def __init__(self) -> None:
        self._shown: dict[str, tuple[SeatCount, bool]] = {}

    async def __call__(self, ctx: Context, now: datetime) -> None:
        for campaign in ctx.campaigns.values():
            async with ctx.store.transaction() as tx:
                book = await tx.get(SEATS, campaign.id)
            if book is None:
                continue
            count = SeatCount(book.left, book.places), book.is_open(now)
            if self._shown.get(campaign.id) != count:
                await _refresh(ctx, campaign, book, now)
                self._shown[campaign.id] = count


async def _refresh(ctx: Context, campaign: Campaign, book: SeatBook, now: datetime) -> None:
    async with ctx.store.transaction() as tx:
        sent = await tx.find(DELIVERIES, campaign=campaign.id, state=State.SENT)
        wishes = await tx.get(WISHES, campaign.id) or WishBook(campaign.id)
    for _, delivery in sent:
        if delivery.message is None or delivery.message.seats is None:
            continue
        message = _as_it_is_now(ctx, campaign, delivery, book, wishes, now)
        if message != delivery.message:
            await _update(ctx, delivery, message, now)


def _as_it_is_now(
    ctx: Context, campaign: Campaign, delivery: Delivery, book: SeatBook, wishes: WishBook, now: datetime
) -> Message:
    """The same card with fresh numbers. When its text can't be said any more, or was edited since, only the count
    changes: nobody approved another text."""
    before, occurrence = delivery.message, delivery.occurrence
    if before is None or occurrence is None:
        raise ValueError(f"{delivery.key} has no message to refresh")
    count = SeatCount(book.left, book.places)
    approval = delivery.approval
    if approval is None or approval.hash != text_to_approve(campaign, occurrence)[1]:
        return replace(before, seats=count)
    facts = facts_for(
        campaign, occurrence, seats=book, wishes=wishes, measurements=ctx.read_measurements(campaign), now=now
    )
    fresh = compose(campaign, occurrence, facts, approval.written)
    return replace(before, seats=count) if isinstance(fresh, Unsupported) else replace(fresh, seats=count)


async def _update(ctx: Context, delivery: Delivery, message: Message, now: datetime) -> None:
    """A card that can't be refreshed now stays as it is: its text never promised more than was true when posted."""
    place = Place.of_sent(delivery)
    if place is None or delivery.ref is None or place.platform not in ctx.platforms:
        return
    try:
        await ctx.platforms[place.platform].update(place.address, delivery.ref, message)
    except DeliveryError as error:
        log.warning("The card of %s was not refreshed: %s", delivery.key, error.reason)
        return
    async with ctx.store.transaction() as tx:
        fresh = await tx.get(DELIVERIES, delivery.key)
        if fresh is not None:
            await tx.put(DELIVERIES, delivery.key, replace(fresh, message=message))
    ctx.tell(replace(event_of(delivery, now, text=message.text), event="updated"))
