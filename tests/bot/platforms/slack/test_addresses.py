"""What would break: a role given to the wrong person, a chat begun twice, a trace of whom we should not know."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
import pytest

from bot.inbound import Person
from bot.platforms.base import DeliveryError
from bot.platforms.slack import addresses as module
from bot.platforms.slack.addresses import AddressBook, person_id
from bot.platforms.slack.client import SlackClient
from bot.platforms.slack.ourselves import Ourselves
from bot.platforms.slack.received import Received
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES, PEOPLE, REFERENCES, KnownPerson, Reference
from tests.bot.platforms.slack.a_workspace import a_person, person
from tests.fake_slack.faults import refuses
from tests.fake_slack.server import FakeSlack, a_fake_slack
from tests.fake_slack.state import Someone
from tests.wire_faults import held

ANNA = person("anna")


@dataclass
class Addressed:
    slack: FakeSlack
    book: AddressBook
    store: MemoryStore
    wanted: set[str]

    async def knows(self, who: str, chat: str | None = None) -> None:
        async with self.store.transaction() as tx:
            await tx.put(PEOPLE, person(who), KnownPerson("slack", who.capitalize(), chat))

    async def reference(self, key: str) -> Reference | None:
        async with self.store.transaction() as tx:
            return await tx.get(REFERENCES, key)

    async def nothing_is_kept(self) -> bool:
        async with self.store.transaction() as tx:
            return not await tx.find(PEOPLE) and not await tx.find(REFERENCES)


@asynccontextmanager
async def an_address_book() -> AsyncIterator[Addressed]:
    wanted: set[str] = set()
    async with a_fake_slack() as slack, aiohttp.ClientSession() as session:
        slack.has(a_person("anna"), a_person("joris"))
        client, store = SlackClient(session, slack.bot_token, base_url=slack.url), MemoryStore(ALL_TABLES)
        book = AddressBook(store, client, Ourselves(client), lambda: frozenset(wanted))
        yield Addressed(slack, book, store, wanted)


def acted(user: str = "UANNA", name: str = "anna", *, of_unknown_team: bool = False) -> Received:
    return Received(
        "mention", "event", frozenset({"T1"}), user, user_name=name, channel="C1", of_unknown_team=of_unknown_team
    )


async def test_who_acts_is_asked_for_and_nothing_is_kept_of_that() -> None:
    async with an_address_book() as it:
        assert await it.book.person(acted()) == Person(ANNA, "Anna", "anna@example.com")
        assert await it.nothing_is_kept()


async def test_whose_address_is_known_is_not_asked_for_again() -> None:
    async with an_address_book() as it:
        await it.knows("anna", "anna@example.com")
        assert await it.book.person(acted()) == Person(ANNA, "Anna", "anna@example.com")
        assert it.slack.requests == []
        await it.knows("anna")
        assert await it.book.person(acted()) == Person(ANNA, "Anna", "anna@example.com"), "now it can be found"


async def test_without_the_right_to_see_addresses_people_have_none() -> None:
    async with an_address_book() as it:
        it.slack.scopes.discard("users:read.email")
        assert await it.book.person(acted()) == Person(ANNA, "Anna", None)


@pytest.mark.parametrize(
    "someone",
    [
        Someone("UANNA", "Anna", "joris@example.com", team="T2"),
        Someone("UANNA", "Anna", "joris@example.com", is_bot=True),
        Someone("UANNA", "Anna", "joris@example.com", deleted=True),
    ],
    ids=["of another workspace", "a bot", "gone"],
)
async def test_who_is_no_person_of_ours_is_nobody(someone: Someone) -> None:
    async with an_address_book() as it:
        it.slack.has(someone)
        assert await it.book.person(acted()) is None
        assert not await it.book.is_one_of_us("UANNA")


async def test_when_slack_does_not_say_who_it_is_what_they_did_still_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    async with an_address_book() as it:
        it.slack.fails("users.info", refuses("internal_error"), refuses("missing_scope"))
        assert await it.book.person(acted()) == Person(ANNA, "anna", None)
        assert await it.book.person(acted(name="")) == Person(ANNA, "UANNA", None)
        monkeypatch.setattr(module, "LONGEST_ASK", 0.05)
        never = asyncio.Event()
        it.slack.fails("users.info", held(never), held(never), held(never))
        await it.knows("anna")
        assert await it.book.person(acted(name="handle")) == Person(ANNA, "Anna", None)
        assert await it.book.person(acted(of_unknown_team=True)) is None, "it may be a stranger"
        assert not await it.book.is_one_of_us("UANNA")
        never.set()


async def test_a_chat_is_begun_once_for_whom_we_know() -> None:
    async with an_address_book() as it:
        await it.knows("anna")
        assert [await it.book.chat(ANNA) for _ in range(3)] == ["DANNA"] * 3
        assert len(it.slack.asked("conversations.open")) == 1
        assert await it.reference(ANNA) == Reference("slack", "T1", "", "DANNA", user="UANNA")
        await it.book.drop_chat(ANNA)
        assert await it.book.chat(ANNA) == "DANNA"
        assert len(it.slack.asked("conversations.open")) == 2


async def test_of_a_stranger_no_chat_is_kept() -> None:
    async with an_address_book() as it:
        assert await it.book.chat(ANNA) == "DANNA"
        assert await it.nothing_is_kept()


async def test_a_chat_with_somebody_who_left_is_refused() -> None:
    async with an_address_book() as it:
        it.slack.people["UANNA"].deleted = True
        with pytest.raises(DeliveryError) as refused:
            await it.book.chat(ANNA)
        assert refused.value.channel_closed


async def test_who_has_a_role_is_searched_once_and_others_never() -> None:
    async with an_address_book() as it:
        assert not it.book.is_behind()
        it.wanted |= {"joris@example.com", "nobody@example.com"}
        assert it.book.is_behind()
        await it.book.look_around()
        assert not it.book.is_behind()
        assert await it.book.people() == [Person(person("joris"), "Joris", "joris@example.com")]
        assert [asked.body["email"] for asked in it.slack.asked("users.lookupByEmail")] == sorted(it.wanted)
        it.wanted.add("anna@example.com")
        assert it.book.is_behind()
        await it.book.look_around()
        assert {found.id for found in await it.book.people()} == {person("joris"), ANNA}
        asked = [request.body["email"] for request in it.slack.asked("users.lookupByEmail")]
        assert asked.count("joris@example.com") == 1
        assert await it.book.person(acted("UJORIS")) == Person(person("joris"), "Joris", "joris@example.com")
        assert it.slack.asked("users.info") == []
        await it.book.chat(person("joris"))
        assert await it.reference(person("joris")) is not None


async def test_an_address_of_another_workspace_gives_no_role() -> None:
    async with an_address_book() as it:
        it.slack.has(Someone("U9", "Else", "boss@example.com", team="T2"))
        it.wanted.add("boss@example.com")
        await it.book.look_around()
        assert await it.book.people() == []


async def test_what_could_not_be_searched_now_is_searched_later() -> None:
    async with an_address_book() as it:
        it.wanted.add("joris@example.com")
        it.slack.fails("users.lookupByEmail", refuses("ratelimited"))
        await it.book.look_around()
        assert it.book.is_behind()
        assert await it.book.people() == []
        await it.book.look_around()
        assert not it.book.is_behind()
        assert len(await it.book.people()) == 1


async def test_many_at_once_search_once() -> None:
    async with an_address_book() as it:
        it.wanted.add("joris@example.com")
        await asyncio.gather(*(it.book.look_around() for _ in range(10)))
        assert len(it.slack.asked("users.lookupByEmail")) == 1


async def test_a_channels_name_is_kept_when_it_is_new() -> None:
    async with an_address_book() as it:
        for name in ("directmessage", "privategroup", ""):
            await it.book.learn_channel("C1", name)
        assert await it.nothing_is_kept()
        for name in ("sales", "sales", "sales-team"):
            await it.book.learn_channel("C1", name)
            assert await it.reference("slack:C1") == Reference("slack", "T1", "", "C1", name=f"#{name}")


async def test_a_channels_name_can_be_asked_for() -> None:
    async with an_address_book() as it:
        it.slack.has_channel("C1", "sales")
        await it.book.ask_for_name("C1")
        kept = await it.reference("slack:C1")
        assert kept is not None
        assert kept.name == "#sales"
        await it.book.ask_for_name("C9")
        assert await it.reference("slack:C9") is None


def test_a_person_is_named_after_the_platform() -> None:
    assert person_id("UANNA") == ANNA
