"""What would break: a private message to somebody who said stop, or the same one twice."""

from bot.notices import notice, notice_key, notify, notify_who, tell_owner
from campaigns.message import Button
from storage.tables import DELIVERIES, PEOPLE, KnownPerson
from tests.bot.conversation import ANNA, JORIS, OPEN, Conversation, a_conversation, a_whole_campaign

CAMPAIGN = a_whole_campaign()


async def send(talk: Conversation, person: str, key: str = "k") -> bool:
    async with talk.ctx.store.transaction() as tx:
        return await notify(tx, CAMPAIGN, person=person, message=notice(CAMPAIGN, "Hello"), key=key, now=OPEN)


async def test_a_notice_waits_in_the_outbox_for_one_person_and_is_due_now() -> None:
    talk = await a_conversation()
    assert await send(talk, ANNA.id)
    delivery = (await talk.all(DELIVERIES))["notice/crm/k"]
    assert (delivery.person, delivery.due, delivery.wake, delivery.occurrence) == (ANNA.id, OPEN, OPEN, None)
    assert delivery.message is not None
    assert delivery.message.about == notice_key(CAMPAIGN, "k") == "notice/crm/k"


async def test_the_same_notice_is_never_put_in_twice() -> None:
    talk = await a_conversation()
    assert await send(talk, ANNA.id)
    assert not await send(talk, ANNA.id)
    assert len(await talk.all(DELIVERIES)) == 1


async def test_who_said_stop_gets_nothing_unless_a_role_needs_it() -> None:
    """Rule E2."""
    talk = await a_conversation()
    await talk.put(PEOPLE, ANNA.id, KnownPerson("room", "Anna", stopped=True))
    await talk.put(PEOPLE, JORIS.id, KnownPerson("room", "Joris", chat="joris@example.com", stopped=True))
    assert not await send(talk, ANNA.id)
    assert await send(talk, JORIS.id, key="other")


async def test_a_card_keeps_what_it_is_about() -> None:
    talk = await a_conversation()
    message = notice(CAMPAIGN, "Hello", (Button("join", "Join", "crm"),))
    async with talk.ctx.store.transaction() as tx:
        await notify(tx, CAMPAIGN, person=ANNA.id, message=message, key="k", now=OPEN)
    kept = (await talk.all(DELIVERIES))["notice/crm/k"].message
    assert kept is not None
    assert kept.buttons == message.buttons


async def test_a_person_with_a_role_is_reached_through_the_directory() -> None:
    talk = await a_conversation()
    async with talk.ctx.store.transaction() as tx:
        assert await tell_owner(talk.ctx, tx, CAMPAIGN, sentence="Look", key="k", now=OPEN)
    assert await talk.notices(JORIS) == ["Look"]


async def test_who_is_in_no_directory_is_not_reached_and_that_is_said() -> None:
    talk = await a_conversation()
    talk.platform.directory = ()
    async with talk.ctx.store.transaction() as tx:
        message = notice(CAMPAIGN, "Look")
        assert not await notify_who(talk.ctx, tx, CAMPAIGN, who="joris", message=message, key="k", now=OPEN)
