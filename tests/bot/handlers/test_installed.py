"""What would break: posts to a channel the bot was taken out of, or silence after it came back."""

from dataclasses import replace

from bot.inbound import Installed
from campaigns.delivery import HoldReason, State
from storage.tables import BINDINGS, DELIVERIES
from tests.bot.conversation import JORIS, a_conversation, ask_for_a_yes


async def test_taken_out_the_channel_is_closed_and_added_again_it_goes_on() -> None:
    talk = await a_conversation()
    assert await talk.do(Installed(talk.origin(JORIS, "sales"), removed=True)) == ""
    assert (await talk.all(BINDINGS))["crm/sales"].closed != ""
    (item, _) = await ask_for_a_yes(talk)
    held = replace(item, state=State.HELD, reason=HoldReason.CHANNEL_CLOSED.value, wake=None)
    await talk.put(DELIVERIES, held.key, held)
    assert await talk.do(Installed(talk.origin(JORIS, "sales"))) == ""
    assert (await talk.all(BINDINGS))["crm/sales"].closed == ""
    assert (await talk.all(DELIVERIES))[held.key].wake == talk.clock.now()


async def test_in_a_new_channel_it_says_what_the_owner_types_and_in_private_nothing() -> None:
    talk = await a_conversation()
    assert "connect sales" in await talk.do(Installed(talk.origin(JORIS, "new")))
    assert await talk.do(Installed(talk.origin(JORIS))) == ""
