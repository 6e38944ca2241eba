"""What would break: a promise for a day that nobody understood, or in the past."""

from datetime import date

from storage.tables import WISHES
from tests.bot.conversation import ANNA, JORIS, a_conversation


async def test_a_day_is_promised_and_the_author_hears_it() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "wish faster", "sales")
    assert "12 March" in await talk.say(JORIS, "wish planned 1 12 March")
    assert (await talk.all(WISHES))["crm"].wishes["1"].planned_for == date(2027, 3, 12)
    assert any("planned for 12 March" in text for text in await talk.notices(ANNA))


async def test_no_day_and_a_past_day_are_asked_again() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "wish faster", "sales")
    assert "On which day?" in await talk.say(JORIS, "wish planned 1")
    assert "On which day?" in await talk.say(JORIS, "wish planned 1 the 40th")
    assert "has passed" in await talk.say(JORIS, "wish planned 1 1 February 2027")
    assert (await talk.all(WISHES))["crm"].wishes["1"].planned_for is None
