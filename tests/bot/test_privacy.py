"""What would break: something of a person that stays after they asked to be forgotten, or is held and not shown."""

import json
from typing import Any

from bot.inbound import AnswerPulse, Person, React
from bot.privacy import FORGOTTEN, forget_person, personal_data
from campaigns.pulse import close_pulse
from storage.tables import PULSES, REACTIONS, REFERENCES, ROOM_POSTS, SEATS, VOTES, WISHES, Reference, RoomPost
from tests.bot.conversation import BILAL, OPEN, Conversation, a_conversation, a_sent_post

MARKED = Person("room:zebra-x", "Zebra Ax", "zebra@example.com")


async def leave_traces(talk: Conversation) -> None:
    """Something in every noun that can hold a person."""
    post = await a_sent_post(talk, post="pulse-1")
    for number in range(3):
        await talk.say(Person(f"room:p{number}", f"P{number}"), "join", "sales")
    await talk.say(MARKED, "join", "sales")
    await talk.say(MARKED, "wish zebra stripes", "sales")
    await talk.say(MARKED, "question do zebras count?", "sales")
    await talk.say(MARKED, "remind me tomorrow 10:00", "sales")
    await talk.say(MARKED, "wish done 1", "sales")
    await talk.do(React(talk.origin(MARKED, "sales", post.key), emoji="👍"))
    await talk.do(AnswerPulse(talk.origin(MARKED, "sales", post.key), answer="4"))
    await talk.say(Person("room:joris", "Joris", "joris@example.com"), "answer 1 yes")
    said = RoomPost(place="sales", at=OPEN, number=1, by=MARKED.id, by_name=MARKED.name, text="hello")
    await talk.put(ROOM_POSTS, "a", said)
    await talk.put(REFERENCES, MARKED.id, Reference("teams", "tenant", "https://x/", "a:zebra-chat", user="29:zebra"))
    await talk.put(REFERENCES, "teams:19:crm", Reference("teams", "tenant", "https://x/", "19:crm"))
    await talk.put(ROOM_POSTS, "b", RoomPost(place=MARKED.id, at=OPEN, number=2, text="for you", only_for=MARKED.id))


async def held(talk: Conversation) -> dict[str, Any]:
    async with talk.ctx.store.transaction() as tx:
        return await personal_data(tx, MARKED.id)


async def whole_store(talk: Conversation) -> str:
    return "\n".join([f"{t} {k} {json.dumps(d, default=str)}" async for t, k, d in talk.ctx.store.all_documents()])


async def test_everything_that_is_held_is_shown() -> None:
    talk = await a_conversation()
    await leave_traces(talk)
    data = await held(talk)
    assert set(data) == {
        "person", "seats", "wishes", "questions", "reminders", "messages_to_you", "said_in_the_room", "reactions",
        "refused_commands", "how_you_are_reached",
    }  # fmt: skip
    assert data["seats"][0]["reserve_number"] == 1
    assert data["how_you_are_reached"][0]["conversation"] == "a:zebra-chat"
    assert data["how_you_are_reached"][0]["user"] == "29:zebra"


async def test_forgetting_leaves_no_trace_in_the_whole_store() -> None:
    talk = await a_conversation()
    await leave_traces(talk)
    assert "zebra" in (await whole_store(talk)).lower()
    async with talk.ctx.store.transaction() as tx:
        await forget_person(talk.ctx, tx, MARKED.id)
    assert [line for line in (await whole_store(talk)).splitlines() if "zebra" in line.lower()] == []
    assert await held(talk) == {}
    assert set(await talk.all(REFERENCES)) == {"teams:19:crm"}, "a channel is nobody"


async def test_counts_stay_and_nobody_can_vote_twice_by_being_forgotten() -> None:
    talk = await a_conversation()
    await leave_traces(talk)
    async with talk.ctx.store.transaction() as tx:
        await forget_person(talk.ctx, tx, MARKED.id)
    assert len(await talk.all(REACTIONS)) == 1
    assert sum(next(iter((await talk.all(PULSES)).values())).counts) == 1
    assert (await talk.all(WISHES))["crm"].received == 1
    post = await a_sent_post(talk, post="pulse-1")
    said = await talk.do(AnswerPulse(talk.origin(MARKED, "sales", post.key), answer="5"))
    assert "already answered" in said


async def test_the_mark_of_a_vote_goes_when_the_pulse_has_closed() -> None:
    talk = await a_conversation()
    await leave_traces(talk)
    for key, count in (await talk.all(PULSES)).items():
        await talk.put(PULSES, key, close_pulse(count))
    async with talk.ctx.store.transaction() as tx:
        await forget_person(talk.ctx, tx, MARKED.id)
    assert await talk.all(VOTES) == {}


async def test_a_forgotten_seat_is_offered_to_the_next() -> None:
    talk = await a_conversation()
    await leave_traces(talk)
    await talk.say(BILAL, "join", "sales")
    async with talk.ctx.store.transaction() as tx:
        await forget_person(talk.ctx, tx, "room:p0")
    book = (await talk.all(SEATS))["crm"]
    assert [entry.person for entry in book.offered] == [MARKED.id]
    assert any("A place has opened up" in text for text in await talk.notices(MARKED))


async def test_the_audit_trail_stays_without_the_person() -> None:
    talk = await a_conversation()
    await leave_traces(talk)
    async with talk.ctx.store.transaction() as tx:
        await forget_person(talk.ctx, tx, MARKED.id)
    assert [entry.actor for entry in await talk.audit()] == [FORGOTTEN]
