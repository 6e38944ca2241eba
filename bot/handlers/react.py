"""A reaction counts one person once per post and emoji, under a hash that says nothing about who it was."""

from bot.inbound import React
from bot.platforms.base import Answer
from bot.secret_marks import reaction_token
from bot.turn import Turn
from campaigns.delivery import State
from storage.tables import CAMPAIGNS, DELIVERIES, REACTIONS, Reaction

LONGEST_EMOJI = 40


async def handle(turn: Turn, inbound: React) -> Answer | None:
    """Silent: nobody is answered for a reaction. What isn't on one of our posts isn't counted."""
    delivery = await turn.tx.get(DELIVERIES, turn.origin.about)
    state = await turn.tx.get(CAMPAIGNS, delivery.campaign) if delivery else None
    is_post = delivery is not None and delivery.occurrence is not None and delivery.state is State.SENT
    if delivery is None or state is None or not is_post or not 0 < len(inbound.emoji) <= LONGEST_EMOJI:
        return None
    token = reaction_token(state.sealed, person=turn.origin.person.id, delivery=delivery.key, emoji=inbound.emoji)
    if inbound.added:
        by = reaction_token(state.sealed, person=turn.origin.person.id, delivery=delivery.key, emoji="")
        await turn.tx.add(REACTIONS, token, Reaction(delivery.key, inbound.emoji, by))
    else:
        await turn.tx.remove(REACTIONS, token)
    return None
