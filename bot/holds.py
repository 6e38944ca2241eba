"""Held posts are looked at again at once when the reason that held them has gone."""

from dataclasses import replace

from bot.turn import Turn
from campaigns.delivery import HoldReason, State
from storage.tables import DELIVERIES


async def look_again(turn: Turn, campaign: str, *reasons: HoldReason) -> None:
    for key, delivery in await turn.tx.find(DELIVERIES, campaign=campaign, state=State.HELD):
        if delivery.reason in reasons:
            await turn.tx.put(DELIVERIES, key, replace(delivery, wake=turn.now))
