"""Put a post in the outbox that nobody has to approve any more, for each audience once; the gates still look at it."""

from collections.abc import Callable, Iterable
from datetime import datetime

from campaigns.automatic import automatic_id, automatic_occurrence
from campaigns.delivery import Delivery
from campaigns.message import Message, Part
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence, slot_of
from storage.base import Transaction
from storage.tables import DELIVERIES


async def post_automatically(
    tx: Transaction,
    campaign: Campaign,
    *,
    kind: str,
    name: str,
    audiences: Iterable[str],
    sentence: Callable[[str], str],
    now: datetime,
) -> tuple[Occurrence, ...]:
    """`kind` is a row of AUTOMATIC_KINDS; `name` tells this event from others of its kind, so that it is told once.

    `sentence` gives the text for an audience. Comes back with what is new in the outbox.
    """
    there = await _slots(tx, campaign)
    new = [
        automatic_occurrence(campaign, kind=kind, name=name, audience=audience, now=now)
        for audience in dict.fromkeys(audiences)
        if audience in campaign.audiences
        and slot_of(campaign.id, automatic_id(kind, name), audience, None) not in there
    ]
    for occurrence in new:
        await tx.put(DELIVERIES, occurrence.key, _delivery(campaign, occurrence, sentence(occurrence.audience)))
    return tuple(new)


async def _slots(tx: Transaction, campaign: Campaign) -> set[str]:
    found = await tx.find(DELIVERIES, campaign=campaign.id)
    return {delivery.occurrence.slot for _, delivery in found if delivery.occurrence is not None}


def _delivery(campaign: Campaign, occurrence: Occurrence, text: str) -> Delivery:
    message = Message(campaign.language, occurrence.kind, (Part(text),), about=occurrence.key)
    return Delivery(
        key=occurrence.key,
        campaign=campaign.id,
        due=occurrence.at,
        wake=occurrence.at,
        occurrence=occurrence,
        message=message,
    )
