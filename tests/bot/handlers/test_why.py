"""What would break: a post of which nobody can learn why it is there."""

from dataclasses import replace
from datetime import timedelta

from storage.tables import DELIVERIES, PULSES
from tests.bot.conversation import ANNA, BILAL, a_conversation, a_sent_post


async def test_it_explains_the_post_that_was_meant_and_how_to_object() -> None:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="tip-1")
    said = await talk.say(ANNA, "why", "sales", about=post.key)
    assert "One customer view" in said
    assert "object" in said
    assert said == await talk.say(BILAL, "waarom?", "sales")


async def test_without_a_post_it_explains_the_campaign() -> None:
    talk = await a_conversation()
    assert "I am a bot" in await talk.say(ANNA, "why", "service")


async def test_the_button_on_a_post_gives_the_same_answer_as_the_word() -> None:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="tip-1")
    assert await talk.say(ANNA, "waarom", "sales") == await talk.say(ANNA, "WHY?", "sales", about=post.key)


async def test_a_post_that_has_left_the_file_is_still_answered() -> None:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="tip-1")
    campaign = talk.ctx.campaigns["crm"]
    left = tuple(one for one in campaign.posts if one.id != "tip-1")
    talk.ctx.campaigns["crm"] = campaign.model_copy(update={"posts": left})
    assert "I am a bot" in await talk.say(ANNA, "why", "sales", about=post.key)


async def test_a_post_whose_sender_has_left_the_file_is_still_answered() -> None:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="management-1")
    assert post.occurrence is not None
    await talk.put(DELIVERIES, post.key, replace(post, occurrence=replace(post.occurrence, sender="gone")))
    assert "I am a bot" in await talk.say(ANNA, "why", "sales", about=post.key)


async def test_a_pulse_says_until_when_it_can_be_answered() -> None:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="pulse-1")
    await talk.say(ANNA, "4", "sales")
    closes = (await talk.all(PULSES))["crm/pulse-1/sales"].wake
    assert closes is not None
    assert "You can answer until Monday 8 February 10:00, or" in await talk.say(ANNA, "why", "sales", about=post.key)
    talk.clock.set_to(closes + timedelta(minutes=1))
    said = await talk.say(ANNA, "why", "sales", about=post.key)
    assert "This question is closed." in said
    assert "until" not in said
