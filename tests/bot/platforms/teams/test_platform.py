"""What would break: a post in the wrong place, a chat begun twice, a restart that has forgotten, an end that hangs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from bot.inbound import Inbound, Join
from bot.platforms.base import Answer, DeliveryError
from bot.platforms.teams.card import LARGEST
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.gate import OpenGate
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.platform import TeamsPlatform
from bot.platforms.teams.tokens import NoTokens
from campaigns.message import Message, Part
from storage.base import Store, StoreProblem
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES, REFERENCES, SEATS, Reference
from tests.bot.platforms.teams.a_call import a_call
from tests.bot.platforms.teams.a_team import CHANNEL, TEAM, TENANT, a_member, person, words_of
from tests.fake_connector import FakeConnector, fake_connector, says
from tests.waiting import wait_until
from tests.wire_faults import Fault

TIP = Message("en", "tip", (Part("Click the star."),), about="key")
ANNA = person("anna")


@asynccontextmanager
async def a_platform(fake: FakeConnector, store: Store) -> AsyncIterator[TeamsPlatform]:
    """One that has just started."""
    session = aiohttp.ClientSession()
    teams = TeamsPlatform(
        bot_id="28:bot", tenants=frozenset({TENANT}), gate=OpenGate(), store=store,
        connector=Connector(session, NoTokens(), Hosts.loopback()), closers=(session.close,),
    )  # fmt: skip
    try:
        yield teams
    finally:
        await teams.close()


@pytest.fixture
async def fake() -> AsyncIterator[FakeConnector]:
    async with fake_connector() as fake:
        fake.members[TEAM] = [a_member("joris"), a_member("anna")]
        yield fake


@pytest.fixture
async def store(fake: FakeConnector) -> MemoryStore:
    """The channel is known, and Anna, who has no chat yet."""
    store = MemoryStore(ALL_TABLES)
    async with store.transaction() as tx:
        await tx.put(REFERENCES, f"teams:{CHANNEL}", Reference("teams", TENANT, fake.url, CHANNEL, team=TEAM))
        await tx.put(REFERENCES, ANNA, Reference("teams", TENANT, fake.url, user="29:anna"))
    return store


@pytest.fixture
async def teams(fake: FakeConnector, store: MemoryStore) -> AsyncIterator[TeamsPlatform]:
    async with a_platform(fake, store) as teams:
        yield teams


async def chat_of(store: Store, who: str) -> str | None:
    async with store.transaction() as tx:
        kept = await tx.get(REFERENCES, person(who))
    return kept.conversation if kept else None


async def test_a_post_begins_a_thread_in_its_channel_and_is_changed_there(
    teams: TeamsPlatform, fake: FakeConnector
) -> None:
    ref = await teams.post(CHANNEL, TIP, "key")
    [posted] = fake.sent
    assert ref == f"{posted.conversation} {posted.id}"
    assert posted.conversation == f"{CHANNEL};messageid={posted.id}"
    asked = fake.requests[0].body
    assert (asked["isGroup"], asked["tenantId"], asked["bot"]) == (True, TENANT, {"id": "28:bot"})
    assert asked["channelData"] == {"channel": {"id": CHANNEL}, "tenant": {"id": TENANT}}
    await teams.update(CHANNEL, ref, Message("en", "tip", (Part("Click the moon."),), about="key"))
    assert "Click the moon." in words_of(posted.activity)
    assert posted.activity["id"] == posted.id
    assert (len(fake.sent), len(fake.requests)) == (1, 2)


async def test_where_the_bot_was_never_added_nothing_is_tried(teams: TeamsPlatform, fake: FakeConnector) -> None:
    for send in (teams.post("19:unknown", TIP, "key"), teams.dm(person("bilal"), TIP, "key")):
        with pytest.raises(DeliveryError) as refused:
            await send
        assert refused.value.channel_closed
    with pytest.raises(DeliveryError) as gone:
        await teams.update("19:unknown", "19:unknown;messageid=1 1", TIP)
    assert (gone.value.permanent, gone.value.channel_closed) == (True, False)
    assert fake.requests == []


async def test_a_chat_is_begun_once_and_used_again(
    teams: TeamsPlatform, fake: FakeConnector, store: MemoryStore
) -> None:
    for _ in range(3):
        assert (await teams.dm(ANNA, TIP, "key")).startswith("a:with-29:anna ")
    assert len(fake.in_conversation("a:with-29:anna")) == 3
    begun = [request.body for request in fake.requests if request.path.endswith("/v3/conversations")]
    assert begun == [
        {
            "isGroup": False, "bot": {"id": "28:bot"}, "members": [{"id": "29:anna"}], "tenantId": TENANT,
            "channelData": {"tenant": {"id": TENANT}},
        }
    ]  # fmt: skip
    assert await chat_of(store, "anna") == "a:with-29:anna"


@pytest.mark.parametrize(
    "refusal", [says(403, "ForbiddenOperationException"), says(403), says(404, "ConversationNotFound")]
)
async def test_a_chat_that_is_gone_is_forgotten_and_begun_anew(
    teams: TeamsPlatform, fake: FakeConnector, store: MemoryStore, refusal: Fault
) -> None:
    await teams.dm(ANNA, TIP, "key")
    fake.faults_in["a:with-29:anna"].append(refusal)
    with pytest.raises(DeliveryError) as refused:
        await teams.dm(ANNA, TIP, "key")
    assert refused.value.channel_closed
    assert await chat_of(store, "anna") == ""
    await teams.dm(ANNA, TIP, "key")
    assert [request.path.endswith("/v3/conversations") for request in fake.requests] == [
        True,
        False,
        False,
        True,
        False,
    ]


async def test_trouble_that_passes_forgets_no_chat(
    teams: TeamsPlatform, fake: FakeConnector, store: MemoryStore
) -> None:
    await teams.dm(ANNA, TIP, "key")
    for fault in (says(429, Retry_After="3"), says(503), Fault(cut="reset")):
        fake.faults_in["a:with-29:anna"].append(fault)
        with pytest.raises(DeliveryError):
            await teams.dm(ANNA, TIP, "key")
    assert await chat_of(store, "anna") == "a:with-29:anna"


async def test_who_was_forgotten_meanwhile_is_not_kept_again(
    teams: TeamsPlatform, fake: FakeConnector, store: MemoryStore
) -> None:
    answered = asyncio.Event()
    fake.faults_in["29:anna"].append(Fault(accepts=True, held=answered))
    sending = asyncio.create_task(teams.dm(ANNA, TIP, "key"))
    await wait_until(lambda: len(fake.requests) == 1)
    async with store.transaction() as tx:
        await tx.remove(REFERENCES, ANNA)
    answered.set()
    await sending
    assert await chat_of(store, "anna") is None


async def test_what_teams_would_find_too_large_never_leaves(teams: TeamsPlatform, fake: FakeConnector) -> None:
    large = Message("en", "tip", (Part("é" * (LARGEST // 2)),), about="key")
    ref = await teams.post(CHANNEL, TIP, "key")
    for send in (teams.post(CHANNEL, large, "k"), teams.dm(ANNA, large, "k"), teams.update(CHANNEL, ref, large)):
        with pytest.raises(DeliveryError, match="Teams takes") as refused:
            await send
        assert refused.value.permanent
    assert len(fake.requests) == 1


async def test_nothing_can_be_looked_up(teams: TeamsPlatform) -> None:
    with pytest.raises(NotImplementedError):
        await teams.find(CHANNEL, "key")


async def test_after_a_restart_it_posts_writes_and_changes_as_before(fake: FakeConnector, store: MemoryStore) -> None:
    async with a_platform(fake, store) as before:
        ref = await before.post(CHANNEL, TIP, "key")
        await before.dm(ANNA, TIP, "key")
    fake.requests.clear()
    async with a_platform(fake, store) as after:
        await after.update(CHANNEL, ref, Message("en", "tip", (Part("Click the moon."),), about="key"))
        await after.post(CHANNEL, TIP, "key-2")
        await after.dm(ANNA, TIP, "key")
    assert "Click the moon." in words_of(fake.sent[0].activity)
    assert [request.conversation for request in fake.requests] == [fake.sent[0].conversation, CHANNEL, "a:with-29:anna"]


async def test_after_a_restart_a_card_shows_the_true_count() -> None:
    async with a_call() as call:
        bot = call.talk.bot
        async with a_platform(call.connector, bot.ctx.store) as after:
            await call.talk.teams.close()
            bot.ctx.platforms = {"teams": after}
            async with bot.ctx.store.transaction() as tx:
                book = await tx.get(SEATS, "crm")
                assert book is not None
                await tx.put(SEATS, "crm", book.__class__(**{**vars(book), "places": 5}))
            await bot.engine.settle()
            assert "5 of 5" in words_of(call.call.activity)


async def test_after_a_restart_who_has_a_role_is_soon_found_again(fake: FakeConnector, store: MemoryStore) -> None:
    async with a_platform(fake, store) as teams:
        teams.wanted = lambda: frozenset({"joris@example.com"})
        assert await teams.people() == []
        await teams.idle()
        assert [one.id for one in await teams.people()] == [person("joris")]
        await teams.people()
        assert len(fake.requests) == 1


async def test_a_slow_roster_holds_up_neither_a_post_nor_the_end(
    fake: FakeConnector, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.beside.LONGEST_GOODBYE", 0.05)
    fake.faults_in[TEAM].append(Fault(held=asyncio.Event()))
    async with a_platform(fake, store) as teams:
        teams.wanted = lambda: frozenset({"joris@example.com"})
        for _ in range(20):
            assert await teams.people() == []
        await wait_until(lambda: len(fake.requests) == 1)
        await teams.post(CHANNEL, TIP, "key")
        await teams.dm(ANNA, TIP, "key")
        await asyncio.wait_for(teams.close(), 5)
    assert [request.conversation for request in fake.requests].count(TEAM) == 1


async def test_the_end_waits_for_an_answer_that_is_on_its_way() -> None:
    async with a_call() as call:
        answered = asyncio.Event()
        call.connector.faults_in["29:anna"].append(Fault(accepts=True, held=answered))
        await call.talk.teams.listen(call.activity("anna", "message", text="join"))
        ending = asyncio.create_task(call.talk.teams.close())
        await wait_until(lambda: any(request.conversation == "29:anna" for request in call.connector.requests))
        answered.set()
        await ending
        assert len(call.to("anna")) == 1


async def test_a_store_that_fails_is_said_so_that_teams_brings_it_again() -> None:
    async with a_call() as call:

        async def fails(_: Inbound) -> Answer | None:
            raise StoreProblem("the disk is full")

        call.talk.teams.heard(fails)
        status, _ = await call.brings(call.activity("anna", "message", text="join"))
        assert status == 503
        call.talk.teams.heard(call.talk.bot.hear)
        assert (await call.brings(call.activity("anna", "message", text="join")))[0] == 200
        assert await call.seated() == [ANNA]


SALARY = "My salary is 12."


class Quoting:
    """A message that fails, and says what somebody wrote."""

    def __getattr__(self, name: str) -> object:
        raise ValueError(SALARY)


async def test_a_fault_beside_a_request_ends_nothing_and_quotes_nobody(caplog: pytest.LogCaptureFixture) -> None:
    async with a_call() as call:
        odd: Any = Quoting()

        async def answers_oddly(inbound: Inbound) -> Answer | None:
            return Answer(odd if isinstance(inbound, Join) else Message("en", "answer", (Part("Hello."),)))

        call.talk.teams.heard(answers_oddly)
        for text in ("join", "help"):
            assert (await call.brings(call.activity("anna", "message", text=text)))[0] == 200
        assert "ValueError" in caplog.text
        assert SALARY not in caplog.text
        assert call.to("anna") == ["Hello."]


async def test_before_anybody_listens_nothing_is_heard(teams: TeamsPlatform, fake: FakeConnector) -> None:
    async with a_call() as call:
        reply = await teams.listen(call.activity("anna", "message", text="join"))
        assert (reply.status, reply.body) == (200, None)


def test_its_pace_is_the_published_one(teams: TeamsPlatform) -> None:
    windows = [(window.sends, window.seconds) for window in teams.limits.per_channel]
    assert windows == [(7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0)]
    assert [(window.sends, window.seconds) for window in teams.limits.overall] == [(30, 1.0)]
    assert teams.name == "teams"
