"""What a card that was sent shows now: an answered one says so and loses its buttons, a seat count is the true one.

Only for the eye: what was decided is stored already, and nobody's text changes without their yes.
"""

import logging
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from bot.context import Context
from bot.place import Place
from bot.platforms.base import DeliveryError
from bot.sent_posts import is_in_file
from campaigns.approval import Approval, Decision
from campaigns.approval_text import answered_sentence, card_answered, text_to_approve
from campaigns.compose import Unsupported, compose
from campaigns.delivery import OPEN, Delivery
from campaigns.facts import facts_for
from campaigns.measurements import Measurements
from campaigns.message import Message, SeatCount
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.seat_book import SeatBook
from campaigns.texts.say import say
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
    if sent.approval is None or not is_in_file(campaign, occurrence):
        return counted
    is_measured = campaign.post(occurrence.post).measure is not None
    fresh = _words(
        sent.key,
        _MadeOf(
            campaign,
            occurrence,
            sent.approval,
            _without_who_waits(book),
            await tx.get(WISHES, campaign.id) or WishBook(campaign.id),
            ctx.read_measurements(campaign) if is_measured else Measurements(),
            book.is_open(ctx.clock.now()),
            ctx.clock.now(),
        ),
    )
    return counted if fresh is None else replace(fresh, seats=counted.seats)


@dataclass(frozen=True)
class _MadeOf:
    """All that a card's words are made of. Of the time it matters only whether one may sign up."""

    campaign: Campaign
    occurrence: Occurrence
    approval: Approval
    book: SeatBook
    wishes: WishBook
    measurements: Measurements
    is_open: bool
    now: datetime = field(compare=False)


_LAST: Final[dict[str, tuple[_MadeOf, Message | None]]] = {}  # of the cards that were pressed on last
MOST_REMEMBERED: Final = 100


def _words(card: str, made_of: _MadeOf) -> Message | None:
    """A crowd that presses on a full book reads the same words, so they are made once."""
    last = _LAST.pop(card, None)
    if last is None or last[0] != made_of:
        last = made_of, _composed(made_of)
    _LAST[card] = last
    if len(_LAST) > MOST_REMEMBERED:
        del _LAST[next(iter(_LAST))]
    return last[1]


def _composed(of: _MadeOf) -> Message | None:
    """None when it can't be said, or is not what was approved."""
    if of.approval.hash != text_to_approve(of.campaign, of.occurrence)[1]:
        return None
    facts = facts_for(
        of.campaign, of.occurrence, seats=of.book, wishes=of.wishes, measurements=of.measurements, now=of.now
    )
    fresh = compose(of.campaign, of.occurrence, facts, of.approval.written)
    return None if isinstance(fresh, Unsupported) else fresh


def _without_who_waits(book: SeatBook) -> SeatBook:
    """No card speaks of them, so who is added to them makes no other card."""
    return replace(book, entries={who: book.entries[who] for who in book.holders}, next_number=0)


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
    """None while it may be answered, or when it never asked anything."""
    if card.message is None or card.message.kind not in ASKING:
        return None
    asked = await tx.find(DELIVERIES, campaign=card.campaign)
    on_card = [(item.approval, item.state) for _, item in asked if item.approval and item.approval.card == card.key]
    answer = next((approval for approval, _ in on_card if approval.decision in ANSWERS), None)
    if answer is not None:
        return card_answered(card.message, answered_sentence(campaign, answer))
    if any(state in OPEN for _, state in on_card):
        return None
    return card_answered(card.message, say(campaign.language, "card_closed"))
