"""What would break: a channel that goes on getting posts, or the wrong one that stops."""

from storage.tables import BINDINGS
from tests.bot.conversation import ANNA, JORIS, a_conversation


async def test_by_name_or_by_the_channel_it_is_typed_in() -> None:
    talk = await a_conversation()
    assert "sales has been disconnected" in await talk.say(JORIS, "disconnect sales")
    assert "service has been disconnected" in await talk.say(JORIS, "ontkoppel", "service")
    assert await talk.all(BINDINGS) == {}
    assert "No team is connected here" in await talk.say(JORIS, "disconnect sales")


async def test_an_employee_changes_nothing() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "disconnect", "sales")
    assert len(await talk.all(BINDINGS)) == 2
