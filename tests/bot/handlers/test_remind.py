"""What would break: a reminder for somebody else, at night, or twice."""

from dataclasses import replace

import pytest

from campaigns.message import Part
from storage.tables import DELIVERIES, REMINDERS, SEATS
from tests.bot.conversation import ANNA, JORIS, Conversation, a_conversation, a_sent_post, a_whole_campaign


async def texts(talk: Conversation) -> list[str]:
    return [item.text for item in (await talk.all(REMINDERS)).values()]


async def test_a_reminder_of_the_post_that_was_answered() -> None:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="tip-1")
    said = await talk.say(ANNA, "remind me tomorrow 10:00", "sales", about=post.key)
    assert "Wednesday 3 February 10:00" in said
    assert await texts(talk) == ["It was about this post: “Hello all.”"]


async def test_without_a_moment_it_is_before_the_closing_of_the_seats_and_twice_is_once() -> None:
    talk = await a_conversation()
    assert "10 February" in await talk.say(ANNA, "herinner mij", "sales")
    await talk.say(ANNA, "remind me", "sales")
    (reminder,) = (await talk.all(REMINDERS)).values()
    assert reminder.before_closing
    assert reminder.text == "It was about the places (sounding board).", "what is true then is said then"


async def test_a_moment_that_was_typed_is_kept_as_typed() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "remind me tomorrow 10:00", "sales")
    (reminder,) = (await talk.all(REMINDERS)).values()
    assert not reminder.before_closing


async def test_after_an_early_closing_a_reminder_is_of_the_campaign() -> None:
    talk = await a_conversation()
    await talk.say(JORIS, "close sign-up")
    await talk.say(ANNA, "remind me tomorrow 10:00", "sales")
    assert await texts(talk) == ["It was about the campaign One customer view."]


async def test_a_long_post_is_quoted_in_part() -> None:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="tip-1")
    assert post.message is not None
    await talk.put(DELIVERIES, post.key, replace(post, message=replace(post.message, parts=(Part("word " * 200),))))
    await talk.say(ANNA, "remind me tomorrow 10:00", "sales", about=post.key)
    (text,) = await texts(talk)
    assert text.endswith("…”")
    assert len(text) < 250


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("remind me whenever", "do not understand “whenever”"),
        ("remind me 1 February 2027", "already passed"),
        ("remind me 1 February 2037", "too far away"),
    ],
)
async def test_what_is_no_good_moment_is_said_with_an_example(text: str, words: str) -> None:
    talk = await a_conversation()
    assert words in await talk.say(ANNA, text, "sales")
    assert await talk.all(REMINDERS) == {}


async def test_without_seats_a_moment_is_needed() -> None:
    talk = await a_conversation(a_whole_campaign(seats=None))
    assert "When?" in await talk.say(ANNA, "remind me", "sales")
    await talk.say(ANNA, "remind me tomorrow 10:00", "sales")
    assert await texts(talk) == ["It was about the campaign One customer view."]


async def test_after_closing_there_is_nothing_to_be_reminded_of() -> None:
    talk = await a_conversation()
    talk.clock.set_to((await talk.all(SEATS))["crm"].closes)
    assert "Sign-up is over, or nearly" in await talk.say(ANNA, "remind me", "sales")
