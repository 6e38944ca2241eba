"""What would break: a yes that can't be given with a word, or counts for another text."""

from campaigns.approval import Decision
from storage.tables import DELIVERIES
from tests.bot.conversation import SANDRA, a_conversation, ask_for_a_yes


async def test_a_word_does_what_the_button_does() -> None:
    for typed in ("approve management-1", "AKKOORD management-1.", "akkoord"):
        talk = await a_conversation()
        await ask_for_a_yes(talk)
        assert "Thank you. management-1 goes to Sales and Service" in await talk.say(SANDRA, typed)
        kept = (await talk.all(DELIVERIES)).values()
        assert {item.approval.decision for item in kept if item.approval} == {Decision.APPROVED}


async def test_a_briefing_needs_a_text_and_no_yes() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk, post="management-2", card="card")
    assert "we ask you for a text" in await talk.say(SANDRA, "approve management-2")


async def test_when_nothing_waits_or_several_do_it_says_so() -> None:
    talk = await a_conversation()
    assert "Nothing waits for your yes" in await talk.say(SANDRA, "approve")
    await ask_for_a_yes(talk)
    await ask_for_a_yes(talk, post="management-2", card="card", ahead_days=9)
    assert "management-1 and management-2" in await talk.say(SANDRA, "approve")
