"""What would break: posts to a channel the bot was taken out of, or silence after it came back."""

from dataclasses import replace
from datetime import timedelta

from bot.inbound import Installed
from campaigns.delivery import Delivery, HoldReason, State
from storage.tables import BINDINGS, DELIVERIES, PEOPLE, REFERENCES, KnownPerson, Reference
from tests.bot.conversation import ANNA, JORIS, SANDRA, a_conversation, ask_for_a_yes


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


async def test_who_removes_it_is_reached_there_no_more_and_elsewhere_still() -> None:
    """The same person on two platforms, whether or not that has been written down, and somebody else."""
    for same_as in ("other:anna", None):
        talk = await a_conversation()
        for key, known in (("other:anna", None), ("room:anna", same_as), ("room:bilal", None)):
            platform, _, name = key.partition(":")
            await talk.put(PEOPLE, key, KnownPerson(platform, name, chat=f"{name}@example.com", same_as=known))
            await talk.put(REFERENCES, key, Reference(platform, "t", "https://x/", user=name))
        assert await talk.do(Installed(talk.origin(ANNA), removed=True)) == ""
        assert set(await talk.all(REFERENCES)) == {"other:anna", "room:bilal"}
