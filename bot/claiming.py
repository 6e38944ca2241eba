"""Decide, in one transaction, what becomes of a due delivery: claimed with its exact message, held, or skipped."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.context import Context, Event
from bot.place import Place
from bot.same_person import way_of
from bot.trouble import tell_owner_of_trouble
from campaigns.automatic import is_automatic
from campaigns.calendar import WorkCalendar
from campaigns.compose import Unsupported, compose, why_otherwise
from campaigns.delivery import OUT, Delivery, HoldReason, SkipReason, State, claimed, held, skipped
from campaigns.facts import facts_for
from campaigns.gates import Hold, Situation, Skip, Verdict, verdict
from campaigns.images import RULE as RULE_OF_IMAGES
from campaigns.ledger import NOTHING_DELIVERED, Delivered, delivered
from campaigns.message import Message
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.seat_posts import names_seats
from campaigns.texts.say import say
from campaigns.wishes import WishBook
from storage.base import Transaction
from storage.tables import BINDINGS, CAMPAIGNS, DELIVERIES, SEATS, WISHES, Binding

# How long a held post waits before its reason is looked at again; and how long at most where it is known when that ends
# by itself, as somebody may change the hours.
LOOK_AGAIN = timedelta(minutes=5)
LOOK_AT_LATEST = timedelta(hours=1)
# What a platform keeps refusing for another reason than its pace does not stop a place for hours.
TRIES_THAT_OTHERS_WAIT_FOR = 5


@dataclass(frozen=True)
class Claimed:
    """A delivery that is ours to send, to whom, and what."""

    delivery: Delivery
    place: Place
    message: Message


async def claim(ctx: Context, key: str) -> Claimed | None:
    """None when it is no longer due, or when it was held or skipped: then that is recorded and told."""
    now = ctx.clock.now()
    async with ctx.store.transaction() as tx:
        delivery = await tx.get(DELIVERIES, key)
        if delivery is None or delivery.state not in (State.WAITING, State.HELD) or delivery.due > now:
            return None
        found = await _decide(ctx, tx, delivery, now)
        if isinstance(found, Claimed):
            return await _in_its_turn(tx, delivery, found, now)
        stopped = _stopped(delivery, found, now)
        told = await tell_owner_of_trouble(ctx, tx, stopped, now)
        await tx.put(DELIVERIES, key, told)
    if delivery.occurrence is not None and (delivery.state, delivery.reason) != (told.state, told.reason):
        ctx.tell(event_of(told, now))
    return None


async def postpone(ctx: Context, key: str) -> None:
    """After a fault of ours: look again later, instead of at once and for ever."""
    async with ctx.store.transaction() as tx:
        delivery = await tx.get(DELIVERIES, key)
        if delivery is not None and delivery.state in (State.WAITING, State.HELD):
            await tx.put(DELIVERIES, key, replace(delivery, wake=ctx.clock.now() + LOOK_AGAIN))


def event_of(delivery: Delivery, now: datetime, *, text: str = "") -> Event:
    """What a rehearsal prints of a post's new state."""
    occurrence = delivery.occurrence
    return Event(
        at=now,
        event=delivery.state.value,
        campaign=delivery.campaign,
        post=occurrence.post if occurrence else "",
        audience=occurrence.audience if occurrence else "",
        reason=delivery.reason or "",
        text=text or delivery.detail,
    )


async def _in_its_turn(tx: Transaction, delivery: Delivery, ours: Claimed, now: datetime) -> Claimed | None:
    """Not before what was tried in this place earlier and must wait: then both wait."""
    tried = await tx.find(DELIVERIES, channel=ours.place.key, state=State.WAITING)
    ahead = [
        other.wake
        for _, other in tried
        if other.wake is not None
        and other.wake > now
        and (other.due, other.key) < (delivery.due, delivery.key)
        and other.attempts <= TRIES_THAT_OTHERS_WAIT_FOR
    ]
    if ahead:
        await tx.put(DELIVERIES, delivery.key, replace(delivery, wake=max(ahead)))
        return None
    await tx.put(DELIVERIES, delivery.key, ours.delivery)
    return ours


async def _notice(ctx: Context, tx: Transaction, delivery: Delivery, now: datetime) -> Claimed | Verdict:
    if delivery.person is None or delivery.message is None:
        raise ValueError(f"{delivery.key} is neither a post nor a notice")
    place = await way_of(ctx, tx, delivery)
    if place is None:
        return Hold(HoldReason.NOT_CONNECTED)
    ours = claimed(delivery, claim=ctx.new_secret(), message=delivery.message, channel=place.key, now=now)
    return Claimed(ours, place, delivery.message)


