"""A card that has been answered says so, and its buttons go. Only for the eye: what was decided is stored already."""

import logging

from bot.context import Context
from bot.place import Place
from bot.platforms.base import DeliveryError
from campaigns.approval import Approval
from campaigns.approval_text import answered_sentence, card_answered
from campaigns.delivery import Delivery
from campaigns.message import Message
from storage.tables import DELIVERIES

log = logging.getLogger(__name__)


async def redraw(ctx: Context, card: str) -> None:
    """A platform that refuses is no reason to fail: an old button is answered with how things are."""
    async with ctx.store.transaction() as tx:
        sent = await tx.get(DELIVERIES, card)
        asked = await tx.find(DELIVERIES, campaign=sent.campaign) if sent else []
    approvals = [item.approval for _, item in asked if item.approval and item.approval.card == card]
    if sent is None or not approvals:
        return
    message = _answered(ctx, sent, approvals[0])
    place = Place.of_sent(sent)
    if message is None or place is None or sent.ref is None or place.platform not in ctx.platforms:
        return
    try:
        await ctx.platforms[place.platform].update(place.address, sent.ref, message)
    except DeliveryError as error:
        log.warning("The card %s still shows its buttons: %s", card, error.reason)


def _answered(ctx: Context, card: Delivery, approval: Approval) -> Message | None:
    campaign = ctx.campaigns.get(card.campaign)
    if campaign is None or card.message is None:
        return None
    return card_answered(card.message, answered_sentence(campaign, approval))
