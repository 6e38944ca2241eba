"""Record what came of a sending: sent, refused, to be tried again, or uncertain. The owner hears of every trouble."""

from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum, auto

from bot.asking import begin_pulse
from bot.claiming import Claimed, event_of
from bot.context import Context, Event
from bot.place import Place
from bot.platforms.base import DeliveryError
from bot.promising import note_promises
from bot.same_person import has_another_way
from bot.trouble import ask_owner_to_settle, tell_owner_of_trouble
from bot.unreached import note_unreached
from campaigns.delivery import (
    Delivery,
    FailReason,
    HoldReason,
    State,
    failed,
    held,
    not_seen,
    retry_at,
    sent,
    uncertain,
    waiting_again,
)
from storage.base import Transaction
from storage.tables import BINDINGS, DELIVERIES

# A platform's history may lag behind; looking at once could miss a message that is there.
LOOK_UP_AFTER = timedelta(seconds=10)
# Who can't look for a post so long asks its owner too; whoever finds out first settles it.
ALONE_AT_MOST = timedelta(hours=1)
LOOK_AGAIN = timedelta(minutes=5)
# Who has not installed the app hears at once when they do; this is for a platform that forgets to say so.
TRY_PERSON_AGAIN = timedelta(hours=6)


class Unseen(Enum):
    """Why there is no reference of a message that was looked up."""

    NOT_THERE = auto()
    NOT_NOW = auto()
    NOBODY_CAN_LOOK = auto()


Found = str | Unseen


async def record_sent(ctx: Context, ours: Claimed, ref: str) -> Delivery:
    now = ctx.clock.now()
    async with ctx.store.transaction() as tx:
        delivery = await _still_ours(tx, ours)
        if delivery is None:
            return ours.delivery
        delivery = sent(delivery, now=now, ref=ref, claim=ours.delivery.claim)
        await tx.put(DELIVERIES, delivery.key, delivery)
        await note_promises(ctx, tx, delivery, now)
        await begin_pulse(ctx, tx, delivery)
    if delivery.occurrence is not None:
        ctx.tell(event_of(delivery, now, text=ours.message.text))
    elif ours.message.kind == "notice":
        who, text = ours.place.address, ours.message.text
        ctx.tell(Event(now, "answered", delivery.campaign, reason="notice", text=text, to=who))
    return delivery


async def record_error(ctx: Context, ours: Claimed, error: DeliveryError) -> Delivery:
    now = ctx.clock.now()
    async with ctx.store.transaction() as tx:
        delivery = await _still_ours(tx, ours)
        if delivery is None:
            return ours.delivery
        has_another = await has_another_way(ctx, tx, delivery)
        delivery = _after(delivery, error, now, has_another_way=has_another)
        if error.channel_closed:
            await _close_channel(tx, ours, error)
        if error.channel_closed and not has_another:
            await note_unreached(ctx, tx, delivery, now)
        if delivery.occurrence is not None and delivery.state is not State.WAITING:
            delivery = await tell_owner_of_trouble(ctx, tx, delivery, now)
        await tx.put(DELIVERIES, delivery.key, delivery)
    if delivery.occurrence is not None and delivery.state is not State.WAITING:
        ctx.tell(event_of(delivery, now))
    return delivery


async def look_up(ctx: Context, delivery: Delivery) -> None:
    """Ask the platform whether an uncertain delivery is there; where it can't say, the owner is asked."""
    now = ctx.clock.now()
    found = await _find(ctx, delivery)
    async with ctx.store.transaction() as tx:
        fresh = await tx.get(DELIVERIES, delivery.key)
        if fresh is None or (fresh.state, fresh.claim) != (delivery.state, delivery.claim):
            return  # meanwhile its owner settled it, or the person it went to was forgotten
        settled = await _looked_up(ctx, tx, fresh, found, now)
        await tx.put(DELIVERIES, delivery.key, settled)
        await note_promises(ctx, tx, settled, now)
        await begin_pulse(ctx, tx, settled)
    if settled.occurrence is not None and settled.message is not None and settled.state is State.SENT:
        ctx.tell(event_of(settled, now, text=settled.message.text))


async def _looked_up(ctx: Context, tx: Transaction, delivery: Delivery, found: Found, now: datetime) -> Delivery:
    claim = delivery.claim
    match found:
        case Unseen.NOT_THERE:
            return not_seen(delivery, now=now, look_after=LOOK_UP_AFTER)
        case Unseen.NOBODY_CAN_LOOK if delivery.occurrence is None:
            # Twice the same private notice harms less than a question that never arrived.
            return waiting_again(delivery, wake=retry_at(delivery.attempts, None, now), claim=claim)
        case Unseen.NOBODY_CAN_LOOK if delivery.campaign in ctx.campaigns:
            asked = uncertain(delivery, detail=delivery.detail, next_look=None, claim=claim)
            return await ask_owner_to_settle(ctx, tx, asked, now)
        case Unseen.NOBODY_CAN_LOOK | Unseen.NOT_NOW:
            again = replace(delivery, wake=now + LOOK_AGAIN)
            is_long_ago = delivery.occurrence is not None and now - delivery.due > ALONE_AT_MOST
            return await ask_owner_to_settle(ctx, tx, again, now) if is_long_ago else again
    return sent(delivery, now=now, ref=found, claim=claim)


async def _find(ctx: Context, delivery: Delivery) -> Found:
    place = Place.of_sent(delivery)
    if place is None or place.platform not in ctx.platforms:
        return Unseen.NOT_NOW
    try:
        ref = await ctx.platforms[place.platform].find(place.address, delivery.key)
    except NotImplementedError:
        return Unseen.NOBODY_CAN_LOOK
    except DeliveryError as error:
        return Unseen.NOBODY_CAN_LOOK if error.permanent or error.channel_closed else Unseen.NOT_NOW
    return ref or Unseen.NOT_THERE


async def _still_ours(tx: Transaction, ours: Claimed) -> Delivery | None:
    """Only the one who claimed it may record the result."""
    delivery = await tx.get(DELIVERIES, ours.delivery.key)
    return delivery if delivery is not None and delivery.claim == ours.delivery.claim else None


def _after(delivery: Delivery, error: DeliveryError, now: datetime, *, has_another_way: bool) -> Delivery:
    """Somebody who can't be reached here, or not with this, is told in the other place where they are known."""
    claim = delivery.claim
    if error.unknown:
        return uncertain(delivery, detail=error.reason, next_look=now + LOOK_UP_AFTER, claim=claim)
    if has_another_way and (error.channel_closed or error.permanent):
        return held(delivery, reason=HoldReason.CHANNEL_CLOSED, detail=error.reason, next_look=now, claim=claim)
    if error.channel_closed:
        reason, wait = HoldReason.CHANNEL_CLOSED, TRY_PERSON_AGAIN if delivery.person is not None else LOOK_AGAIN
        return held(delivery, reason=reason, detail=error.reason, next_look=now + wait, claim=claim)
    if error.permanent:
        return failed(delivery, now=now, reason=FailReason.REFUSED, detail=error.reason, claim=claim)
    wake = retry_at(delivery.attempts, error.retry_after, now)
    return waiting_again(delivery, wake=wake, detail=error.reason, claim=claim)


async def _close_channel(tx: Transaction, ours: Claimed, error: DeliveryError) -> None:
    """For every audience that reads there, until it is connected again."""
    for key, binding in await tx.find(BINDINGS, channel=ours.place.address):
        if binding.platform == ours.place.platform:
            await tx.put(BINDINGS, key, replace(binding, closed=error.reason))