async def _decide(ctx: Context, tx: Transaction, delivery: Delivery, now: datetime) -> Claimed | Verdict:
    occurrence, campaign = delivery.occurrence, ctx.campaigns.get(delivery.campaign)
    if occurrence is None:
        return await _notice(ctx, tx, delivery, now)
    if campaign is None:
        late = now > occurrence.late_after
        return Skip(SkipReason.TOO_LATE) if late else Hold(HoldReason.CAMPAIGN_MISSING)
    if not _is_in_file(campaign, occurrence):
        return Skip(SkipReason.WITHDRAWN)
    binding = await tx.get(BINDINGS, f"{campaign.id}/{occurrence.audience}")
    connected = binding if binding and binding.platform in ctx.platforms else None
    found = verdict(delivery, await _situation(tx, campaign, occurrence, connected, now))
    if found is not None or connected is None:
        return found or Hold(HoldReason.NOT_CONNECTED)
    message, instead = await _compose(ctx, tx, campaign, delivery, occurrence, now)
    if isinstance(message, Unsupported):
        return _as_verdict(message)
    if message.image is not None and not ctx.images.is_there(campaign, message.image):
        detail = say(campaign.language, "gate_image", name=message.image.name)
        return Hold(HoldReason.IMAGE_CHANGED, detail, RULE_OF_IMAGES)
    place = Place.of_channel(connected)
    ours = claimed(
        delivery,
        claim=ctx.new_secret(),
        message=message,
        channel=place.key,
        now=now,
        rule=instead.rule if instead else "",
        detail=instead.detail if instead else "",
        names_seats=names_seats(campaign, occurrence),
    )
    return Claimed(ours, place, message)


def _is_in_file(campaign: Campaign, occurrence: Occurrence) -> bool:
    """A post may have left the file while it was sent and had to be tried again. What is owed stands in no file."""
    is_written = is_automatic(occurrence) or any(post.id == occurrence.post for post in campaign.posts)
    return occurrence.audience in campaign.audiences and is_written


async def _compose(
    ctx: Context, tx: Transaction, campaign: Campaign, delivery: Delivery, occurrence: Occurrence, now: datetime
) -> tuple[Message | Unsupported, Unsupported | None]:
    """The message, and why its `otherwise` was chosen, if it was. What is owed was composed when it was put here."""
    if is_automatic(occurrence) and delivery.message is not None:
        return delivery.message, None
    facts = facts_for(
        campaign,
        occurrence,
        seats=await tx.get(SEATS, campaign.id),
        wishes=await tx.get(WISHES, campaign.id) or WishBook(campaign.id),
        measurements=ctx.read_measurements(campaign),
        now=now,
        said=await _proofs_said(tx, campaign, occurrence),
    )
    written = delivery.approval.written if delivery.approval else None
    return compose(campaign, occurrence, facts, written), why_otherwise(campaign, occurrence, facts)


async def _proofs_said(tx: Transaction, campaign: Campaign, occurrence: Occurrence) -> tuple[Occurrence, ...]:
    """Posts in which this audience has read a number of the same measure."""
    measure = campaign.post(occurrence.post).measure
    if measure is None:
        return ()
    posts = {post.id for post in campaign.posts if post.measure == measure}
    return tuple(
        delivery.occurrence
        for _, delivery in await tx.find(DELIVERIES, campaign=campaign.id)
        if delivery.occurrence is not None
        and delivery.state in OUT
        and delivery.occurrence.post in posts
        and delivery.occurrence.audience == occurrence.audience
        and not delivery.rule
    )


async def _situation(
    tx: Transaction, campaign: Campaign, occurrence: Occurrence, binding: Binding | None, now: datetime
) -> Situation:
    state = await tx.get(CAMPAIGNS, campaign.id)
    today, this_week = await _sent_lately(tx, campaign, binding, now)
    return Situation(
        campaign=campaign,
        occurrence=occurrence,
        now=now,
        paused=state is not None and state.paused_by is not None,
        channel=binding.channel if binding else None,
        channel_closed=binding.closed if binding else "",
        sent_today=today,
        sent_this_week=this_week,
        delivered=await _delivered(tx, campaign, occurrence, now),
        seats=await tx.get(SEATS, campaign.id),
    )


async def _delivered(tx: Transaction, campaign: Campaign, occurrence: Occurrence, now: datetime) -> Delivered:
    """Only an ask looks at the balance."""
    if occurrence.weight >= 0:
        return NOTHING_DELIVERED
    kept = [delivery for _, delivery in await tx.find(DELIVERIES, campaign=campaign.id)]
    return delivered(kept, audience=occurrence.audience, now=now)


async def _sent_lately(tx: Transaction, campaign: Campaign, binding: Binding | None, now: datetime) -> tuple[int, int]:
    """How many posts, of all campaigns, went to this channel today and this ISO week."""
    if binding is None:
        return 0, 0
    today = WorkCalendar.of(campaign).to_wall(now).date()
    days = [
        campaign.local(delivery.settled_at or delivery.due).date()
        for _, delivery in await tx.find(DELIVERIES, channel=Place.of_channel(binding).key)
        if delivery.occurrence is not None and delivery.state in OUT
    ]
    week = today.isocalendar()[:2]
    return days.count(today), sum(day.isocalendar()[:2] == week for day in days)


def _as_verdict(unsupported: Unsupported) -> Verdict:
    if isinstance(unsupported.reason, SkipReason):
        return Skip(unsupported.reason, unsupported.detail, unsupported.rule)
    return Hold(unsupported.reason, unsupported.detail, unsupported.rule)


def _stopped(delivery: Delivery, found: Verdict, now: datetime) -> Delivery:
    if isinstance(found, Skip):
        return skipped(delivery, now=now, reason=found.reason, detail=found.detail, rule=found.rule)
    next_look = now + LOOK_AGAIN if found.until is None else min(found.until, now + LOOK_AT_LATEST)
    return held(delivery, reason=found.reason, detail=found.detail, rule=found.rule, next_look=next_look)
