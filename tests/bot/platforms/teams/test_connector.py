"""Speaking to the Bot Connector: what goes over the wire, whose turn it is, and what is believed of an answer."""

import asyncio
import gc
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import orjson
import pytest

from bot.platforms.base import DeliveryError
from bot.platforms.teams import connector as module
from bot.platforms.teams.connector import Connector, Sent
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.tokens import NoTokens
from tests.fake_connector import CHANNEL, FakeConnector, answers, fake_connector, says
from tests.waiting import wait_until
from tests.wire_faults import held

THREAD = f"{CHANNEL};messageid=1700000000000"
HELLO = {"type": "message", "text": "Héllo 👋"}
IN_CHANNEL: dict[str, Any] = {"isGroup": True, "channelData": {"channel": {"id": CHANNEL}}, "activity": HELLO}
WITH_ANNA: dict[str, Any] = {"members": [{"id": "29:anna"}], "tenantId": "t"}


@pytest.fixture
async def fake() -> AsyncIterator[FakeConnector]:
    async with fake_connector() as fake:
        yield fake


@pytest.fixture
async def teams(fake: FakeConnector) -> AsyncIterator[Connector]:
    async with aiohttp.ClientSession() as session:
        yield Connector(session, NoTokens(), Hosts.loopback())


async def test_a_new_thread_in_a_channel_has_its_own_conversation(fake: FakeConnector, teams: Connector) -> None:
    sent = await teams.create(fake.url, IN_CHANNEL)
    assert sent == Sent(f"{CHANNEL};messageid={sent.activity}", sent.activity)
    assert [posted.activity for posted in fake.in_conversation(CHANNEL)] == [HELLO]
    assert [(request.method, request.path) for request in fake.requests] == [("POST", "/emea/v3/conversations")]


async def test_a_chat_with_one_person_is_made_without_a_message(fake: FakeConnector, teams: Connector) -> None:
    sent = await teams.create(fake.url, WITH_ANNA)
    assert sent == Sent("a:with-29:anna", "")
    assert fake.sent == []


async def test_an_id_is_one_segment_of_the_path(fake: FakeConnector, teams: Connector) -> None:
    nasty = "19:a/b?c#d%2f\\;messageid=1 é@thread.tacv2"
    sent = await teams.send(fake.url, nasty, HELLO)
    await teams.reply(fake.url, THREAD, sent.activity, HELLO)
    assert [posted.conversation for posted in fake.sent] == [nasty, THREAD]
    quoted = "19%3Ageneral%40thread.tacv2%3Bmessageid%3D1700000000000"
    assert fake.requests[1].path == f"/emea/v3/conversations/{quoted}/activities/{sent.activity}"
    assert fake.sent[1].reply_to == sent.activity


@pytest.mark.parametrize("bad", ["", ".", "..", "x" * 2000, "\ud800"])
async def test_an_id_that_leads_elsewhere_is_never_sent(fake: FakeConnector, teams: Connector, bad: str) -> None:
    for call in (teams.send(fake.url, bad, HELLO), teams.update(fake.url, THREAD, bad, HELLO)):
        with pytest.raises(DeliveryError) as refused:
            await call
        assert refused.value.permanent
    assert fake.requests == []


async def test_a_message_that_is_no_json_is_refused_before_it_is_sent(fake: FakeConnector, teams: Connector) -> None:
    for text in ("\ud800", object()):
        with pytest.raises(DeliveryError) as refused:
            await teams.send(fake.url, THREAD, {"text": text})
        assert refused.value.permanent
    assert fake.requests == []


async def test_a_message_is_changed_and_deleted(fake: FakeConnector, teams: Connector) -> None:
    sent = await teams.send(fake.url, THREAD, HELLO)
    await teams.update(fake.url, THREAD, sent.activity, {"text": "new"})
    assert (fake.sent[0].activity, fake.sent[0].was) == ({"text": "new"}, [HELLO])
    await teams.delete(fake.url, THREAD, sent.activity)
    assert fake.sent[0].deleted
    with pytest.raises(DeliveryError, match="not there any more") as gone:
        await teams.delete(fake.url, THREAD, sent.activity)
    assert gone.value.permanent


async def test_all_pages_of_the_members(fake: FakeConnector, teams: Connector) -> None:
    fake.members[CHANNEL] = [{"id": f"29:{number}"} for number in range(5)]
    fake.page_size = 2
    assert await teams.members(fake.url, CHANNEL) == fake.members[CHANNEL]
    assert await teams.member(fake.url, CHANNEL, "29:3") == {"id": "29:3"}
    assert [request.path.partition("?")[2] for request in fake.requests] == [
        "pageSize=500",
        "pageSize=500&continuationToken=2",
        "pageSize=500&continuationToken=4",
        "",
    ]


@pytest.mark.parametrize(
    "page",
    [
        b'{"members": [{"id": "1"}], "continuationToken": "again"}',
        b'{"members": [{"id": "1"}], "continuationToken": 7}',
        b'{"members": {}}',
        b'{"members": ["x"]}',
        b"{}",
        b"[]",
        b"",
        b"[" * 50_000,
    ],
)
async def test_half_a_list_of_members_is_no_list(fake: FakeConnector, teams: Connector, page: bytes) -> None:
    fake.faults.extend([answers(page), answers(page)])
    with pytest.raises(DeliveryError) as odd:
        await teams.members(fake.url, CHANNEL)
    assert not odd.value.unknown


