"""What would break: a reaction that counts twice, or says whose it is."""

import pytest

from bot.inbound import React
from storage.tables import PEOPLE, REACTIONS
from tests.bot.conversation import ANNA, BILAL, a_conversation, a_sent_post, ask_for_a_yes


async def test_one_person_counts_once_per_emoji_and_can_take_it_back() -> None:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="tip-1")
    for who in (ANNA, ANNA, BILAL):
        assert await talk.do(React(talk.origin(who, "sales", post.key), emoji="👍")) == ""
    assert len(await talk.all(REACTIONS)) == 2
    await talk.do(React(talk.origin(ANNA, "sales", post.key), emoji="👍", added=False))
    assert len(await talk.all(REACTIONS)) == 1
    assert "room:" not in repr(await talk.all(REACTIONS))
    assert await talk.all(PEOPLE) == {}


@pytest.mark.parametrize(
    ("about", "emoji"), [("", "👍"), ("forged", "👍"), ("waiting", "👍"), ("sent", ""), ("sent", "x" * 99)]
)
async def test_what_is_not_on_a_sent_post_or_no_emoji_is_not_counted(about: str, emoji: str) -> None:
    talk = await a_conversation()
    keys = {"sent": (await a_sent_post(talk, post="tip-1")).key, "waiting": (await ask_for_a_yes(talk))[0].key}
    await talk.do(React(talk.origin(ANNA, "sales", keys.get(about, about)), emoji=emoji))
    assert await talk.all(REACTIONS) == {}


async def test_two_reactions_by_one_person_are_marked_as_one_and_the_mark_says_nothing_of_them() -> None:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="tip-1")
    for who, emoji in ((ANNA, "👍"), (ANNA, "🎉"), (BILAL, "👍")):
        await talk.do(React(talk.origin(who, "sales", post.key), emoji))
    marks = [reaction.by for reaction in (await talk.all(REACTIONS)).values()]
    assert sorted(marks.count(mark) for mark in set(marks)) == [1, 2]
    await talk.say(ANNA, "forget me")
    after = [reaction.by for reaction in (await talk.all(REACTIONS)).values()]
    assert sorted(after.count(mark) for mark in set(after)) == [1, 2]
    assert len(set(after) & set(marks)) == 1
