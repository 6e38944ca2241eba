"""What would break: a name that stays in what was posted, or a colleague's name that is called theirs."""

from dataclasses import replace

from bot.own_names import messages_that_name, take_names_out
from campaigns.message import Message, Part
from storage.tables import DELIVERIES, ROOM_POSTS, RoomPost
from tests.bot.conversation import OPEN, Conversation, a_conversation, a_sent_post

NAMED = Message("en", "closing", (Part("With Anna and Bo.", people=("room:anna", "room:bo"), unnamed="With 2."),))


async def a_post_that_names_them() -> Conversation:
    talk = await a_conversation()
    await a_sent_post(talk, post="tip-1")
    post = await a_sent_post(talk, post="pulse-1")
    await talk.put(DELIVERIES, post.key, replace(post, message=NAMED))
    await talk.put(ROOM_POSTS, post.key, RoomPost("sales", OPEN, 1, message=NAMED))
    return talk


async def test_who_is_named_finds_it_and_nobody_else_does() -> None:
    talk = await a_post_that_names_them()
    async with talk.ctx.store.transaction() as tx:
        found = {who: [d.message for _, d in await messages_that_name(tx, f"room:{who}")] for who in ("anna", "an")}
    assert found == {"anna": [NAMED], "an": []}


async def test_the_names_go_from_the_outbox_and_from_the_room_and_the_post_stays() -> None:
    talk = await a_post_that_names_them()
    async with talk.ctx.store.transaction() as tx:
        await take_names_out(tx, await tx.find(DELIVERIES))
    assert sorted(d.message.text for d in (await talk.all(DELIVERIES)).values() if d.message) == [
        "Hello all.",
        "With 2.",
    ]
    assert [post.message.text for post in (await talk.all(ROOM_POSTS)).values() if post.message] == ["With 2."]
    assert "Anna" not in repr([await talk.all(DELIVERIES), await talk.all(ROOM_POSTS)])
