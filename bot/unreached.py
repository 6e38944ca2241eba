"""Somebody with a role who can't be reached in private: the owner hears how to mend that, and again when it presses."""

from datetime import datetime

from bot.context import Context
from bot.notices import tell_owner
from bot.roles import ids_of
from campaigns.delivery import Delivery
from campaigns.model import Campaign
from campaigns.texts.say import say
from storage.base import Transaction
from storage.tables import PEOPLE


async def tell_owner_of_unreached(
    ctx: Context, tx: Transaction, campaign: Campaign, who: str, now: datetime, *, it_presses: bool = False
) -> None:
    """Nobody can be told when it is the owner; `doctor` shows it then."""
    person = campaign.people[who]
    sentence = say(campaign.language, "not_in_directory", name=person.name, chat=person.chat)
    key = f"unreached/{who}/again" if it_presses else f"unreached/{who}"
    if who != campaign.owner:
        await tell_owner(ctx, tx, campaign, sentence=sentence, key=key, now=now)


async def note_unreached(ctx: Context, tx: Transaction, delivery: Delivery, now: datetime) -> None:
    """The platform does not let us write to this person. An employee without a role is nobody's business."""
    campaign = ctx.campaigns.get(delivery.campaign)
    known = await tx.get(PEOPLE, delivery.person) if delivery.person is not None else None
    if campaign is None or known is None:
        return
    for who in sorted(ids_of(campaign, known.chat)):
        await tell_owner_of_unreached(ctx, tx, campaign, who, now)
