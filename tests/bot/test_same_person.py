"""What would break: two people taken for one, one person taken for two, or a notice that waits at a shut door."""

from dataclasses import replace

import pytest

from bot.same_person import first_id, has_another_way, ids_of_person, still_apart, way_of
from campaigns.delivery import Delivery, HoldReason, State
from storage.tables import PEOPLE, KnownPerson
from tests.bot.conversation import OPEN, Conversation, a_conversation
from tests.fakes import FakePlatform

MAIL = "anna@example.com"
NOTICE = Delivery("n", "crm", OPEN, OPEN, person="room:anna")


async def known(**people: KnownPerson) -> Conversation:
    """`room_anna` stands for `room:anna`."""
    talk = await a_conversation()
    talk.ctx.platforms = {"room": talk.platform, "slack": FakePlatform("slack")}
    for key, person in people.items():
        await talk.put(PEOPLE, key.replace("_", ":"), person)
    return talk


async def id_of(talk: Conversation, person: str, chat: str | None = MAIL) -> str:
    async with talk.ctx.store.transaction() as tx:
        return await first_id(tx, person, chat)


async def test_whoever_has_the_address_on_another_platform_is_the_same_whatever_its_case() -> None:
    talk = await known(slack_U1=KnownPerson("slack", "Anna", MAIL))
    assert await id_of(talk, "room:anna", "ANNA@Example.com") == "slack:U1"
    assert await talk.all(PEOPLE) == {"slack:U1": KnownPerson("slack", "Anna", MAIL)}, "asking leaves no trace"


async def test_without_an_address_or_by_a_name_nobody_is_the_same() -> None:
    talk = await known(
        slack_U1=KnownPerson("slack", "Anna"), slack_U2=KnownPerson("slack", "Anna", "other@example.com")
    )
    assert await id_of(talk, "room:anna", None) == "room:anna"
    assert await id_of(talk, "room:anna", "") == "room:anna"
    assert await id_of(talk, "room:anna") == "room:anna"


async def test_an_address_of_two_accounts_on_one_platform_says_nothing() -> None:
    talk = await known(slack_U1=KnownPerson("slack", "A", MAIL), slack_U2=KnownPerson("slack", "B", MAIL))
    for person in ("room:anna", "slack:U1", "slack:U2", "slack:U3"):
        assert await id_of(talk, person) == person
    async with talk.ctx.store.transaction() as tx:
        assert await still_apart(tx, "room:anna", MAIL) == []


async def test_once_the_same_always_the_same_also_when_the_address_changes() -> None:
    joined = KnownPerson("slack", "A", "new@example.com", same_as="room:anna")
    talk = await known(room_anna=KnownPerson("room", "Anna", MAIL), slack_U1=joined)
    assert await id_of(talk, "slack:U1", "new@example.com") == "room:anna"
    async with talk.ctx.store.transaction() as tx:
        assert await ids_of_person(tx, "slack:U1") == await ids_of_person(tx, "room:anna") == ["room:anna", "slack:U1"]
        assert await ids_of_person(tx, "room:x") == ["room:x"]


async def test_two_that_were_met_apart_get_one_id_whoever_of_them_acts() -> None:
    talk = await known(room_anna=KnownPerson("room", "A", MAIL), slack_U1=KnownPerson("slack", "A", MAIL))
    assert [await id_of(talk, person) for person in ("slack:U1", "room:anna", "teams:a")] == ["room:anna"] * 3
    async with talk.ctx.store.transaction() as tx:
        assert await still_apart(tx, "room:anna", MAIL) == ["slack:U1"]


@pytest.mark.parametrize(
    ("tried", "state", "reason", "way", "has_another"),
    [
        (None, State.WAITING, None, "room:anna", False),
        ("room:anna", State.HELD, HoldReason.CHANNEL_CLOSED, "slack:U1", True),
        ("slack:U1", State.HELD, HoldReason.CHANNEL_CLOSED, "room:anna", False),
        ("slack:U1", State.WAITING, None, "slack:U1", False),
        ("teams:gone", State.HELD, HoldReason.CHANNEL_CLOSED, "room:anna", False),
    ],
)
async def test_a_notice_goes_to_the_first_and_then_to_the_next(
    tried: str | None, state: State, reason: str | None, way: str, has_another: bool
) -> None:
    talk = await known(
        room_anna=KnownPerson("room", "A", MAIL), slack_U1=KnownPerson("slack", "A", MAIL, same_as="room:anna")
    )
    notice = replace(NOTICE, channel=tried, state=state, reason=reason)
    async with talk.ctx.store.transaction() as tx:
        found = await way_of(talk.ctx, tx, notice)
        assert found is not None
        assert found.key == way
        assert await has_another_way(talk.ctx, tx, notice) is has_another


async def test_a_platform_that_does_not_run_is_no_way() -> None:
    talk = await known(
        teams_a=KnownPerson("teams", "A", MAIL), slack_U1=KnownPerson("slack", "A", MAIL, same_as="teams:a")
    )
    async with talk.ctx.store.transaction() as tx:
        found = await way_of(talk.ctx, tx, replace(NOTICE, person="teams:a"))
        assert found is not None
        assert found.key == "slack:U1"
        assert await way_of(talk.ctx, tx, replace(NOTICE, person="teams:b")) is None
