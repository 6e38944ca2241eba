"""What would break: a team that is forgotten or mixed up, or a trace of who reacted or voted."""

from dataclasses import replace

from bot.inbound import AnswerPulse, Installed, Person, React
from storage.tables import BINDINGS, PEOPLE, REACTIONS, SEATS, VOTES, WISHES, Binding, KnownPerson
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


ON_SLACK = Person("slack:U1", "Anna S.", "Anna@Example.com")
ON_ROOM = replace(ANNA, chat="anna@example.com")


async def test_whoever_is_known_elsewhere_by_the_same_address_holds_everything_under_the_first_id() -> None:
    talk = await a_conversation()
    await talk.put(BINDINGS, "crm/service", Binding("crm", "service", "slack", "C1"))
    await talk.say(ON_ROOM, "join", "sales")
    assert "You already take part" in await talk.say(ON_SLACK, "join", "C1")
    assert list((await talk.all(SEATS))["crm"].entries) == [ANNA.id]
    known = await talk.all(PEOPLE)
    assert known["slack:U1"] == KnownPerson("slack", "Anna S.", "anna@example.com", same_as=ANNA.id)
    assert known[ANNA.id].audiences == (("crm", "service"),), "what was heard last counts, wherever that was"


async def test_without_an_address_or_with_another_one_they_are_two_people() -> None:
    talk = await a_conversation()
    await talk.say(ON_ROOM, "join", "sales")
    await talk.put(BINDINGS, "crm/service", Binding("crm", "service", "slack", "C1"))
    for number, chat in enumerate((None, "other@example.com")):
        await talk.say(Person(f"slack:U{number}", ANNA.name, chat), "join", "C1")
    assert len((await talk.all(SEATS))["crm"].entries) == 3


async def test_what_both_held_before_the_address_was_known_becomes_one() -> None:
    """The address was hidden at first, so both signed up and both sent a wish."""
    talk = await a_conversation()
    await talk.put(BINDINGS, "crm/service", Binding("crm", "service", "slack", "C1"))
    for who, channel in ((ON_ROOM, "sales"), (replace(ON_SLACK, chat=None), "C1")):
        await talk.say(who, "join", channel)
        await talk.say(who, f"wish from {channel}", channel)
    assert len((await talk.all(SEATS))["crm"].holders) == 2
    await talk.say(ON_SLACK, "seats", "C1")
    assert (await talk.all(SEATS))["crm"].holders == (ANNA.id,)
    assert {wish.author for wish in (await talk.all(WISHES))["crm"].wishes.values()} == {ANNA.id}
    assert sum("two chat apps" in text for text in await talk.notices(ANNA)) == 1
    await talk.say(ON_SLACK, "seats", "C1")
    assert sum("two chat apps" in text for text in await talk.notices(ANNA)) == 1


async def test_what_leaves_no_trace_leaves_none_and_counts_once_all_the_same() -> None:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="pulse-1")
    await talk.say(ON_ROOM, "help", "sales")
    before = await talk.all(PEOPLE)
    for who in (ON_ROOM, ON_SLACK):
        await talk.do(React(talk.origin(who, "sales", post.key), emoji="👍"))
        await talk.do(AnswerPulse(talk.origin(who, "sales", post.key), answer="4"))
    assert await talk.all(PEOPLE) == before
    assert (len(await talk.all(VOTES)), len(await talk.all(REACTIONS))) == (1, 1)


async def test_stop_on_one_platform_counts_on_both_and_so_does_asking_again() -> None:
    talk = await a_conversation()
    await talk.say(ON_ROOM, "help", "sales")
    await talk.say(ON_SLACK, "stop")
    assert (await talk.all(PEOPLE))[ANNA.id].stopped
    await talk.say(ON_SLACK, "join")
    assert not (await talk.all(PEOPLE))[ANNA.id].stopped
