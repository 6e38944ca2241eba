"""The bot was added to a channel, or taken out of it: nothing is sent where it may not be."""

from dataclasses import replace

from bot.answers import said
from bot.holds import look_again
from bot.inbound import Installed
from bot.platforms.base import Answer
from bot.turn import Turn
from bot.which_language import language_of
from campaigns.delivery import HoldReason
from storage.tables import BINDINGS


async def handle(turn: Turn, inbound: Installed) -> Answer | None:
    """Added again where it was connected before, it goes on; in a new channel it says what the owner must type."""
    if turn.origin.channel is None:
        return None
    bound = await turn.tx.find(BINDINGS, channel=turn.origin.channel)
    for key, binding in bound:
        closed = "removed" if inbound.removed else ""
        await turn.tx.put(BINDINGS, key, replace(binding, closed=closed))
        if not inbound.removed:
            await look_again(turn, binding.campaign, HoldReason.CHANNEL_CLOSED)
    if inbound.removed or bound:
        return None
    audiences = sorted({audience for campaign in turn.ctx.campaigns.values() for audience in campaign.audiences})
    return said(language_of(turn), "installed", audience=audiences[0] if audiences else "sales")
