"""Ask for each exact text some working days ahead, and once more if no answer came; the owner hears what is missing."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.context import Context, Event
from bot.directory import person_for
from bot.each import each
from bot.jobs.due import LOOK_AGAIN
from bot.notices import notice, notice_key, notify_who, tell_owner
from bot.unreached import tell_owner_of_unreached
from campaigns.approval import Approval, Decision, ask
from campaigns.approval_text import compose_approval, compose_briefing, text_to_approve
from campaigns.delivery import Delivery
from campaigns.facts import facts_for
from campaigns.message import Message
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.texts.say import say
from campaigns.wishes import WishBook
from campaigns.wording import written_moment
from storage.base import Transaction
from storage.tables import DELIVERIES, SEATS, WISHES

# Who is in no directory yet may install the app any moment.
LOOK_FOR_THEM_AGAIN = timedelta(minutes=30)


async def ask_approvals(ctx: Context, deliveries: Iterable[Delivery], now: datetime) -> None:
    """One card for all audiences that get the same text at the same moment."""
    of_campaign: defaultdict[str, list[Delivery]] = defaultdict(list)
    for delivery in deliveries:
        of_campaign[delivery.campaign].append(delivery)
    found = ((ctx.campaigns.get(name), mine) for name, mine in of_campaign.items())
    await each(_ask_of(ctx, campaign, mine, now) for campaign, mine in found if campaign is not None)


async def _ask_of(ctx: Context, campaign: Campaign, deliveries: list[Delivery], now: datetime) -> None:
    cards: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for delivery in deliveries:
        if (occurrence := delivery.occurrence) is not None:
            parts, _ = text_to_approve(campaign, occurrence)
            same = (occurrence.post, occurrence.series, occurrence.wall, occurrence.approver, parts)
            cards[same].append(delivery.key)
    await each(_ask(ctx, campaign, keys, now) for keys in cards.values())


async def _ask(ctx: Context, campaign: Campaign, keys: list[str], now: datetime) -> None:
    async with ctx.store.transaction() as tx:
        found = [delivery for key in keys if (delivery := await tx.get(DELIVERIES, key)) is not None]
        asked = [delivery for delivery in found if delivery.approval is None]
        occurrences = [delivery.occurrence for delivery in asked if delivery.occurrence is not None]
        if not occurrences:
            return
        if await person_for(ctx, tx, campaign, occurrences[0].approver) is None:
            await _ask_later(ctx, tx, campaign, asked, occurrences[0], now)
            return
        card = _card_key(campaign, occurrences, now)
        for delivery, occurrence in zip(asked, occurrences, strict=True):
            await tx.put(DELIVERIES, delivery.key, _asked(campaign, delivery, occurrence, card, now))
        message = await _card(ctx, tx, campaign, occurrences, card, now)
        await _send_card(ctx, tx, campaign, occurrences[0], message, card, now)
    for occurrence in occurrences:
        ctx.tell(_event("asked", occurrence, message, now))


async def _ask_later(
    ctx: Context, tx: Transaction, campaign: Campaign, asked: list[Delivery], occurrence: Occurrence, now: datetime
) -> None:
    """Nobody has this address yet: the owner hears it, and it is looked for until the post's moment."""
    presses = now >= occurrence.remind_at
    await tell_owner_of_unreached(ctx, tx, campaign, occurrence.approver, now, it_presses=presses)
    for delivery in asked:
        wake = min(now + LOOK_FOR_THEM_AGAIN, delivery.due)
        await tx.put(DELIVERIES, delivery.key, replace(delivery, wake=wake))


def _card_key(campaign: Campaign, occurrences: list[Occurrence], now: datetime) -> str:
    """Short, because buttons carry it; new each time that it is asked."""
    names = "|".join(occurrence.key + text_to_approve(campaign, occurrence)[1] for occurrence in occurrences)
    mark = hashlib.sha256(f"{names}|{now.isoformat()}".encode()).hexdigest()[:12]
    return f"approval/{occurrences[0].post}/{mark}"


def _asked(campaign: Campaign, delivery: Delivery, occurrence: Occurrence, card: str, now: datetime) -> Delivery:
    post = campaign.post(occurrence.post)
    approval, _ = ask(
        None,
        hash=text_to_approve(campaign, occurrence)[1],
        approver=occurrence.approver,
        card=notice_key(campaign, card),
        now=now,
        briefing=post.briefing is not None,
        chat=campaign.people[occurrence.approver].chat.casefold(),
    )
    wake = occurrence.remind_at if now < occurrence.remind_at else occurrence.at
    return replace(delivery, approval=approval, wake=wake)


