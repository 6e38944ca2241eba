"""Whatever goes wrong between the bot and Teams: one request reached it, and the bot knows what it may do next."""

import asyncio
from collections.abc import AsyncIterator
from socket import create_server

import aiohttp
import pytest

from bot.platforms.base import DeliveryError
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.tokens import NoTokens
from tests.fake_connector import CHANNEL, FakeConnector, answers, fake_connector, says
from tests.faults.teams_outcome import AGAIN, CLOSED, DONE, NEVER, UNKNOWN, Nowhere, outcome, speaking
from tests.waiting import wait_until
from tests.wire_faults import (
    ANSWER_DROPPED,
    ANSWER_RESET,
    CLOSED_BEFORE,
    HALF_ANSWER,
    RESET_BEFORE,
    Fault,
    held,
    html,
    slow,
)

CHAT = f"{CHANNEL};messageid=1700000000000"
HELLO = {"type": "message", "text": "Hello"}

# Fault → what it means for a message, and for a change of one.
FAULTS = [
    ("answer dropped after it was posted", ANSWER_DROPPED, UNKNOWN, AGAIN),
    ("reset after it was posted", ANSWER_RESET, UNKNOWN, AGAIN),
    ("reset before it was posted", RESET_BEFORE, UNKNOWN, AGAIN),
    ("closed before it was posted", CLOSED_BEFORE, UNKNOWN, AGAIN),
    ("too slow", slow(30), UNKNOWN, AGAIN),
    ("half an answer", HALF_ANSWER, UNKNOWN, DONE),
    ("429", says(429, Retry_After="3"), AGAIN, AGAIN),
    ("412", says(412, "PreconditionFailed"), AGAIN, AGAIN),
    ("500", says(500), NEVER, NEVER),
    ("502", says(502), UNKNOWN, AGAIN),
    ("502 as a page", html(502), UNKNOWN, AGAIN),
    ("503", says(503, Retry_After="7"), AGAIN, AGAIN),
    ("504", says(504), UNKNOWN, AGAIN),
    ("401", says(401), AGAIN, AGAIN),
    ("413", says(413, "MessageSizeTooBig"), NEVER, NEVER),
    ("403 roster", says(403, "BotNotInConversationRoster"), CLOSED, CLOSED),
    ("403 blocked", says(403, "ConversationBlockedByUser"), CLOSED, CLOSED),
    ("404", says(404), CLOSED, NEVER),
    ("404 conversation", says(404, "ConversationNotFound"), CLOSED, CLOSED),
    ("404 message", says(404, "ActivityNotFoundInConversation"), NEVER, NEVER),
    ("empty 200", answers(b""), UNKNOWN, DONE),
    ("odd 200", answers(b'{"id": 5}'), UNKNOWN, DONE),
]


@pytest.fixture
async def fake() -> AsyncIterator[FakeConnector]:
    async with fake_connector() as fake:
        yield fake


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def teams(request: pytest.FixtureRequest, session: aiohttp.ClientSession) -> Connector:
    """Waits long, unless the test is about waiting."""
    return Connector(session, NoTokens(), Hosts.loopback(), whole_seconds=patience(request.node))


def patience(test: pytest.Item) -> float:
    return 0.3 if "too slow" in test.name else 15


def ids(rows: list[tuple[str, Fault, str, str]]) -> list[str]:
    return [row[0] for row in rows]


@pytest.mark.parametrize(("name", "fault", "posting", "changing"), FAULTS, ids=ids(FAULTS))
async def test_one_request_for_one_message(
    fake: FakeConnector, teams: Connector, name: str, fault: Fault, posting: str, changing: str
) -> None:
    await teams.send(fake.url, CHAT, HELLO)  # so that the connection is a kept one, as it mostly is
    fake.faults.append(fault)
    assert await outcome(teams.send(fake.url, CHAT, HELLO)) == posting
    assert len(fake.requests) == 2
    assert len(fake.sent) == (2 if fault.accepts else 1)


