"""What would break: messages that go on, or a seat that is silently lost."""

from storage.tables import PEOPLE, SEATS
from tests.bot.conversation import ANNA, KARIM, a_conversation


async def test_stop_is_kept_and_the_seat_stays() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "join", "sales")
    assert "I send you no more messages" in await talk.say(ANNA, "STOP!")
    assert (await talk.all(PEOPLE))[ANNA.id].stopped
    assert (await talk.all(SEATS))["crm"].taken == 1


async def test_somebody_with_a_role_hears_what_still_comes() -> None:
    talk = await a_conversation()
    assert "belong to your role" in await talk.say(KARIM, "stop")
