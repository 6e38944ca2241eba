"""What would break: a post twice, a private answer for all, a button pressed by another, a lost colleague."""

import asyncio

import pytest

from bot.inbound import Approve, Join, React, Why
from bot.platforms.base import DeliveryError
from bot.platforms.pressing import Press
from bot.platforms.room.platform import Act, NotPossible, RoomPlatform
from campaigns.message import Button
from storage.tables import RoomPost
from tests.bot.web.a_room import MONDAY, SALES, SERVICE, ARoom, a_message, a_room

JOIN = Button("join", "Join", "crm/call-1")


async def texts(room: ARoom, person: str, place: str = SALES) -> list[str]:
    who = room.platform.person(f"room:{person}")
    assert who is not None
    kept = [post for _, post in await room.platform.posts(place) if room.platform.may_see(who, post)]
    return [post.text or (post.message.text if post.message else "") for post in kept]


async def test_the_same_key_is_posted_once_and_found_again() -> None:
    platform = a_room().platform
    assert await platform.find(SALES, "k1") is None
    assert await platform.post(SALES, a_message("One"), "k1") == "k1"
    assert await platform.post(SALES, a_message("Two"), "k1") == "k1"
    assert await platform.find(SALES, "k1") == "k1"
    assert await platform.find(SERVICE, "k1") is None
    assert [post.message and post.message.text for _, post in await platform.posts(SALES)] == ["One"]


async def test_posts_keep_their_order_however_many_come_at_once() -> None:
    platform = a_room().platform
    await asyncio.gather(*(platform.post(SALES, a_message(str(n)), f"k{n}") for n in range(20)))
    assert [post.number for _, post in await platform.posts(SALES)] == list(range(1, 21))


async def test_a_channel_or_person_that_is_not_there_is_refused_for_good() -> None:
    platform = a_room().platform
    with pytest.raises(DeliveryError) as closed:
        await platform.post("crm/nowhere", a_message(), "k1")
    assert closed.value.permanent
    assert closed.value.channel_closed
    with pytest.raises(DeliveryError):
        await platform.dm("room:nobody", a_message(), "k1")
    with pytest.raises(DeliveryError):
        await platform.update(SALES, "k1", a_message())


async def test_an_update_replaces_what_the_post_says_and_nothing_else() -> None:
    platform = a_room().platform
    await platform.post(SALES, a_message("3 left"), "k1")
    await platform.update(SALES, "k1", a_message("2 left"))
    [(_, post)] = await platform.posts(SALES)
    assert (post.message and post.message.text, post.number, post.at) == ("2 left", 1, MONDAY)


async def test_a_private_message_is_for_one_person() -> None:
    room = a_room()
    await room.platform.dm("room:anna", a_message("For Anna"), "k1")
    assert await texts(room, "anna", "room:anna") == ["For Anna"]
    assert await texts(room, "joris", "room:anna") == []


async def test_talk_in_a_channel_is_for_all_and_the_bot_keeps_out_of_it() -> None:
    room = a_room()
    await room.platform.say(Act("room:anna", "e1", place=SALES), "Has anybody seen my mug?")
    assert room.heard == []
    assert await texts(room, "bilal") == ["Has anybody seen my mug?"]


async def test_a_command_and_its_answer_stay_between_the_two() -> None:
    room = a_room(answer="You have a place.")
    await room.platform.say(Act("room:anna", "e1", place=SALES), "join")
    assert [type(inbound) for inbound in room.heard] == [Join]
    assert room.heard[0].origin.channel == SALES
    assert await texts(room, "anna") == ["join", "You have a place."]
    assert await texts(room, "bilal") == await texts(room, "joris") == []


@pytest.mark.parametrize("words", ["jion", "@Klankbord what can you do?"])
async def test_a_near_miss_or_a_line_to_the_bot_is_not_said_aloud(words: str) -> None:
    room = a_room()
    await room.platform.say(Act("room:anna", "e1", place=SALES), words)
    assert len(room.heard) == 1
    assert await texts(room, "bilal") == []


async def test_in_the_private_chat_everything_is_for_the_bot() -> None:
    room = a_room()
    await room.platform.say(Act("room:anna", "e1", place="room:anna"), "good morning")
    assert room.heard[0].origin.channel is None


async def test_nobody_speaks_in_a_channel_that_is_not_theirs() -> None:
    room = a_room()
    for act in (Act("room:anna", "e1", place=SERVICE), Act("room:anna", "e1", place="room:joris"), Act("x", "e1")):
        with pytest.raises(NotPossible):
            await room.platform.say(act, "hello")


async def test_words_that_nobody_can_see_are_taken_out_and_nothing_at_all_is_refused() -> None:
    room = a_room()
    await room.platform.say(Act("room:anna", "e1", place=SALES), "a\u202eb\u0000c\u200b d")
    assert await texts(room, "bilal") == ["abc d"]
    with pytest.raises(NotPossible):
        await room.platform.say(Act("room:anna", "e2", place=SALES), " \u200b\n ")


async def test_a_press_is_about_what_the_stored_message_says() -> None:
    room = a_room()
    await room.platform.post(SALES, a_message(buttons=(JOIN,)), "k1")
    await room.platform.press(Act("room:anna", "e1", about="k1"), Press("join"))
    assert room.heard == [Join(room.heard[0].origin)]
    assert (room.heard[0].origin.about, room.heard[0].origin.channel) == ("crm/call-1", SALES)


