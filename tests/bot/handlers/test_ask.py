"""What would break: a question or an objection that reaches no human, or has no date."""

from campaigns.promises import Promised
from storage.tables import CAMPAIGNS, QUESTIONS
from tests.bot.conversation import ANNA, BILAL, JORIS, a_conversation
from tests.bot.promised import a_promise


async def test_a_question_gets_a_number_a_date_and_a_named_human() -> None:
    talk = await a_conversation()
    said = await talk.say(ANNA, "vraag werkt dit ook op de telefoon?", "sales")
    assert "Joris Hendriks, as question 1" in said
    assert "9 February" in said
    (text,) = await talk.notices(JORIS)
    assert "werkt dit ook op de telefoon?" in text
    assert "Anna" not in text


async def test_an_objection_needs_no_reason_and_a_question_needs_words() -> None:
    talk = await a_conversation()
    assert "objection is noted" in await talk.say(ANNA, "bezwaar", "sales")
    assert "Put your question behind it" in await talk.say(ANNA, "question", "sales")
    assert [item.objection for item in (await talk.all(QUESTIONS)).values()] == [True]


async def test_numbers_go_on_over_people() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "question a?", "sales")
    assert "as question 2" in await talk.say(BILAL, "question b?", "service")
    await talk.say(JORIS, "question c?")
    assert sorted(await talk.all(QUESTIONS)) == ["crm/1", "crm/2", "crm/3"]


async def test_the_number_of_a_forgotten_question_never_comes_back() -> None:
    """Whatever still points at it would reach whoever asks next."""
    talk = await a_conversation()
    await talk.say(ANNA, "question a?", "sales")
    await talk.say(ANNA, "forget me")
    assert "as question 2" in await talk.say(BILAL, "question b?", "service")
    await talk.say(BILAL, "forget me")
    assert "as question 3" in await talk.say(BILAL, "question c?", "service")
    assert "I do not know that question" in await talk.say(JORIS, "answer 1 Yes.")


async def test_a_number_that_a_promise_still_names_is_taken_in_a_store_of_before_they_were_counted() -> None:
    talk = await a_promise(Promised("joris", "question/7"), text="")
    assert "as question 8" in await talk.say(ANNA, "question a?", "sales")
    assert (await talk.all(CAMPAIGNS))["crm"].last_question == 8
