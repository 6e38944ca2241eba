"""What would break: posts to a channel the bot was taken out of, or silence after it came back."""

from dataclasses import replace
from datetime import timedelta

from bot.inbound import Installed
from campaigns.delivery import Delivery, HoldReason, State
from storage.tables import BINDINGS, DELIVERIES
from tests.bot.conversation import JORIS, SANDRA, a_conversation, ask_for_a_yes


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


async def test_in_a_new_channel_it_says_what_the_owner_types() -> None:
    talk = await a_conversation()
    assert "connect sales" in await talk.do(Installed(talk.origin(JORIS, "new")))


async def test_who_installs_it_for_themselves_gets_at_once_what_waited_for_that() -> None:
    talk = await a_conversation()
    later = talk.clock.now() + timedelta(hours=6)
    for who in (SANDRA, JORIS):
        waiting = Delivery(f"notice/{who.id}", "crm", later, later, State.HELD, person=who.id)
        await talk.put(DELIVERIES, waiting.key, waiting)
    assert "help" in await talk.do(Installed(talk.origin(SANDRA)))
    wakes = {key: item.wake for key, item in (await talk.all(DELIVERIES)).items()}
    assert wakes == {f"notice/{SANDRA.id}": talk.clock.now(), f"notice/{JORIS.id}": later}
