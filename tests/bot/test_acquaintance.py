"""What would break: a team that is forgotten or mixed up, or a trace of who reacted or voted."""

from dataclasses import replace

from bot.inbound import AnswerPulse, Installed, React
from storage.tables import BINDINGS, PEOPLE, Binding, KnownPerson
from tests.bot.conversation import ANNA, KARIM, a_conversation, a_sent_post


async def test_the_channel_teaches_which_team_somebody_reads_with_per_campaign() -> None:
    talk = await a_conversation()
    await talk.put(BINDINGS, "erp/a", Binding("erp", "a", "room", "sales"))
    await talk.say(ANNA, "help", "sales")
    assert (await talk.all(PEOPLE))[ANNA.id].audiences == (("crm", "sales"), ("erp", "a"))
    await talk.say(ANNA, "help", "service")
    assert (await talk.all(PEOPLE))[ANNA.id].audiences == (("crm", "service"), ("erp", "a"))


async def test_a_private_word_teaches_no_team_and_keeps_the_one_we_know() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "help", "sales")
    await talk.say(ANNA, "help")
    assert (await talk.all(PEOPLE))[ANNA.id].audiences == (("crm", "sales"),)


async def test_a_reaction_a_pulse_answer_and_an_installation_leave_no_trace_of_a_person() -> None:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="pulse-1")
    await talk.do(React(talk.origin(ANNA, "sales", post.key), emoji="👍"))
    await talk.do(AnswerPulse(talk.origin(ANNA, "sales", post.key), answer="4"))
    await talk.do(Installed(talk.origin(ANNA, "sales")))
    assert await talk.all(PEOPLE) == {}


async def test_the_address_that_is_known_counts_when_the_platform_gives_none() -> None:
    talk = await a_conversation()
    await talk.put(PEOPLE, KARIM.id, KnownPerson("room", "Karim", chat="karim@example.com"))

    assert "paused" in await talk.say(replace(KARIM, chat=None), "pause")


async def test_asking_for_something_after_stop_is_asking_to_hear_again() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "stop", "sales")
    await talk.say(ANNA, "seats", "sales")
    assert (await talk.all(PEOPLE))[ANNA.id].stopped
    await talk.say(ANNA, "join", "sales")
    assert not (await talk.all(PEOPLE))[ANNA.id].stopped