ODD = [
    b"",
    b"null",
    b"[]",
    b'"17"',
    b"{}",
    b'{"id": ""}',
    b'{"id": " "}',
    b'{"id": 17}',
    b'{"id": null}',
    b'{"id": ["17"]}',
    b'{"id": "' + b"1" * 2000 + b'"}',
    b'{"id": "17"',
    b"<html>Signed in</html>",
    b'\xff\xfe{"id": "17"}',
    b"[" * 100_000,
]


@pytest.mark.parametrize("said", ODD, ids=lambda said: said[:20].decode(errors="replace"))
async def test_yes_without_an_id_is_unknown(fake: FakeConnector, teams: Connector, said: bytes) -> None:
    fake.faults.extend([answers(said)] * 3)
    for call in (
        teams.send(fake.url, THREAD, HELLO),
        teams.reply(fake.url, THREAD, "1", HELLO),
        teams.create(fake.url, IN_CHANNEL),
    ):
        with pytest.raises(DeliveryError) as odd:
            await call
        assert odd.value.unknown
        assert not odd.value.permanent
    assert len(fake.requests) == 3


async def test_a_thread_is_known_by_its_first_message(fake: FakeConnector, teams: Connector) -> None:
    fake.faults.append(answers(orjson.dumps({"id": THREAD, "activityId": None})))
    assert await teams.create(fake.url, IN_CHANNEL) == Sent(THREAD, "1700000000000")
    fake.faults.append(answers(b'{"id": "a:chat"}'))
    with pytest.raises(DeliveryError, match="no activityId") as odd:
        await teams.create(fake.url, {**WITH_ANNA, "activity": HELLO})
    assert odd.value.unknown


async def test_what_posts_nothing_is_never_unknown(fake: FakeConnector, teams: Connector) -> None:
    fake.faults.extend([says(502), answers(b"{}")])
    for _ in range(2):
        with pytest.raises(DeliveryError) as trouble:
            await teams.create(fake.url, WITH_ANNA)
        assert not trouble.value.unknown
        assert not trouble.value.permanent


async def test_an_answer_without_end_is_not_read(
    fake: FakeConnector, teams: Connector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST_ANSWER", 1000)
    fake.faults.append(answers(b'{"id": "17", "more": "' + b"x" * 2000 + b'"}'))
    with pytest.raises(DeliveryError) as odd:
        await teams.send(fake.url, THREAD, HELLO)
    assert odd.value.unknown


async def test_a_hundred_messages_to_one_conversation_go_one_by_one_in_order(
    fake: FakeConnector, teams: Connector
) -> None:
    sends = [teams.send(fake.url, THREAD, {"text": str(number)}) for number in range(100)]
    await asyncio.gather(*sends)
    assert fake.most_at_once[THREAD] == 1
    assert [posted.activity["text"] for posted in fake.sent] == [str(number) for number in range(100)]


async def test_everything_that_touches_a_conversation_waits_for_its_turn(fake: FakeConnector, teams: Connector) -> None:
    fake.members[THREAD] = [{"id": "29:anna"}]
    first = await teams.send(fake.url, THREAD, HELLO)
    await asyncio.gather(
        teams.update(fake.url, THREAD, first.activity, HELLO),
        teams.reply(fake.url, THREAD, first.activity, HELLO),
        teams.members(fake.url, THREAD),
        teams.member(fake.url, THREAD, "29:anna"),
        teams.send(fake.url, THREAD, HELLO),
        teams.delete(fake.url, THREAD, first.activity),
    )
    assert fake.most_at_once[THREAD] == 1


async def test_new_threads_of_a_channel_go_one_by_one_too(fake: FakeConnector, teams: Connector) -> None:
    creates = [teams.create(fake.url, {**IN_CHANNEL, "activity": {"text": str(number)}}) for number in range(20)]
    await asyncio.gather(*creates, teams.send(fake.url, CHANNEL, {"text": "20"}))
    assert fake.most_at_once[CHANNEL] == 1
    texts = [posted.activity["text"] for posted in fake.in_conversation(CHANNEL)]
    assert texts == [str(number) for number in range(21)]


async def test_other_conversations_do_not_wait(fake: FakeConnector, teams: Connector) -> None:
    fake.meet = asyncio.Barrier(5)  # nobody is answered before all five are there
    async with asyncio.timeout(5):
        await asyncio.gather(*(teams.send(fake.url, f"19:{number}@thread.tacv2", HELLO) for number in range(5)))
    assert fake.most_at_once[""] == 5


async def test_a_turn_is_forgotten_when_nobody_wants_it(fake: FakeConnector, teams: Connector) -> None:
    await asyncio.gather(*(teams.send(fake.url, f"19:{number}@thread.tacv2", HELLO) for number in range(20)))
    fake.faults.append(says(403))
    with pytest.raises(DeliveryError):
        await teams.send(fake.url, THREAD, HELLO)
    gc.collect()
    assert len(teams._turns) == 0


async def test_who_gives_up_lets_the_next_one_through(fake: FakeConnector, teams: Connector) -> None:
    answer = asyncio.Event()
    fake.faults.append(held(answer))
    first = asyncio.create_task(teams.send(fake.url, THREAD, {"text": "first"}))
    second = asyncio.create_task(teams.send(fake.url, THREAD, {"text": "second"}))
    await wait_until(lambda: bool(fake.sent))
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    await second
    answer.set()
    assert [posted.activity["text"] for posted in fake.sent] == ["first", "second"]


async def test_a_closed_session_sends_nothing(fake: FakeConnector) -> None:
    async with aiohttp.ClientSession() as session:
        teams = Connector(session, NoTokens(), Hosts.loopback())
    with pytest.raises(DeliveryError, match="stopping") as stopped:
        await teams.send(fake.url, THREAD, HELLO)
    assert not stopped.value.unknown
    assert not stopped.value.permanent
