"""The owner ends what is posted in a channel: nothing more goes there."""

from bot.answers import said
from bot.audit import audit
from bot.bindings import bindings_at
from bot.inbound import Disconnect
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.model import Campaign
from storage.tables import BINDINGS


async def handle(turn: Turn, campaign: Campaign, inbound: Disconnect) -> Answer:
    """By the audience's name, or, without one, the audience of this channel."""
    wanted = inbound.audience.rpartition("/")[2].casefold()
    here = [
        (key, binding) for key, binding in await bindings_at(turn.tx, turn.origin) if binding.campaign == campaign.id
    ]
    everywhere = await turn.tx.find(BINDINGS, campaign=campaign.id)
    named = [(key, binding) for key, binding in everywhere if binding.audience.casefold() == wanted]
    bound = named if wanted else here
    if not bound:
        known = ", ".join(sorted(campaign.audiences))
        return said(campaign.language, "disconnect_none", known=known)
    key, binding = bound[0]
    await turn.tx.remove(BINDINGS, key)
    await audit(
        turn.tx, now=turn.now, campaign=campaign.id, actor=campaign.owner, action="disconnected",
        subject=binding.audience, detail=binding.channel,
    )  # fmt: skip
    return said(campaign.language, "disconnected", audience=binding.audience)
