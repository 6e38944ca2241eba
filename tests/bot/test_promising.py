"""What would break: a promise that is written down before it was made, or not at all."""

from dataclasses import replace

from bot.promising import note_promises
from campaigns.delivery import Delivery, State
from campaigns.message import Message, Part
from campaigns.promises import PromiseBook
from storage.tables import DELIVERIES, PROMISES
from tests.bot.conversation import ANNA, JORIS, Conversation, a_conversation, a_sent_post

TEXT = Message("en", "management", (Part("You hear it by 19 February.", authored=True),))


async def a_management_post(talk: Conversation, state: State = State.SENT) -> Delivery:
    sent = await a_sent_post(talk, post="management-1")
    post = replace(sent, message=TEXT, state=state)
    await talk.put(DELIVERIES, post.key, post)
    return post


async def noted(talk: Conversation, delivery: Delivery) -> dict[str, PromiseBook]:
    async with talk.ctx.store.transaction() as tx:
        await note_promises(talk.ctx, tx, delivery, talk.clock.now())
    return await talk.all(PROMISES)


async def test_only_what_is_there_promises() -> None:
    talk = await a_conversation()
    post = await a_management_post(talk)
    for state in set(State) - {State.SENT}:
        assert await noted(talk, replace(post, state=state)) == {}
    assert (await noted(talk, post))["crm"].made == 1


async def test_the_same_post_twice_promises_once_and_a_campaign_that_is_gone_nothing() -> None:
    talk = await a_conversation()
    post = await a_management_post(talk)
    assert await noted(talk, replace(post, campaign="gone")) == {}
    assert await noted(talk, post) == await noted(talk, post)


async def test_a_tip_changes_nothing() -> None:
    talk = await a_conversation()
    assert await noted(talk, await a_sent_post(talk, post="tip-1")) == {}


async def test_the_owner_s_word_that_it_is_there_counts_as_sent() -> None:
    talk = await a_conversation()
    await a_management_post(talk, State.UNCERTAIN)
    await talk.say(JORIS, "it is there")
    assert (await talk.all(PROMISES))["crm"].made == 1


async def test_an_answer_without_a_day_promises_nothing() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "question does it work?", "sales")
    await talk.say(JORIS, "answer 1 yes")
    assert await talk.all(PROMISES) == {}