async def test_only_a_button_that_is_there_can_be_pressed_and_only_by_who_sees_it() -> None:
    room = a_room()
    await room.platform.dm("room:sandra", a_message(buttons=(Button("approve", "Yes", "card"),)), "card")
    await room.platform.post(SALES, a_message(), "k1")
    with pytest.raises(NotPossible):
        await room.platform.press(Act("room:anna", "e1", about="card"), Press("approve"))
    with pytest.raises(NotPossible):
        await room.platform.press(Act("room:anna", "e2", about="k1"), Press("approve"))
    with pytest.raises(NotPossible):
        await room.platform.press(Act("room:daan", "e3", about="k1"), Press("why"))
    await room.platform.press(Act("room:sandra", "e4", about="card"), Press("approve"))
    assert [type(inbound) for inbound in room.heard] == [Approve]


async def test_why_can_be_asked_of_every_post_and_is_answered_in_its_thread_once() -> None:
    room = a_room(answer="Because.")
    await room.platform.post(SALES, a_message(about="crm/tip-1"), "k1")
    for event in ("e1", "e2"):
        await room.platform.press(Act("room:anna", event, about="k1"), Press("why"))
    assert [(type(item), item.origin.about) for item in room.heard] == [(Why, "crm/tip-1")] * 2
    answers = [post for _, post in await room.platform.posts(SALES) if post.only_for]
    assert [(post.thread, post.only_for) for post in answers] == [("k1", "room:anna")]


async def test_a_button_on_an_answer_is_answered_in_the_same_thread() -> None:
    room = a_room(answer="Noted.")
    await room.platform.post(SALES, a_message(buttons=(JOIN,)), "k1")
    await room.platform.press(Act("room:anna", "e1", about="k1"), Press("join"))
    receipt = "answer/room:anna/k1/join"
    named = a_message(buttons=(Button("name_me", "Yes", "", value="yes"),))
    await room.platform.update(SALES, receipt, named)
    await room.platform.press(Act("room:anna", "e2", about=receipt), Press("name_me", value="yes"))
    threads = {key: post.thread for key, post in await room.platform.posts(SALES)}
    assert threads[f"answer/room:anna/{receipt}/name_me"] == "k1"


async def test_a_reaction_is_handed_over_and_only_for_posts_of_the_bot() -> None:
    room = a_room()
    await room.platform.post(SALES, a_message(), "k1")
    await room.platform.react(Act("room:anna", "e1", about="k1"), "👍", added=True)
    assert room.heard == [React(room.heard[0].origin, emoji="👍", added=True)]
    await room.platform.say(Act("room:bilal", "e2", place=SALES), "Nice")
    for about, emoji in (("k1", "<b>"), ("said/room:bilal/e2", "👍"), ("nothing", "👍")):
        with pytest.raises(NotPossible):
            await room.platform.react(Act("room:anna", "e3", about=about), emoji, added=True)


async def test_an_added_colleague_gets_an_id_of_their_own_and_is_still_there_after_a_restart() -> None:
    room = a_room()
    second = await room.platform.add_colleague("Anna", SALES)
    assert (second.id, second.audiences) == ("room:anna-2", (SALES,))
    again = RoomPlatform(room.ctx.store, room.clock, (), room.platform.channels)
    await again.remember_colleagues()
    assert again.person("room:anna-2") == second
    with pytest.raises(NotPossible):
        await room.platform.add_colleague(" \u200b ", SALES)
    with pytest.raises(NotPossible):
        await room.platform.add_colleague("Bo", "crm/nowhere")


async def test_who_is_there_already_reads_along_only_in_campaigns_that_are_new_to_them() -> None:
    room = a_room()
    anna = room.platform.person("room:anna")
    assert anna is not None
    other = type(anna)(anna.id, "Anna", audiences=(SERVICE, "move/sales"))
    room.platform.admit([other], {"move/sales": "Move"})
    found = room.platform.person("room:anna")
    assert found is not None
    assert found.audiences == (SALES, "move/sales")


async def test_listeners_are_told_of_every_change_until_it_is_closed() -> None:
    room = a_room()
    told: list[int] = []
    room.platform.listeners.append(lambda: told.append(1))
    await room.platform.post(SALES, a_message(), "k1")
    await room.platform.update(SALES, "k1", a_message("Other"))
    assert len(told) == 2
    await room.platform.close()
    await room.platform.post(SALES, a_message(), "k2")
    assert len(told) == 2


async def test_everybody_is_found_by_the_address_of_the_directory() -> None:
    people = await a_room().platform.people()
    assert {person.chat for person in people if person.id == "room:sandra"} == {"sandra@example.com"}


def test_a_post_only_for_another_is_not_seen_even_in_ones_own_channel() -> None:
    room = a_room()
    anna = room.platform.person("room:anna")
    assert anna is not None
    mine, other = (RoomPost(SALES, MONDAY, 1, only_for=who) for who in ("room:anna", "room:bilal"))
    assert room.platform.may_see(anna, mine)
    assert not room.platform.may_see(anna, other)
