"""What would break: a person with two seats, a seat oversold, a team's limit ignored, an answer that isn't true."""

import asyncio

from bot.hear import hear
from bot.inbound import Join, Person
from campaigns.seat_book import SeatState
from storage.tables import PEOPLE, SEATS
from tests.bot.conversation import ANNA, BILAL, a_conversation, a_whole_campaign
from tests.builders import some_seats


async def test_joining_gives_a_place_and_says_how_to_leave() -> None:
    talk = await a_conversation()
    said = await talk.say(ANNA, "join", "sales")
    assert "Place 1 of 3" in said
    assert "Type leave" in said
    assert (await talk.all(SEATS))["crm"].entries[ANNA.id].team == "sales"


async def test_the_receipt_asks_whether_the_name_may_be_named_with_a_button_each_way() -> None:
    talk = await a_conversation()
    answer = await hear(talk.ctx, Join(talk.origin(ANNA, "sales")))
    assert answer is not None
    assert [(button.verb, button.value) for button in answer.message.buttons] == [("name_me", "yes"), ("name_me", "no")]


async def test_joining_twice_keeps_one_place() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "join", "sales")
    assert "already take part" in await talk.say(ANNA, "meedoen", "sales")
    assert (await talk.all(SEATS))["crm"].taken == 1


async def test_a_hundred_at_once_fill_three_places_and_a_list_without_gaps() -> None:
    talk = await a_conversation()
    crowd = [Person(f"room:p{number}", f"P{number}") for number in range(100)]
    said = await asyncio.gather(*(talk.say(person, "join", "sales") for person in crowd))
    book = (await talk.all(SEATS))["crm"]
    assert book.taken == 3
    assert sorted(book.reserve_number(entry.person) or 0 for entry in book.reserve) == list(range(1, 98))
    assert sum("You take part" in answer for answer in said) == 3


async def test_who_is_in_no_known_team_is_asked_to_type_it_in_their_channel() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "join", "sales")  # teaches us where Anna reads
    await talk.say(ANNA, "leave")
    assert "Place 1 of 3" in await talk.say(ANNA, "join")
    assert "do not know which campaign" in await talk.say(BILAL, "join")


async def test_the_limit_per_team_counts_the_channel_and_not_what_somebody_says() -> None:
    talk = await a_conversation(a_whole_campaign(seats=some_seats(max_per_team=1)))
    await talk.say(ANNA, "join", "sales")
    assert "number 1 on the reserve list" in await talk.say(BILAL, "join", "sales")
    book = (await talk.all(SEATS))["crm"]
    assert book.entries[BILAL.id].state is SeatState.RESERVED


async def test_a_campaign_without_seats_says_so() -> None:
    talk = await a_conversation(a_whole_campaign(seats=None))
    assert "no places" in await talk.say(ANNA, "join", "sales")
    assert ANNA.id in await talk.all(PEOPLE)


async def test_before_opening_and_after_closing_nobody_gets_in() -> None:
    talk = await a_conversation()
    opens = (await talk.all(SEATS))["crm"].opens
    talk.clock.set_to(opens.replace(day=1, month=1))
    assert "cannot sign up yet" in await talk.say(ANNA, "join", "sales")
    talk.clock.set_to(opens.replace(month=5))
    assert "Sign-up is over" in await talk.say(ANNA, "join", "sales")
    assert (await talk.all(SEATS))["crm"].entries == {}
