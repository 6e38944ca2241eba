"""What would break: a message posted twice because nobody could say that it is there."""

from dataclasses import replace

from bot.inbound import Settle
from campaigns.delivery import Delivery, State
from storage.tables import DELIVERIES
from tests.bot.conversation import ANNA, JORIS, Conversation, a_conversation, a_sent_post


async def an_uncertain_post(talk: Conversation, audience: str = "sales") -> Delivery:
    sent = await a_sent_post(talk, post="tip-1", audience=audience)
    uncertain = replace(sent, state=State.UNCERTAIN, ref=None, settled_at=None, reason="uncertain")
    await talk.put(DELIVERIES, sent.key, uncertain)
    return uncertain


async def test_it_is_there_settles_it() -> None:
    talk = await a_conversation()
    post = await an_uncertain_post(talk)
    assert "it is there" in await talk.say(JORIS, "it is there")
    assert (await talk.all(DELIVERIES))[post.key].state is State.SENT
    assert talk.told.kinds() == ["sent", "answered"]


async def test_post_it_makes_it_due_again_and_a_second_word_changes_nothing() -> None:
    talk = await a_conversation()
    post = await an_uncertain_post(talk)
    press = Settle(talk.origin(JORIS, None, post.key), delivery=post.key, is_there=False)
    assert "post it again" in await talk.do(press)
    after = (await talk.all(DELIVERIES))[post.key]
    assert (after.state, after.wake) == (State.WAITING, talk.clock.now())
    assert "There is no post now" in await talk.say(JORIS, "it is there")
    assert (await talk.all(DELIVERIES))[post.key].state is State.WAITING


async def test_an_employee_decides_nothing_and_two_need_a_name() -> None:
    talk = await a_conversation()
    post = await an_uncertain_post(talk)
    await talk.say(ANNA, "post it", "sales")
    assert (await talk.all(DELIVERIES))[post.key].state is State.UNCERTAIN
    other = await an_uncertain_post(talk, audience="service")
    assert other.key in await talk.say(JORIS, "het staat er")
    await talk.say(JORIS, f"plaats het {other.key}")
    assert (await talk.all(DELIVERIES))[other.key].state is State.WAITING
    assert (await talk.all(DELIVERIES))[post.key].state is State.UNCERTAIN
