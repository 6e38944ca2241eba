"""Private notices to others than the one who acted. Only to people who asked for them or hold a role (E2, D6)."""

from dataclasses import replace
from datetime import datetime

from bot.context import Context
from bot.directory import person_for
from bot.roles import has_role
from campaigns.delivery import Delivery
from campaigns.message import Button, Message, Part
from campaigns.model import Campaign
from storage.base import Transaction
from storage.tables import DELIVERIES, PEOPLE


def notice(campaign: Campaign, sentence: str, buttons: tuple[Button, ...] = ()) -> Message:
    return Message(campaign.language, "notice", (Part(sentence),), buttons=buttons)


def notice_key(campaign: Campaign, key: str) -> str:
    return f"notice/{campaign.id}/{key}"


async def notify(
    tx: Transaction, campaign: Campaign, *, person: str, message: Message, key: str, now: datetime
) -> bool:
    """Put a notice in the outbox; False when it is there already, or when the person wants no messages."""
    known = await tx.get(PEOPLE, person)
    if known is not None and known.stopped and not has_role(campaign, known.chat):
        return False
    whole = notice_key(campaign, key)
    message = message if message.about else replace(message, about=whole)
    delivery = Delivery(key=whole, campaign=campaign.id, due=now, wake=now, person=person, message=message)
    return await tx.add(DELIVERIES, whole, delivery)


async def notify_who(
    ctx: Context, tx: Transaction, campaign: Campaign, *, who: str, message: Message, key: str, now: datetime
) -> bool:
    """The same for an id in people; False too when no platform knows that person."""
    person = await person_for(ctx, tx, campaign, who)
    return person is not None and await notify(tx, campaign, person=person, message=message, key=key, now=now)


async def tell_owner(
    ctx: Context, tx: Transaction, campaign: Campaign, *, sentence: str, key: str, now: datetime
) -> bool:
    message = notice(campaign, sentence)
    return await notify_who(ctx, tx, campaign, who=campaign.owner, message=message, key=key, now=now)