async def _card(
    ctx: Context, tx: Transaction, campaign: Campaign, occurrences: list[Occurrence], card: str, now: datetime
) -> Message:
    about = notice_key(campaign, card)
    if campaign.post(occurrences[0].post).briefing is None:
        return compose_approval(campaign, occurrences, about)
    facts = facts_for(
        campaign,
        occurrences[0],
        seats=await tx.get(SEATS, campaign.id),
        wishes=await tx.get(WISHES, campaign.id) or WishBook(campaign.id),
        measurements=ctx.read_measurements(campaign),
        now=now,
    )
    return compose_briefing(campaign, occurrences, facts, about)


async def _send_card(
    ctx: Context,
    tx: Transaction,
    campaign: Campaign,
    occurrence: Occurrence,
    message: Message,
    card: str,
    now: datetime,
) -> None:
    await notify_who(ctx, tx, campaign, who=occurrence.approver, message=message, key=card, now=now)
    if occurrence.approver != campaign.owner:
        sentence = _sentence(campaign, occurrence, "asked_others")
        await tell_owner(ctx, tx, campaign, sentence=sentence, key=f"asked/{card}", now=now)


async def remind_approvers(ctx: Context, deliveries: Iterable[Delivery], now: datetime) -> None:
    """At the second moment: the approver and the owner hear what is still missing. Who has answered hears nothing."""
    await each(_remind_of(ctx, delivery, now) for delivery in deliveries)


async def _remind_of(ctx: Context, delivery: Delivery, now: datetime) -> None:
    campaign = ctx.campaigns.get(delivery.campaign)
    async with ctx.store.transaction() as tx:
        fresh = await tx.get(DELIVERIES, delivery.key)
        if fresh is None or fresh.occurrence is None or fresh.wake is None or fresh.wake > now:
            return
        if campaign is None:
            await tx.put(DELIVERIES, fresh.key, replace(fresh, wake=min(fresh.due, now + LOOK_AGAIN)))
            return
        if _is_open(fresh.approval):
            await _remind(ctx, tx, campaign, fresh.occurrence, fresh.approval, now)
        await tx.put(DELIVERIES, fresh.key, replace(fresh, wake=fresh.due, approval=_reminded(fresh.approval)))


async def _remind(
    ctx: Context,
    tx: Transaction,
    campaign: Campaign,
    occurrence: Occurrence,
    approval: Approval | None,
    now: datetime,
) -> None:
    """Audiences share a card, so they share its reminder: the key is the card's."""
    card = approval.card if approval is not None else occurrence.key
    please = "please_write" if _is_briefed(campaign, occurrence) else "please_answer"
    message = notice(campaign, _sentence(campaign, occurrence, please, suffix=""))
    await notify_who(ctx, tx, campaign, who=occurrence.approver, message=message, key=f"remind/{card}", now=now)
    if occurrence.approver != campaign.owner:
        sentence = _sentence(campaign, occurrence, "still_missing")
        await tell_owner(ctx, tx, campaign, sentence=sentence, key=f"missing/{card}", now=now)


def _is_open(approval: Approval | None) -> bool:
    return approval is None or approval.decision is Decision.ASKED


def _reminded(approval: Approval | None) -> Approval | None:
    return replace(approval, reminded=True) if approval is not None else None


def _is_briefed(campaign: Campaign, occurrence: Occurrence) -> bool:
    return campaign.post(occurrence.post).briefing is not None


def _sentence(campaign: Campaign, occurrence: Occurrence, key: str, suffix: str = "_text") -> str:
    ending = suffix if _is_briefed(campaign, occurrence) else ""
    return say(
        campaign.language,
        key + ending,
        name=campaign.people[occurrence.approver].name,
        post=occurrence.post,
        moment=written_moment(campaign.language, occurrence.wall),
    )


def _event(what: str, occurrence: Occurrence, message: Message, now: datetime) -> Event:
    return Event(
        at=now,
        event=what,
        campaign=occurrence.campaign,
        post=occurrence.post,
        audience=occurrence.audience,
        reason=message.kind,
        text=message.text,
        to=occurrence.approver,
    )
