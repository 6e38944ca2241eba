"""What would break: an owner who finds no overview."""

from tests.bot.conversation import ANNA, JORIS, a_conversation


async def test_the_owner_is_sent_to_the_room_and_others_are_not() -> None:
    talk = await a_conversation()
    assert "Open the room" in await talk.say(JORIS, "console")
    assert "Only Joris" in await talk.say(ANNA, "console", "sales")
