"""What would break: a person who can't get out, or a freed seat that nobody is offered."""

from bot.inbound import Person
from campaigns.seat_book import SeatState
from storage.tables import SEATS
from tests.bot.conversation import ANNA, BILAL, Conversation, a_conversation


async def full(talk: Conversation) -> None:
    for number in range(3):
        await talk.say(Person(f"room:p{number}", f"P{number}"), "join", "sales")
    await talk.say(ANNA, "join", "sales")
    await talk.say(BILAL, "join", "sales")


async def test_one_word_and_no_reason_asked_and_the_seat_goes_to_the_first_in_line() -> None:
    talk = await a_conversation()
    await full(talk)
    said = await talk.say(Person("room:p1", "P1"), "leave")
    assert "no longer take part" in said
    assert "?" not in said
    assert (await talk.all(SEATS))["crm"].entries[ANNA.id].state is SeatState.OFFERED
    assert any("it is for you" in text for text in await talk.notices(ANNA))
    assert await talk.notices(BILAL) == []


async def test_an_offer_is_taken_with_join_or_left_with_leave() -> None:
    talk = await a_conversation()
    await full(talk)
    await talk.say(Person("room:p1", "P1"), "leave")
    assert "goes to somebody else" in await talk.say(ANNA, "leave")
    assert "the place is yours" in await talk.say(BILAL, "join")
    assert (await talk.all(SEATS))["crm"].taken == 3


async def test_who_is_not_on_the_list_changes_nothing() -> None:
    talk = await a_conversation()
    assert "Nothing has changed" in await talk.say(ANNA, "leave", "sales")
