"""What would break: a stop that doesn't stop, or that nobody hears of."""

from dataclasses import replace

from campaigns.delivery import HoldReason, State
from storage.tables import CAMPAIGNS, DELIVERIES
from tests.bot.conversation import ANNA, ELS, JORIS, KARIM, SANDRA, a_conversation, ask_for_a_yes


async def test_any_approver_may_pause_and_everybody_with_a_say_hears_it() -> None:
    talk = await a_conversation()
    assert "has been paused" in await talk.say(KARIM, "pauze")
    assert (await talk.all(CAMPAIGNS))["crm"].paused_by == "karim"
    for who in (JORIS, SANDRA, ELS):
        assert await talk.notices(who) == ["Karim Bouzid has paused One customer view. Nothing goes out."]
    assert await talk.notices(KARIM) == []
    assert "already paused, by Karim Bouzid" in await talk.say(JORIS, "pause")


async def test_only_the_owner_resumes_and_what_was_held_is_looked_at() -> None:
    talk = await a_conversation()
    await talk.say(JORIS, "pause")
    (item, _) = await ask_for_a_yes(talk)
    held = replace(item, state=State.HELD, reason=HoldReason.PAUSED.value, wake=None)
    await talk.put(DELIVERIES, held.key, held)
    await talk.say(KARIM, "resume")
    assert (await talk.all(CAMPAIGNS))["crm"].paused_by == "joris"
    assert "goes on" in await talk.say(JORIS, "hervat")
    assert (await talk.all(CAMPAIGNS))["crm"].paused_by is None
    assert (await talk.all(DELIVERIES))[held.key].wake == talk.clock.now()
    assert "was not paused" in await talk.say(JORIS, "resume")
    assert [entry.action for entry in await talk.audit()] == ["paused", "refused: Resume", "resumed"]


async def test_an_employee_can_not_pause() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "pause", "sales")
    assert (await talk.all(CAMPAIGNS))["crm"].paused_by is None


async def test_a_campaign_can_be_paused_before_its_first_plan() -> None:
    talk = await a_conversation()
    async with talk.ctx.store.transaction() as tx:
        await tx.remove(CAMPAIGNS, "crm")
    await talk.say(JORIS, "pause")
    assert (await talk.all(CAMPAIGNS))["crm"].paused_by == "joris"
