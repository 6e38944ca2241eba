"""What a card that was sent shows now: an answered one says so and loses its buttons, a seat count is the true one.

Only for the eye: what was decided is stored already, and nobody's text changes without their yes.
"""

import logging
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from bot.context import Context
from bot.place import Place
from bot.platforms.base import DeliveryError
from campaigns.approval import Decision
from campaigns.approval_text import answered_sentence, card_answered, text_to_approve
from campaigns.compose import Unsupported, compose
from campaigns.delivery import Delivery
from campaigns.facts import facts_for
from campaigns.message import Message, SeatCount
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.wishes import WishBook
from storage.base import Transaction
from storage.tables import DELIVERIES, SEATS, WISHES

log = logging.getLogger(__name__)

ASKING: Final = frozenset({"approval", "briefing"})  # the kinds of card that wait for an answer
ANSWERS: Final = frozenset({Decision.APPROVED, Decision.REJECTED, Decision.CHANGE_ASKED})


async def shown_now(ctx: Context, card: str) -> Message | None:
    """None when no such card was sent."""
    async with ctx.store.transaction() as tx:
        sent = await tx.get(DELIVERIES, card)
        return await message_now(ctx, tx, sent) if sent is not None else None


async def message_now(ctx: Context, tx: Transaction, sent: Delivery) -> Message | None:
    campaign = ctx.campaigns.get(sent.campaign)
    if campaign is None or sent.message is None:
        return sent.message
    if sent.message.seats is not None:
        return await _with_true_count(ctx, tx, campaign, sent)
    return await _answered(tx, campaign, sent) or sent.message


async def _with_true_count(ctx: Context, tx: Transaction, campaign: Campaign, sent: Delivery) -> Message | None:
    """The same card with fresh numbers. When its text can't be said any more, or was edited since, only the count
    changes: nobody approved another text."""
    before, occurrence, book = sent.message, sent.occurrence, await tx.get(SEATS, campaign.id)
    if before is None or occurrence is None or book is None:
        return before
    counted = replace(before, seats=SeatCount(book.left, book.places))
    approval = sent.approval
    if approval is None or approval.hash != _hash_of(_Asked(id(campaign), occurrence, campaign)):
        return counted
    facts = facts_for(
        campaign,
        occurrence,
        seats=book,
        wishes=await tx.get(WISHES, campaign.id) or WishBook(campaign.id),
        measurements=ctx.read_measurements(campaign),
        now=ctx.clock.now(),
    )
    fresh = compose(campaign, occurrence, facts, approval.written)
    return counted if isinstance(fresh, Unsupported) else replace(fresh, seats=counted.seats)


@dataclass(frozen=True)
class _Asked:
    """What somebody said yes to. A file that was read again is another campaign, whatever it says; the one that is held
    here keeps its number."""

    number: int
    occurrence: Occurrence
    campaign: Campaign = field(compare=False)


@lru_cache(maxsize=100)
def _hash_of(asked: _Asked) -> str:
    """Everybody who presses on a card asks for the same one."""
    return text_to_approve(asked.campaign, asked.occurrence)[1]


async def redraw(ctx: Context, card: str) -> None:
    """A platform that refuses is no reason to fail: an old button is answered with how things are."""
    async with ctx.store.transaction() as tx:
        sent = await tx.get(DELIVERIES, card)
        campaign = ctx.campaigns.get(sent.campaign) if sent is not None else None
        message = await _answered(tx, campaign, sent) if sent is not None and campaign is not None else None
    place = Place.of_sent(sent) if sent is not None else None
    if sent is None or message is None or place is None or sent.ref is None or place.platform not in ctx.platforms:
        return
    try:
        await ctx.platforms[place.platform].update(place.address, sent.ref, message)
    except DeliveryError as error:
        log.warning("The card %s still shows its buttons: %s", card, error.reason)


async def _answered(tx: Transaction, campaign: Campaign, card: Delivery) -> Message | None:
    """None while nobody has answered, or when it never asked anything."""
    if card.message is None or card.message.kind not in ASKING:
        return None
    asked = await tx.find(DELIVERIES, campaign=card.campaign)
    approvals = [item.approval for _, item in asked if item.approval and item.approval.card == card.key]
    if not approvals or approvals[0].decision not in ANSWERS:
        return None
    return card_answered(card.message, answered_sentence(campaign, approvals[0]))
