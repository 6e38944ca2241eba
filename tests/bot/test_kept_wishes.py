"""What would break: the owner's word on a wish that nobody hears, or that names who sent it."""

from tests.bot.conversation import ANNA, JORIS, a_conversation


async def test_the_author_hears_and_the_trail_does_not_name_them() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "wish search by postcode", "sales")
    await talk.say(JORIS, "wish later 1 it takes two weeks")
    assert any("it takes two weeks" in text for text in await talk.notices(ANNA))
    (entry,) = await talk.audit()
    assert (entry.actor, entry.action, entry.subject, entry.detail) == (
        "joris", "wish not_now", "1", "it takes two weeks",
    )  # fmt: skip


async def test_an_author_who_said_stop_is_left_in_peace() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "wish search by postcode", "sales")
    await talk.say(ANNA, "stop", "sales")
    await talk.say(JORIS, "wish done 1")
    assert await talk.notices(ANNA) == []


async def test_an_unknown_wish_gets_the_nearest_one() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "wish search by postcode", "sales")
    assert "I know no wish 17" in await talk.say(JORIS, "wish done 17")
    assert await talk.audit() == []
