"""The owner hears, once and in private, of every post that is held, skipped, refused or uncertain, and what to do."""

import hashlib
from dataclasses import replace
from datetime import datetime

from bot.context import Context
from bot.notices import notice, notice_key, notify_who
from campaigns.delivery import Delivery, SkipReason, State
from campaigns.message import Button, Message, Part
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.texts.say import say
from campaigns.wording import readable, written_moment
from storage.base import Transaction
from storage.tables import DELIVERIES

# The owner did these, or knew them when the campaign was loaded.
_NOT_TOLD = frozenset({SkipReason.WITHDRAWN, SkipReason.BEFORE_START})


async def tell_owner_of_trouble(ctx: Context, tx: Transaction, delivery: Delivery, now: datetime) -> Delivery:
    """Put the notice in the outbox; the delivery comes back with the reason marked as told."""
    campaign = ctx.campaigns.get(delivery.campaign)
    mark = f"{delivery.state}:{delivery.reason}"
    if campaign is None or delivery.occurrence is None or mark in delivery.owner_told or delivery.reason in _NOT_TOLD:
        return delivery
    key = f"trouble/{_name(delivery.occurrence)}/{mark}{_own_numbers(delivery.detail)}"
    if not await _add_audience(tx, campaign, delivery.occurrence, key):
        message = _message(campaign, delivery, delivery.occurrence)
        await notify_who(ctx, tx, campaign, who=campaign.owner, message=message, key=key, now=now)
    return replace(delivery, owner_told=(*delivery.owner_told, mark))


async def ask_owner_to_settle(ctx: Context, tx: Transaction, delivery: Delivery, now: datetime) -> Delivery:
    """Where the platform can't tell whether a message is there, a person must look."""
    campaign = ctx.campaigns.get(delivery.campaign)
    mark = f"settle:{delivery.attempts}"
    if campaign is None or mark in delivery.owner_told:
        return delivery
    language = campaign.language
    question = notice(
        campaign,
        say(language, "settle_question"),
        (
            Button("it_is_there", say(language, "button_it_is_there"), delivery.key),
            Button("post_it", say(language, "button_post_it"), delivery.key),
        ),
    )
    await notify_who(
        ctx,
        tx,
        campaign,
        who=campaign.owner,
        message=question,
        key=f"settle/{delivery.key}/{delivery.attempts}",
        now=now,
    )
    return replace(delivery, owner_told=(*delivery.owner_told, mark))


def _name(occurrence: Occurrence) -> str:
    """The same for all audiences of one post at one moment, so that they share one notice."""
    return occurrence.key.replace(f"/{occurrence.audience}/", "/", 1)


def _own_numbers(detail: str) -> str:
    """Teams share a notice only when it has the same numbers for each of them."""
    return f"/{hashlib.sha256(detail.encode()).hexdigest()[:8]}" if detail else ""


def _message(campaign: Campaign, delivery: Delivery, occurrence: Occurrence) -> Message:
    language = campaign.language
    moment = written_moment(language, occurrence.wall)
    reason = say(language, f"reason_{delivery.reason}")
    if delivery.rule:
        reason = say(language, "gate_rule", reason=reason, rule=delivery.rule)
    what = say(language, "trouble_about", post=occurrence.post, moment=moment, reason=reason)
    numbers = [Part(delivery.detail)] if delivery.detail else []
    audiences = Part(say(language, "trouble_for", audiences=readable(occurrence.audience)))
    return Message(language, "notice", (Part(what), *numbers, audiences))


async def _add_audience(tx: Transaction, campaign: Campaign, occurrence: Occurrence, key: str) -> bool:
    """Add this audience to a notice that waits; False when there is none, or it has gone out."""
    whole = notice_key(campaign, key)
    waiting = await tx.get(DELIVERIES, whole)
    if waiting is None or waiting.state is not State.WAITING or waiting.message is None:
        return False
    *what, audiences = waiting.message.parts
    more = replace(audiences, text=audiences.text.removesuffix(".") + f", {readable(occurrence.audience)}.")
    await tx.put(DELIVERIES, whole, replace(waiting, message=replace(waiting.message, parts=(*what, more))))
    return True
