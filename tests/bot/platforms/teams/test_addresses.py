"""What would break: somebody with a role who is never found, a place that is forgotten, a stranger who is kept."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.inbound import Person
from bot.platforms.teams.addresses import AddressBook, person_id, way_to
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.received import Received, read
from bot.platforms.teams.tokens import NoTokens
from storage.base import Store
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES, PEOPLE, REFERENCES, KnownPerson, Reference
from tests.bot.platforms.teams.a_team import CHANNEL, TEAM, TENANT, a_member, aad, person
from tests.fake_connector import FakeConnector, fake_connector, says
from tests.waiting import wait_until
from tests.wire_faults import Fault

WANTED = frozenset({"joris@example.com", "karim@example.com"})


class Book(AddressBook):
    """`found` is what it shows of the rosters."""

    fake: FakeConnector
    store: Store
    wanted = WANTED

    async def found(self) -> list[Person]:
        return sorted(await self.people(), key=lambda one: one.id)

    def said(self, who: str, *, private: bool = False, **changes: Any) -> Received:
        data = {
            "tenant": {"id": TENANT},
            "team": {"id": TEAM, "name": "Sales"},
            "channel": {"id": CHANNEL, "name": "CRM"},
        }
        place = {"id": f"a:{who}" if private else f"{CHANNEL};messageid=1", "tenantId": TENANT}
        kind = "personal" if private else "channel"
        sender = {"id": f"29:{who}", "aadObjectId": aad(who), "name": who.capitalize()}
        received = read(
            {
                "type": "message", "id": "1", "text": "join", "serviceUrl": self.fake.url, "from": sender,
                "conversation": {**place, "conversationType": kind}, "channelData": {} if private else data, **changes,
            }
        )  # fmt: skip
        assert received is not None
        return received

    async def references(self) -> dict[str, Reference]:
        async with self.store.transaction() as tx:
            return dict(await tx.find(REFERENCES))


@pytest.fixture
async def book() -> AsyncIterator[Book]:
    """Everybody wanted and Anna are in the team; nothing is known."""
    async with fake_connector() as fake, aiohttp.ClientSession() as session:
        fake.members[TEAM] = [a_member("joris", "Joris@Example.com"), a_member("karim"), a_member("anna")]
        store = MemoryStore(ALL_TABLES)
        made = Book(store, Connector(session, NoTokens(), Hosts.loopback()), lambda: made.wanted)
        made.fake, made.store = fake, store
        yield made


async def test_a_channel_is_reached_without_its_thread_and_a_person_in_their_chat(book: Book) -> None:
    await book.learn(book.said("anna"))
    await book.learn(book.said("anna", private=True))
    url = book.fake.url
    assert await book.references() == {
        f"teams:{CHANNEL}": Reference("teams", TENANT, url, CHANNEL, team=TEAM, name="Sales > CRM"),
        person("anna"): Reference("teams", TENANT, url, "a:anna", user="29:anna"),
    }
    assert await book.reference(CHANNEL) == (await book.references())[f"teams:{CHANNEL}"]
    assert await book.reference(person("anna")) == (await book.references())[person("anna")]
    assert await book.reference("19:other") is None
    assert await book.reference(person("bilal")) is None


async def test_what_is_not_said_again_stays_and_a_new_address_counts(book: Book) -> None:
    await book.learn(book.said("anna"))
    bare = {"tenant": {"id": TENANT}, "channel": {"id": CHANNEL}}
    await book.learn(book.said("anna", channelData=bare, serviceUrl="https://elsewhere/"))
    kept = await book.reference(CHANNEL)
    assert kept == Reference("teams", TENANT, "https://elsewhere/", CHANNEL, team=TEAM, name="Sales > CRM")


async def test_who_spoke_in_a_channel_can_get_a_chat_and_keeps_the_one_they_have(book: Book) -> None:
    await book.learn_person(book.said("anna"))
    assert await book.reference(person("anna")) == way_to(book.said("anna"))
    assert way_to(book.said("anna")) == Reference("teams", TENANT, book.fake.url, user="29:anna")
    await book.learn(book.said("anna", private=True))
    await book.learn_person(book.said("anna"))
    kept = await book.reference(person("anna"))
    assert kept is not None
    assert kept.conversation == "a:anna"


async def test_a_chat_is_kept_only_of_whom_we_may_reach(book: Book) -> None:
    chat = Reference("teams", TENANT, book.fake.url, "a:anna", user="29:anna")
    await book.keep(person("anna"), chat)
    assert await book.references() == {}, "they were forgotten meanwhile"
    await book.learn_person(book.said("anna"))
    await book.keep(person("anna"), chat)
    assert await book.reference(person("anna")) == chat


async def test_a_stranger_is_dropped_and_somebody_we_know_is_not(book: Book) -> None:
    for who in ("anna", "bilal"):
        await book.learn_person(book.said(who))
    async with book.store.transaction() as tx:
        await tx.put(PEOPLE, person("bilal"), KnownPerson("teams", "Bilal"))
    for who in ("anna", "bilal"):
        await book.drop_stranger(person(who))
    assert set(await book.references()) == {person("bilal")}


async def test_the_channels_of_a_team_are_those_we_know(book: Book) -> None:
    await book.learn(book.said("anna"))
    other = {"tenant": {"id": TENANT}, "team": {"id": "19:another"}, "channel": {"id": "19:elsewhere"}}
    await book.learn(book.said("anna", channelData=other))
    await book.learn(book.said("anna", private=True))
    assert await book.channels_of(TEAM) == [CHANNEL]
    assert await book.channels_of("") == []


async def test_the_roster_shows_whoever_has_a_role_and_keeps_nobody_else(book: Book) -> None:
    await book.learn(book.said("anna"))
    assert await book.found() == []
    await book.look_around()
    assert await book.found() == [
        Person(person("joris"), "Joris", "Joris@Example.com"),
        Person(person("karim"), "Karim", "karim@example.com"),
    ]
    assert await book.reference(person("joris")) == Reference(
        "teams", TENANT, book.fake.url, user="29:joris", name="Sales > CRM"
    )
    assert set(await book.references()) == {f"teams:{CHANNEL}"}, "seen is not kept"


async def test_of_two_addresses_the_one_counts_that_a_campaign_names(book: Book) -> None:
    book.fake.members[TEAM] = [
        {**a_member("joris"), "email": "other@example.com", "userPrincipalName": "JORIS@example.com"},
        {**a_member("karim"), "email": None, "userPrincipalName": 5, "userPrincipleName": "karim@example.com"},
        {"id": "29:x", "name": "Joris", "email": "x@example.com"},
        {"id": "29:y", "name": "joris@example.com", "aadObjectId": "y", "givenName": "joris@example.com"},
        {"id": "29:z", "name": "Joris", "email": "joris@example.com"},
    ]
    await book.learn(book.said("anna"))
    await book.look_around()
    assert [(one.id, one.chat) for one in await book.found()] == [
        (person("joris"), "JORIS@example.com"),
        (person("karim"), "karim@example.com"),
    ]


async def test_a_guest_has_no_role_by_an_address_of_their_own_tenant(book: Book) -> None:
    book.fake.members[TEAM] = [
        {**a_member("guest", "joris@example.com"), "tenantId": "22222222-2222-4222-8222-222222222222"},
        {**a_member("karim"), "tenantId": TENANT.upper()},
    ]
    await book.learn(book.said("anna"))
    await book.look_around()
    assert [one.id for one in await book.found()] == [person("karim")]


async def test_all_pages_and_all_teams_are_looked_at_once_each(book: Book) -> None:
    book.fake.members[TEAM] = [*(a_member(f"p{n}") for n in range(7)), a_member("joris")]
    book.fake.members["19:another"] = [a_member("karim")]
    book.fake.page_size = 3
    for team, channel in ((TEAM, CHANNEL), (TEAM, "19:second"), ("19:another", "19:third")):
        data = {"tenant": {"id": TENANT}, "team": {"id": team}, "channel": {"id": channel}}
        await book.learn(book.said("anna", channelData=data))
    await book.look_around()
    assert [one.id for one in await book.found()] == [person("joris"), person("karim")]
    assert len(book.fake.requests) == 3 + 1


async def test_one_team_that_refuses_hides_no_other(book: Book, caplog: pytest.LogCaptureFixture) -> None:
    await book.learn(book.said("anna"))
    gone = {"tenant": {"id": TENANT}, "team": {"id": "19:gone"}, "channel": {"id": "19:a"}}
    await book.learn(book.said("anna", channelData=gone))
    book.fake.closed["19:gone"] = "BotNotInConversationRoster"
    await book.look_around()
    assert len(await book.found()) == 2
    assert "removed from this conversation" in caplog.text
    assert not book.is_behind(), "it will not be otherwise a moment later"


async def test_what_could_not_be_read_now_is_read_later(book: Book) -> None:
    await book.learn(book.said("anna"))
    book.fake.faults += [says(503), Fault(cut="close")]
    for _ in range(2):
        await book.look_around()
        assert (await book.found(), book.is_behind()) == ([], True)
    await book.look_around()
    assert (len(await book.found()), book.is_behind()) == (2, False)


async def test_without_a_team_nobody_was_looked_for_and_a_new_role_is(book: Book) -> None:
    await book.look_around()
    assert book.is_behind()
    await book.learn(book.said("anna"))
    await book.look_around()
    assert not book.is_behind()
    book.wanted = WANTED | {"els@example.com"}
    assert book.is_behind()


async def test_however_often_it_is_asked_it_looks_once_and_once_again(book: Book) -> None:
    """Five hundred people are added to a team one by one."""
    await book.learn(book.said("anna"))
    answered = asyncio.Event()
    book.fake.faults.append(Fault(held=answered))
    first = asyncio.create_task(book.look_around())
    await wait_until(lambda: len(book.fake.requests) == 1)
    rest = [asyncio.create_task(book.look_around()) for _ in range(500)]
    await wait_until(lambda: sum(task.done() for task in rest) == 499)
    answered.set()
    await asyncio.gather(first, *rest)
    assert len(book.fake.requests) == 2


async def test_who_installs_and_has_a_role_is_remembered_and_nobody_else(book: Book) -> None:
    for who in ("joris", "anna"):
        book.fake.members[f"a:{who}"] = [a_member(who)]
        await book.recognise(book.said(who, private=True))
    await book.recognise(book.said("bilal", private=True))
    async with book.store.transaction() as tx:
        assert [key for key, _ in await tx.find(PEOPLE)] == [person("joris")]


async def test_whose_address_is_known_is_not_asked_about(book: Book) -> None:
    async with book.store.transaction() as tx:
        await tx.put(PEOPLE, person("anna"), KnownPerson("teams", "Anna", "anna@example.com"))
    assert await book.person(book.said("anna")) == Person(person("anna"), "Anna", "anna@example.com")
    assert book.fake.requests == []
    assert await book.person(book.said("karim")) == Person(person("karim"), "Karim", "karim@example.com")
    assert len(book.fake.requests) == 1


def test_nobody_without_a_directory_id_is_a_person() -> None:
    nobody = read({"type": "message", "conversation": {"id": "a:x", "tenantId": TENANT}, "from": {"id": "29:x"}})
    assert nobody is not None
    assert person_id(nobody) == ""
