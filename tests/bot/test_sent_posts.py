"""What would break: an answer about another post than the one that somebody saw."""

from bot.sent_posts import post_meant
from bot.turn import Turn
from tests.bot.conversation import ANNA, Conversation, a_conversation, a_sent_post, ask_for_a_yes


async def meant(talk: Conversation, channel: str | None, about: str = "", kind: str | None = None) -> str | None:
    async with talk.ctx.store.transaction() as tx:
        turn = Turn(talk.ctx, tx, talk.clock.now(), talk.origin(ANNA, channel, about))
        found = await post_meant(turn, talk.ctx.campaigns["crm"], kind=kind)
    return found.key if found else None


async def test_what_was_pressed_on_else_the_newest_of_ones_own_team() -> None:
    talk = await a_conversation()
    old = await a_sent_post(talk, post="tip-1", days_ago=3)
    new = await a_sent_post(talk, post="management-1", days_ago=1)
    other = await a_sent_post(talk, post="pulse-1", audience="service", days_ago=1)
    assert await meant(talk, "sales", about=old.key) == old.key
    assert await meant(talk, "sales") == new.key
    assert await meant(talk, "service") == other.key
    assert await meant(talk, "sales", kind="tip") == old.key
    assert await meant(talk, "sales", about=new.key, kind="tip") == old.key


async def test_what_is_not_sent_yet_is_not_shown_by_a_guessed_key() -> None:
    talk = await a_conversation()
    (waiting, _) = await ask_for_a_yes(talk)
    assert await meant(talk, "sales", about=waiting.key) is None
    assert await meant(talk, None) is None
