"""The owner's word on a message of which nobody knows whether it was posted."""

from bot.answers import said
from bot.asking import begin_pulse
from bot.audit import audit
from bot.context import Event
from bot.inbound import Settle
from bot.platforms.base import Answer
from bot.promising import note_promises
from bot.turn import Turn
from campaigns.delivery import Delivery, State, sent, waiting_again
from campaigns.model import Campaign
from storage.tables import DELIVERIES


async def handle(turn: Turn, campaign: Campaign, inbound: Settle) -> Answer:
    """Without a name it is about the only uncertain one."""
    uncertain = dict(await turn.tx.find(DELIVERIES, campaign=campaign.id, state=State.UNCERTAIN))
    wanted = inbound.delivery or turn.origin.about
    key = wanted if wanted in uncertain or inbound.delivery or len(uncertain) != 1 else next(iter(uncertain))
    delivery = uncertain.get(key)
    if delivery is None:
        return said(
            campaign.language, "settle_which" if uncertain else "settle_none", keys=", ".join(sorted(uncertain))
        )
    after = sent(delivery, now=turn.now, ref=None) if inbound.is_there else waiting_again(delivery, wake=turn.now)
    await turn.tx.put(DELIVERIES, key, after)
    await note_promises(turn.ctx, turn.tx, after, turn.now)
    await begin_pulse(turn.ctx, turn.tx, after)
    action = "said it is there" if inbound.is_there else "said to post it again"
    await audit(turn.tx, now=turn.now, campaign=campaign.id, actor=campaign.owner, action=action, subject=key)
    if inbound.is_there:
        turn.events.append(_event(turn, after))
    return said(campaign.language, "settled_there" if inbound.is_there else "settled_again")


def _event(turn: Turn, delivery: Delivery) -> Event:
    occurrence = delivery.occurrence
    return Event(
        at=turn.now,
        event="sent",
        campaign=delivery.campaign,
        post=occurrence.post if occurrence else "",
        audience=occurrence.audience if occurrence else "",
        text=delivery.message.text if delivery.message else "",
    )
