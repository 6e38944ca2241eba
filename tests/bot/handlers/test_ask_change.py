"""What would break: a request that changes nothing, or a post that goes out although somebody asked for other words."""

from campaigns.approval import Decision
from campaigns.delivery import State
from storage.tables import DELIVERIES
from tests.bot.conversation import JORIS, SANDRA, a_conversation, ask_for_a_yes


async def test_the_owner_gets_the_words_and_the_post_waits() -> None:
    talk = await a_conversation()
    asked = await ask_for_a_yes(talk)
    assert "I ask again" in await talk.say(SANDRA, "ask for a change management-1: the date is wrong")
    after = (await talk.all(DELIVERIES))[asked[0].key]
    assert after.state is State.WAITING
    assert after.approval is not None
    assert after.approval.decision is Decision.CHANGE_ASKED
    assert any("the date is wrong" in text for text in await talk.notices(JORIS))


async def test_without_words_it_asks_what_should_be_different() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk)
    assert "What should be different?" in await talk.say(SANDRA, "aanpassen management-1")
