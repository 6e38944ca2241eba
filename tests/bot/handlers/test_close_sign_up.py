"""What would break: a sign-up that stays open, lots that are never drawn, or an employee who closes it."""

from bot.inbound import Person
from storage.tables import SEATS
from tests.bot.conversation import ANNA, JORIS, a_conversation, a_whole_campaign
from tests.builders import some_seats


async def test_the_owner_closes_it_once_and_nobody_else_does() -> None:
    talk = await a_conversation()
    assert "Only Joris" in await talk.say(ANNA, "close sign-up", "sales")
    assert (await talk.all(SEATS))["crm"].closed_at is None
    assert await talk.say(JORIS, "close sign-up") == "Sign-up is closed."
    assert "already closed" in await talk.say(JORIS, "sluit aanmelding")
    assert "Sign-up is over" in await talk.say(ANNA, "join", "sales")
    assert [entry.action for entry in await talk.audit()] == ["refused: CloseSignUp", "closed sign-up"]


async def test_the_lots_are_drawn_at_once_and_everybody_hears() -> None:
    talk = await a_conversation(a_whole_campaign(seats=some_seats(allocation="draw")))
    crowd = [Person(f"room:p{number}", f"P{number}") for number in range(4)]
    for person in crowd:
        await talk.say(person, "join", "sales")
    await talk.say(JORIS, "close sign-up")
    heard = [text for person in crowd for text in await talk.notices(person)]
    assert sum("you have a place" in text for text in heard) == 3
    assert sum("number 1 on the reserve list" in text for text in heard) == 1


async def test_without_seats_there_is_nothing_to_close() -> None:
    talk = await a_conversation(a_whole_campaign(seats=None))
    assert "no places" in await talk.say(JORIS, "close sign-up")
