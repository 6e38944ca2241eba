"""What would break: a wish without a number or a date, or an owner who sees whose it is."""

from storage.tables import WISHES
from tests.bot.conversation import ANNA, JORIS, KARIM, a_conversation


async def test_a_wish_gets_a_number_and_a_date() -> None:
    talk = await a_conversation()
    said = await talk.say(ANNA, "wens zoeken op postcode", "sales")
    assert "wish 1" in said
    assert "9 February" in said
    assert (await talk.all(WISHES))["crm"].wishes["1"].title == "zoeken op postcode"


async def test_the_owner_hears_the_wish_and_the_team_and_not_the_person() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "wish search by postcode", "service")
    (text,) = await talk.notices(JORIS)
    assert "search by postcode" in text
    assert "Service" in text
    assert "Anna" not in text


async def test_an_empty_wish_is_asked_for_and_a_repeated_one_is_not_counted_twice() -> None:
    talk = await a_conversation()
    assert "Put your wish behind it" in await talk.say(ANNA, "wish", "sales")
    await talk.say(ANNA, "wish faster", "sales")
    assert "already have this wish" in await talk.say(ANNA, "wish faster", "sales")
    assert (await talk.all(WISHES))["crm"].received == 1


async def test_a_lead_wishes_for_their_team_and_an_owner_without_one_is_asked() -> None:
    talk = await a_conversation()
    await talk.say(KARIM, "wish faster")
    assert (await talk.all(WISHES))["crm"].wishes["1"].audience == "sales"
    assert "channel of your own team" in await talk.say(JORIS, "wish faster")
