"""The seat count on a posted card is made true again when it changes."""

import logging
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.card_updates import CardUpdates
from bot.cards import message_now
from bot.claiming import event_of
from bot.context import Context
from bot.each import each
from bot.place import Place
from bot.platforms.base import DeliveryError
from campaigns.delivery import Delivery, State
from campaigns.message import Message, SeatCount
from campaigns.model import Campaign
from storage.tables import DELIVERIES, SEATS

log = logging.getLogger(__name__)


class RefreshCardsJob:
    """Remembers the count that the cards of each campaign show; after a restart it looks at all of them once."""

    def __init__(self, updates: CardUpdates) -> None:
        self._updates = updates
        self._shown: dict[str, tuple[SeatCount, bool]] = {}

    async def __call__(self, ctx: Context, now: datetime) -> None:
        await each(self._look(ctx, campaign, now) for campaign in ctx.campaigns.values())

    async def _look(self, ctx: Context, campaign: Campaign, now: datetime) -> None:
        async with ctx.store.transaction() as tx:
            book = await tx.get(SEATS, campaign.id)
        if book is None:
            return
        count = SeatCount(book.left, book.places), book.is_open(now)
        if self._shown.get(campaign.id) != count:
            self._shown[campaign.id] = count
            await self._show_anew(ctx, campaign)

    async def _show_anew(self, ctx: Context, campaign: Campaign) -> None:
        async with ctx.store.transaction() as tx:
            sent = await tx.find(DELIVERIES, campaign=campaign.id, state=State.SENT)
        for key, delivery in sent:
            if delivery.message is not None and delivery.message.seats is not None:
                self._updates.soon(key, partial(self._refresh, ctx, campaign.id, key))

    async def _refresh(self, ctx: Context, campaign_id: str, key: str) -> None:
        """With what is true when its turn has come. What can't be shown now is tried again with the next look."""
        async with ctx.store.transaction() as tx:
            delivery = await tx.get(DELIVERIES, key)
            message = await message_now(ctx, tx, delivery) if delivery is not None else None
        if delivery is None or message is None or message == delivery.message:
            return
        if not await _update(ctx, delivery, message, ctx.clock.now()):
            self._shown.pop(campaign_id, None)


async def _update(ctx: Context, delivery: Delivery, message: Message, now: datetime) -> bool:
    """False when it may succeed later; until then the card's text promises no more than was true when posted."""
    place = Place.of_sent(delivery)
    if place is None or delivery.ref is None or place.platform not in ctx.platforms:
        return True
    try:
        await ctx.platforms[place.platform].update(place.address, delivery.ref, message)
    except DeliveryError as error:
        log.warning("The card of %s was not refreshed: %s", delivery.key, error.reason)
        return error.permanent or error.channel_closed
    async with ctx.store.transaction() as tx:
        fresh = await tx.get(DELIVERIES, delivery.key)
        if fresh is not None and fresh.message != delivery.message:
            return False  # meanwhile somebody in it was forgotten
        if fresh is not None:
            await tx.put(DELIVERIES, delivery.key, replace(fresh, message=message))
    ctx.tell(replace(event_of(delivery, now, text=message.text), event="updated"))
    return True
