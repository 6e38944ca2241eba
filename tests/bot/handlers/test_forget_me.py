"""What would break: a person who asked to be forgotten and is still there."""

from storage.tables import PEOPLE, QUESTIONS, SEATS
from tests.bot.conversation import ANNA, KARIM, a_conversation


async def test_it_is_done_at_once_and_the_answer_is_the_last() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "join", "sales")
    await talk.say(ANNA, "question why?", "sales")
    assert "This is the last you hear from me" in await talk.say(ANNA, "forget me")
    assert ANNA.id not in await talk.all(PEOPLE)
    assert (await talk.all(SEATS))["crm"].entries == {}
    assert await talk.all(QUESTIONS) == {}


async def test_what_stands_in_the_file_is_not_hidden() -> None:
    talk = await a_conversation()
    assert "still in the file" in await talk.say(KARIM, "vergeet mij")
