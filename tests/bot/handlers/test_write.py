"""What would break: a director's text that is lost, or a text for a post that has one already."""

from dataclasses import replace

from campaigns.approval import Decision
from campaigns.delivery import State
from storage.tables import DELIVERIES
from tests.bot.conversation import KARIM, SANDRA, a_conversation, ask_for_a_yes


async def test_the_text_is_kept_with_its_lines_and_is_also_the_yes() -> None:
    talk = await a_conversation()
    (asked,) = await ask_for_a_yes(talk, post="management-2", card="card")
    said = await talk.say(SANDRA, "text management-2: We heard you.\n\nThank you.")
    assert "Your text goes to Sales" in said
    after = (await talk.all(DELIVERIES))[asked.key].approval
    assert after is not None
    assert (after.written, after.decision) == ("We heard you.\n\nThank you.", Decision.APPROVED)
    assert talk.told.events[0].text == "We heard you.\n\nThank you."


async def test_until_its_moment_the_text_may_be_written_anew() -> None:
    talk = await a_conversation()
    (asked,) = await ask_for_a_yes(talk, post="management-2", card="card")
    await talk.say(SANDRA, "text management-2: One")
    await talk.say(SANDRA, "tekst management-2: Two")
    after = (await talk.all(DELIVERIES))[asked.key].approval
    assert after is not None
    assert after.written == "Two"


async def test_what_is_empty_too_long_or_not_asked_for_is_refused() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk)
    await ask_for_a_yes(talk, post="management-2", card="card", ahead_days=9)
    assert "already there" in await talk.say(SANDRA, "text management-1: Hello")
    assert "we ask you for a text" in await talk.say(SANDRA, "text management-2:")
    assert "too long" in await talk.say(SANDRA, "text management-2: " + "word " * 700)


async def test_a_text_that_breaks_a_rule_is_not_kept_and_comes_back_with_what_to_change() -> None:
    talk = await a_conversation()
    (asked,) = await ask_for_a_yes(talk, post="management-2", card="card")
    await talk.say(SANDRA, "text management-2: We heard you.")
    said = await talk.say(SANDRA, "text management-2: Hurry up!\n\nWe will leverage this.")
    assert said.startswith("This text can't be posted yet")
    assert "- 'Hurry' puts people under pressure. Say what is possible" in said
    assert "jargon" not in said  # advice waits until it can be posted
    assert said.endswith("This was your text:\n\nHurry up!\n\nWe will leverage this.")
    after = (await talk.all(DELIVERIES))[asked.key].approval
    assert after is not None
    assert after.written == "We heard you."


async def test_advice_comes_with_the_thanks() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk, post="management-2", card="card")
    said = await talk.say(SANDRA, "text management-2: We leverage this.")
    assert said.startswith("Thank you. Your text goes to Sales")
    assert "- 'leverage' is jargon. Better write: use." in said


async def test_who_may_not_write_it_is_told_so_and_nothing_else() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk, post="management-2", card="card")
    said = await talk.say(KARIM, "text management-2: Hurry up!")
    assert "Only Sandra de Wit can answer this." in said
    assert "Hurry" not in said


async def test_a_text_that_comes_too_late_gets_no_tips() -> None:
    talk = await a_conversation()
    (asked,) = await ask_for_a_yes(talk, post="management-2", card="card")
    async with talk.ctx.store.transaction() as tx:
        await tx.put(DELIVERIES, asked.key, replace(asked, state=State.SKIPPED))
    said = await talk.say(SANDRA, "text management-2: We leverage this.", about="card")
    assert "has passed, or the post was dropped" in said
    assert "leverage" not in said
