"""What would break: a number that isn't true, or somebody else's place on the list."""

import pytest

from bot.inbound import Person
from storage.tables import SEATS
from tests.bot.conversation import ANNA, BILAL, a_conversation, a_whole_campaign
from tests.builders import some_seats


async def test_it_says_what_is_left_and_how_the_one_who_asks_stands() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "join", "sales")
    said = await talk.say(ANNA, "seats", "sales")
    assert "2 of the 3 places still open" in said
    assert "You have a place" in said
    assert "You have not signed up" in await talk.say(BILAL, "stand", "sales")
    assert "Anna" not in await talk.say(BILAL, "seats", "sales")


async def test_when_full_it_tells_the_own_number_only() -> None:
    talk = await a_conversation()
    for number in range(5):
        await talk.say(Person(f"room:p{number}", f"P{number}"), "join", "sales")
    said = await talk.say(Person("room:p4", "P4"), "seats")
    assert "All 3 places are taken" in said
    assert "number 2 on the reserve list" in said


@pytest.mark.parametrize(("months", "words"), [(-1, "You can sign up from"), (2, "has been closed since")])
async def test_before_opening_and_after_closing(months: int, words: str) -> None:
    talk = await a_conversation()
    opens = (await talk.all(SEATS))["crm"].opens
    talk.clock.set_to(opens.replace(month=opens.month + months))
    assert words in await talk.say(ANNA, "seats", "sales")


async def test_in_a_draw_no_number_left_is_pretended() -> None:
    talk = await a_conversation(a_whole_campaign(seats=some_seats(allocation="draw")))
    await talk.say(ANNA, "join", "sales")
    said = await talk.say(ANNA, "seats", "sales")
    assert "We draw on" in said
    assert "You are in the draw" in said


async def test_an_offer_shows_until_when() -> None:
    talk = await a_conversation()
    for number in range(3):
        await talk.say(Person(f"room:p{number}", f"P{number}"), "join", "sales")
    await talk.say(ANNA, "join", "sales")
    await talk.say(Person("room:p0", "P0"), "leave")
    assert "kept for you until Thursday 4 February" in await talk.say(ANNA, "seats")


async def test_without_seats_it_says_so() -> None:
    talk = await a_conversation(a_whole_campaign(seats=None))
    for word in ("seats", "leave", "name me"):
        assert "no places" in await talk.say(ANNA, word, "sales")
