"""What would break: an answer that never reaches who asked, or a second one that contradicts it."""

from storage.tables import QUESTIONS
from tests.bot.conversation import ANNA, JORIS, KARIM, a_conversation


async def test_the_one_who_asked_hears_it_once_in_the_owners_name() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "question does it work?", "sales")
    await talk.say(KARIM, "answer 1 no", "sales")
    assert await talk.notices(ANNA) == []
    assert "has been sent" in await talk.say(JORIS, "answer 1 yes, from March")
    (text,) = await talk.notices(ANNA)
    assert text == "Joris Hendriks answers “does it work?”: yes, from March"
    assert "already had an answer" in await talk.say(JORIS, "answer 1 no")
    assert (await talk.all(QUESTIONS))["crm/1"].answer == "yes, from March"


async def test_an_unknown_number_and_an_empty_answer_are_asked_again() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "question does it work?", "sales")
    assert "These wait for an answer: 1" in await talk.say(JORIS, "antwoord 7 ja")
    assert "These wait for an answer: 1" in await talk.say(JORIS, "answer")
    assert "Put your answer behind it" in await talk.say(JORIS, "answer 1")
