"""What would break: a date that slips without the people who read it hearing so."""

from campaigns.promises import PromiseState
from storage.tables import DELIVERIES, PROMISES
from tests.bot.conversation import JORIS
from tests.bot.promised import a_promise


async def test_the_teams_read_the_owner_s_text_as_it_was_typed() -> None:
    talk = await a_promise()
    await talk.say(JORIS, "promise missed 1: The test failed.\n\nThe new date is 19 February.")
    posts = [item for item in (await talk.all(DELIVERIES)).values() if item.occurrence]
    assert {item.occurrence.audience for item in posts if item.occurrence} == {"sales", "service"}
    assert all(item.message and "The test failed.\n\nThe new date is" in item.message.text for item in posts)
    book = (await talk.all(PROMISES))["crm"]
    assert [one.state for one in book.promises.values()] == [PromiseState.MISSED, PromiseState.OPEN]
    assert book.promises["2"].made_by == "joris"
