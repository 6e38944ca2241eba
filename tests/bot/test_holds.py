"""What would break: a post that waits on although nothing holds it any more."""

from dataclasses import replace

from bot.holds import look_again
from bot.turn import Turn
from campaigns.delivery import HoldReason, State
from storage.tables import DELIVERIES
from tests.bot.conversation import JORIS, a_conversation, ask_for_a_yes


async def test_only_what_was_held_for_this_reason_is_looked_at_at_once() -> None:
    talk = await a_conversation()
    one, two = await ask_for_a_yes(talk)
    for delivery, reason in ((one, HoldReason.PAUSED), (two, HoldReason.NO_FACTS)):
        held = replace(delivery, state=State.HELD, reason=reason.value, wake=None)
        await talk.put(DELIVERIES, held.key, held)
    async with talk.ctx.store.transaction() as tx:
        await look_again(Turn(talk.ctx, tx, talk.clock.now(), talk.origin(JORIS)), "crm", HoldReason.PAUSED)
    kept = await talk.all(DELIVERIES)
    assert kept[one.key].wake == talk.clock.now()
    assert kept[two.key].wake is None
