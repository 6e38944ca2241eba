"""What would break: a slip that acts, or a bot that talks through colleagues' talk."""

from storage.tables import SEATS
from tests.bot.conversation import ANNA, a_conversation


async def test_a_near_miss_gets_one_suggestion_and_does_nothing() -> None:
    talk = await a_conversation()
    assert "“join”" in await talk.say(ANNA, "jion", "sales")
    assert "“meedoen”" in await talk.say(ANNA, "meedon", "sales")
    assert (await talk.all(SEATS))["crm"].entries == {}


async def test_talk_among_colleagues_gets_no_answer_and_talk_to_the_bot_does() -> None:
    talk = await a_conversation()
    assert await talk.say(ANNA, "Who brings cake?", "sales") == ""
    assert "Type help" in await talk.say(ANNA, "@Klankbord who brings cake?", "sales")
    assert "Type help" in await talk.say(ANNA, "Who brings cake?")
