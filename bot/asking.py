"""A pulse opens in the transaction in which its post is there; whatever was still open in its audience closes then."""

from dataclasses import replace

from bot.context import Context
from campaigns.delivery import Delivery, State
from campaigns.pulse import PulseCount, close_pulse, closes_at, is_followed, open_pulse
from storage.base import Transaction
from storage.tables import PULSES


async def begin_pulse(ctx: Context, tx: Transaction, delivery: Delivery) -> PulseCount | None:
    """The count of a sent pulse, which is begun once; None for whatever is no sent pulse of a campaign that is loaded.

    One that was kept before pulses closed by themselves gets its closing moment.
    """
    campaign, occurrence = ctx.campaigns.get(delivery.campaign), delivery.occurrence
    if campaign is None or occurrence is None or occurrence.kind != "pulse" or delivery.state is not State.SENT:
        return None
    kept = await tx.get(PULSES, occurrence.slot)
    if kept is not None and (kept.closed or kept.wake is not None):
        return kept
    if kept is None:
        begun = open_pulse(campaign, occurrence, delivery.settled_at or delivery.due)
    else:
        begun = replace(kept, wake=closes_at(campaign, kept.opened_at))
    if begun is None:
        return None
    for key, other in await tx.find(PULSES, campaign=campaign.id):
        if is_followed(other, begun):
            await tx.put(PULSES, key, close_pulse(other))
    await tx.put(PULSES, occurrence.slot, begun)
    return begun
