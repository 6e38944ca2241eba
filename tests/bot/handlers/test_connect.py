"""What would break: a channel that is bound by somebody who may not, or to two teams at once."""

from dataclasses import replace

from campaigns.delivery import HoldReason, State
from storage.tables import BINDINGS, DELIVERIES
from tests.bot.conversation import ANNA, JORIS, a_conversation, a_whole_campaign, ask_for_a_yes


async def test_the_owner_connects_a_channel_and_what_was_held_for_it_is_looked_at() -> None:
    talk = await a_conversation()
    (item, _) = await ask_for_a_yes(talk)
    held = replace(item, state=State.HELD, reason=HoldReason.NOT_CONNECTED.value, wake=None)
    await talk.put(DELIVERIES, held.key, held)
    assert "now belongs to sales" in await talk.say(JORIS, "connect Sales", "new-channel")
    binding = (await talk.all(BINDINGS))["crm/sales"]
    assert (binding.platform, binding.channel, binding.closed) == ("room", "new-channel", "")
    assert (await talk.all(DELIVERIES))[held.key].wake == talk.clock.now()
    assert [entry.action for entry in await talk.audit()] == ["connected"]


async def test_somebody_else_is_refused_and_nothing_changes() -> None:
    talk = await a_conversation()
    assert "Only Joris" in await talk.say(ANNA, "connect sales", "new-channel")
    assert (await talk.all(BINDINGS))["crm/sales"].channel == "sales"


async def test_a_channel_belongs_to_one_team_of_a_campaign() -> None:
    talk = await a_conversation()
    assert "already belongs to service" in await talk.say(JORIS, "koppel sales", "service")
    assert (await talk.all(BINDINGS))["crm/sales"].channel == "sales"


async def test_in_private_it_says_where_to_type_it() -> None:
    talk = await a_conversation()
    assert "Sales > General" in await talk.say(JORIS, "connect sales")


async def test_an_unknown_team_gets_the_nearest_or_the_list() -> None:
    talk = await a_conversation()
    assert "Do you mean sales?" in await talk.say(JORIS, "connect slaes", "x")
    assert "sales, service" in await talk.say(JORIS, "connect", "x")


async def test_the_same_team_in_two_campaigns_needs_the_campaigns_name() -> None:
    talk = await a_conversation(a_whole_campaign(), a_whole_campaign(id="erp"))
    assert "crm/sales, erp/sales" in await talk.say(JORIS, "connect sales", "x")
    await talk.say(JORIS, "connect erp/sales", "x")
    assert (await talk.all(BINDINGS))["erp/sales"].channel == "x"
    assert (await talk.all(BINDINGS))["crm/sales"].channel == "sales"