@pytest.mark.parametrize(("name", "fault", "posting", "changing"), FAULTS, ids=ids(FAULTS))
async def test_one_request_for_one_new_thread(
    fake: FakeConnector, teams: Connector, name: str, fault: Fault, posting: str, changing: str
) -> None:
    fake.faults.append(fault)
    thread = {"isGroup": True, "channelData": {"channel": {"id": CHANNEL}}, "activity": HELLO}
    assert await outcome(teams.create(fake.url, thread)) == posting
    assert len(fake.requests) == 1


@pytest.mark.parametrize(("name", "fault", "posting", "changing"), FAULTS, ids=ids(FAULTS))
@pytest.mark.parametrize("method", ["PUT", "DELETE"])
async def test_one_request_for_one_change(
    fake: FakeConnector, teams: Connector, name: str, fault: Fault, posting: str, changing: str, method: str
) -> None:
    sent = await teams.send(fake.url, CHAT, HELLO)
    fake.faults.append(fault)
    change = teams.update(fake.url, CHAT, sent.activity, HELLO)
    call = change if method == "PUT" else teams.delete(fake.url, CHAT, sent.activity)
    if method == "DELETE":
        change.close()
    assert await outcome(call) == changing
    assert [request.method for request in fake.requests] == ["POST", method]


async def test_aiohttp_by_itself_would_send_a_change_twice(fake: FakeConnector, session: aiohttp.ClientSession) -> None:
    """Why the connector does not leave it to aiohttp; when this turns red, it need not take care any more."""
    url = f"{fake.url}v3/conversations/x/activities/1"
    async with session.put(url, json=HELLO):
        pass
    fake.faults.append(ANSWER_DROPPED)
    async with session.put(url, json=HELLO):
        pass
    assert len(fake.requests) == 3


async def test_teams_says_how_long_to_wait(fake: FakeConnector, teams: Connector) -> None:
    fake.faults.append(says(429, Retry_After="3"))
    with pytest.raises(DeliveryError) as slower:
        await teams.send(fake.url, CHAT, HELLO)
    assert slower.value.retry_after == 3.0


# No connection: nothing was sent.


async def test_without_a_connection_it_may_be_tried_again(teams: Connector, fake: FakeConnector) -> None:
    with create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    refused = teams.send(f"http://127.0.0.1:{port}/", CHAT, HELLO)
    no_encryption = teams.send(fake.url.replace("http:", "https:"), CHAT, HELLO)
    assert [await outcome(refused), await outcome(no_encryption)] == [AGAIN, AGAIN]
    assert fake.sent == []


async def test_without_its_name_it_may_be_tried_again() -> None:
    names = Nowhere()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(resolver=names)) as session:
        teams = Connector(session, NoTokens(), Hosts.real())
        with pytest.raises(DeliveryError, match="its name is not known") as gone:
            await teams.send("https://smba.trafficmanager.net/emea/", CHAT, HELLO)
    assert (gone.value.unknown, gone.value.permanent) == (False, False)
    assert names.asked == ["smba.trafficmanager.net"]


async def test_waiting_for_a_connection_is_not_sending(fake: FakeConnector) -> None:
    """The only connection is taken; who waits too long for it certainly posted nothing."""
    answer = asyncio.Event()
    fake.faults.append(held(answer))
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1)) as session:
        patient = Connector(session, NoTokens(), Hosts.loopback())
        hasty = Connector(session, NoTokens(), Hosts.loopback(), connect_seconds=0.05)
        first = asyncio.create_task(patient.send(fake.url, CHAT, HELLO))
        await wait_until(lambda: bool(fake.sent))
        assert await outcome(hasty.send(fake.url, "19:other@thread.tacv2", HELLO)) == AGAIN
        answer.set()
        await first
    assert len(fake.requests) == 1


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\x00" * 100,
        b"SSH-2.0-OpenSSH\r\n",
        b"HTTP/1.1 999999 What\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nX: \xff\xfe\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
        b"HTTP/1.1 204 No Content\r\n\r\n",
    ],
    ids=lambda said: said[:60].decode(errors="replace"),
)
async def test_noise_is_no_answer(teams: Connector, said: bytes) -> None:
    async with speaking(said) as address:
        assert await outcome(teams.send(address, CHAT, HELLO)) == UNKNOWN
