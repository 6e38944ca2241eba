"""What would break: something that stays behind under an id which nobody looks at any more, or is there twice."""

import pytest

from bot.inbound import Person
from bot.moving_in import become_one
from bot.privacy import personal_data
from storage.tables import DELIVERIES, PEOPLE, QUESTIONS, REMINDERS, SEATS, WISHES, KnownPerson
from tests.bot.conversation import ANNA, BILAL, OPEN, Conversation, a_conversation

LATER = Person("slack:U1", "Anna S.")
FULL = ("join", "wish search by name", "question does it work?", "remind me tomorrow 10:00")


async def become(talk: Conversation) -> None:
    async with talk.ctx.store.transaction() as tx:
        await become_one(talk.ctx, tx, first=ANNA.id, later=LATER.id, now=OPEN)


async def two_who_are_known() -> Conversation:
    talk = await a_conversation()
    await talk.put(PEOPLE, LATER.id, KnownPerson("slack", "Anna S.", audiences=(("crm", "service"),)))
    await talk.put(PEOPLE, ANNA.id, KnownPerson("room", "Anna"))
    return talk


async def test_all_that_the_later_one_held_is_the_firsts() -> None:
    talk = await two_who_are_known()
    for text in FULL:
        assert await talk.say(LATER, text)
    await talk.say(Person("room:joris", "Joris", "joris@example.com"), "answer 1 yes")
    await become(talk)
    async with talk.ctx.store.transaction() as tx:
        held = await personal_data(tx, ANNA.id)
        assert await personal_data(tx, LATER.id) == held
    assert {noun: len(records) for noun, records in held.items()} == {
        "person": 2, "seats": 1, "wishes": 1, "questions": 1, "reminders": 1, "messages_to_you": 1,
    }  # fmt: skip
    assert {question.person for question in (await talk.all(QUESTIONS)).values()} == {ANNA.id}
    [(key, reminder)] = (await talk.all(REMINDERS)).items()
    assert (reminder.person, LATER.id in key) == (ANNA.id, False)
    assert (await talk.all(WISHES))["crm"].wishes["1"].author == ANNA.id
    assert list((await talk.all(SEATS))["crm"].entries) == [ANNA.id]
    assert LATER.id not in {item.person for item in (await talk.all(DELIVERIES)).values()}


async def test_the_later_record_says_no_more_than_who_it_is() -> None:
    talk = await two_who_are_known()
    await become(talk)
    known = await talk.all(PEOPLE)
    assert known[LATER.id] == KnownPerson("slack", "Anna S.", same_as=ANNA.id)
    assert known[ANNA.id].audiences == (("crm", "service"),)


async def test_a_third_that_had_joined_the_later_one_joins_the_first() -> None:
    talk = await two_who_are_known()
    await talk.put(PEOPLE, "teams:a", KnownPerson("teams", "A", same_as=LATER.id))
    await become(talk)
    assert (await talk.all(PEOPLE))["teams:a"].same_as == ANNA.id


@pytest.mark.parametrize("stopped", [ANNA, LATER])
async def test_who_said_stop_to_one_said_it_to_both(stopped: Person) -> None:
    talk = await two_who_are_known()
    await talk.say(stopped, "stop")
    await become(talk)
    assert (await talk.all(PEOPLE))[ANNA.id].stopped


async def test_a_double_seat_is_given_back_and_both_are_told_once() -> None:
    talk = await two_who_are_known()
    for who in (ANNA, LATER, Person("room:p", "P")):
        await talk.say(who, "join", None if who is LATER else "sales")
    await talk.say(BILAL, "join", "sales")
    await become(talk)
    book = (await talk.all(SEATS))["crm"]
    assert book.holders == (ANNA.id, "room:p", BILAL.id)
    [told] = await talk.notices(ANNA)
    assert "two chat apps" in told
    assert "You have a place." in told
    [offered] = await talk.notices(BILAL)
    assert "A place has opened up" in offered


async def test_only_who_is_known_can_become_one() -> None:
    talk = await a_conversation()
    with pytest.raises(ValueError, match="not known"):
        await become(talk)
