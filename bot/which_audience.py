"""The audience somebody belongs to: where they speak, else where they spoke before, else the one they lead."""

from bot.bindings import bindings_at
from bot.inbound import Origin
from bot.roles import ids_of
from campaigns.model import Campaign
from storage.base import Transaction
from storage.tables import PEOPLE


async def audience_of(tx: Transaction, campaign: Campaign, origin: Origin) -> str | None:
    """An id in audiences; None when nothing tells us. The only audience of a campaign is everybody's."""
    found = await _where_they_speak(tx, campaign, origin)
    found = found or await audience_known(tx, campaign, origin.person.id)
    found = found or _led_by(campaign, origin.person.chat)
    return found or (next(iter(campaign.audiences)) if len(campaign.audiences) == 1 else None)


async def audience_known(tx: Transaction, campaign: Campaign, person: str) -> str | None:
    known = await tx.get(PEOPLE, person)
    audience = dict(known.audiences).get(campaign.id) if known else None
    return audience if audience in campaign.audiences else None


async def _where_they_speak(tx: Transaction, campaign: Campaign, origin: Origin) -> str | None:
    here = [binding.audience for _, binding in await bindings_at(tx, origin) if binding.campaign == campaign.id]
    return next((audience for audience in here if audience in campaign.audiences), None)


def _led_by(campaign: Campaign, chat: str | None) -> str | None:
    ids = ids_of(campaign, chat)
    return next((key for key, audience in campaign.audiences.items() if audience.lead in ids), None)
