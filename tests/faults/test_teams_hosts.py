"""Our token goes to Microsoft alone: no poisoned address, no redirect, no error and no log gets it."""

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import aiohttp
import pytest

from bot.platforms.base import DeliveryError
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.tokens import AzureTokens
from tests.fake_connector import CHANNEL, FakeConnector, answers, fake_connector, says
from tests.faults.teams_outcome import AGAIN, DONE, NEVER, Nowhere, outcome, speaking
from tests.wire_faults import ANSWER_DROPPED, ANSWER_RESET, HALF_ANSWER, RESET_BEFORE, Fault, elsewhere, html, slow

SECRET = "marker-of-a-token.that_must-never.be-seen"
CHAT = f"{CHANNEL};messageid=1700000000000"
STATUSES = (307, 400, 401, 403, 404, 412, 413, 429, 500, 503, 504)
HELLO = {"type": "message", "text": "Hello"}


@dataclass(frozen=True)
class Given:
    token: str
    expires_on: int


class FakeCredential:
    """Gives `token`, when `may_answer` is set."""

    def __init__(self, token: str = SECRET, lasts: int = 3600) -> None:
        self.token = token
        self.lasts = lasts
        self.asked = 0
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    async def get_token(self, *scopes: str) -> Given:
        self.asked += 1
        await self.may_answer.wait()
        return Given(self.token, self.lasts)

    async def close(self) -> None: ...


@pytest.fixture
async def fake() -> AsyncIterator[FakeConnector]:
    async with fake_connector() as fake:
        yield fake


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def test_a_redirect_is_not_followed(fake: FakeConnector, session: aiohttp.ClientSession) -> None:
    tokens = AzureTokens(FakeCredential(), wall=lambda: 0.0)
    teams = Connector(session, tokens, Hosts.loopback())
    async with fake_connector() as foreign:
        fake.faults.append(elsewhere(f"{foreign.url}v3/conversations"))
        assert await outcome(teams.send(fake.url, CHAT, HELLO)) == NEVER
        assert foreign.requests == []
    assert len(fake.requests) == 1


POISONED = [
    "https://evil.com/",
    "https://smba.trafficmanager.net.evil.com/",
    "https://smba.trafficmanager.net@evil.com/",
    "https://ѕmba.trafficmanager.net/",
    "https://smba.trafficmanager.net\\@evil.com/",
    "https://169.254.169.254/metadata/",
    "http://smba.trafficmanager.net/",
]


@pytest.mark.parametrize("address", [*POISONED, "this machine"])
async def test_a_poisoned_address_gets_no_request_and_no_token(fake: FakeConnector, address: str) -> None:
    names, credential, started = Nowhere(), FakeCredential(), []
    trace = aiohttp.TraceConfig()

    async def note(*_: object) -> None:
        started.append(1)

    trace.on_request_start.append(note)
    connector = aiohttp.TCPConnector(resolver=names)
    async with aiohttp.ClientSession(connector=connector, trace_configs=[trace]) as session:
        teams = Connector(session, AzureTokens(credential, wall=lambda: 0.0), Hosts.real())
        poisoned = fake.url if address == "this machine" else address
        calls: list[Callable[[], Awaitable[object]]] = [
            lambda: teams.create(poisoned, {"members": [{"id": "29:x"}]}),
            lambda: teams.send(poisoned, CHAT, HELLO),
            lambda: teams.reply(poisoned, CHAT, "1", HELLO),
            lambda: teams.update(poisoned, CHAT, "1", HELLO),
            lambda: teams.delete(poisoned, CHAT, "1"),
            lambda: teams.member(poisoned, CHAT, "29:x"),
            lambda: teams.members(poisoned, CHAT),
        ]
        assert [await outcome(call()) for call in calls] == [NEVER] * len(calls)
    assert (credential.asked, started, names.asked, fake.requests) == (0, [], [], [])


async def test_a_token_that_is_refused_is_fetched_anew(fake: FakeConnector, session: aiohttp.ClientSession) -> None:
    credential = FakeCredential(token="old")
    teams = Connector(session, AzureTokens(credential, wall=lambda: 0.0), Hosts.loopback())
    fake.bearer = "old"
    assert await outcome(teams.send(fake.url, CHAT, HELLO)) == DONE
    fake.bearer = credential.token = "new"
    assert await outcome(teams.send(fake.url, CHAT, HELLO)) == AGAIN
    assert await outcome(teams.send(fake.url, CHAT, HELLO)) == DONE
    assert [request.bearer for request in fake.requests] == ["old", "old", "new"]
    assert credential.asked == 2


async def test_a_slow_login_stops_nobody_who_has_a_token(fake: FakeConnector, session: aiohttp.ClientSession) -> None:
    credential, now = FakeCredential(lasts=3600), [0.0]
    tokens = AzureTokens(credential, wall=lambda: now[0])
    teams = Connector(session, tokens, Hosts.loopback())
    await teams.send(fake.url, CHAT, HELLO)
    credential.may_answer.clear()
    now[0] = 3400.0  # it ends in 200 seconds, so the next one is asked for, and that does not come
    async with asyncio.timeout(5):
        assert await outcome(teams.send(fake.url, CHAT, HELLO)) == DONE
    assert credential.asked == 2
    await tokens.close()


@pytest.mark.parametrize(
    "fault",
    [ANSWER_DROPPED, ANSWER_RESET, RESET_BEFORE, HALF_ANSWER, slow(30), html(502), answers(b"<"), *map(says, STATUSES)],
)
async def test_no_token_in_any_error_or_log(
    fake: FakeConnector, session: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture, fault: Fault
) -> None:
    caplog.set_level(logging.DEBUG)
    tokens = AzureTokens(FakeCredential(), wall=lambda: 0.0)
    teams = Connector(session, tokens, Hosts.loopback(), whole_seconds=0.3 if fault.seconds else 15)
    fake.faults.append(fault)
    with pytest.raises(DeliveryError) as trouble:
        await teams.send(fake.url, CHAT, HELLO)
    assert [request.bearer for request in fake.requests] == [SECRET]
    assert SECRET not in everything_of(trouble.value)
    assert SECRET not in caplog.text


async def test_no_token_in_the_error_about_noise(session: aiohttp.ClientSession) -> None:
    """aiohttp's own error has the headers of the request in its repr."""
    tokens = AzureTokens(FakeCredential(), wall=lambda: 0.0)
    teams = Connector(session, tokens, Hosts.loopback())
    async with speaking(b"HTTP/1.1 999999 What\r\n\r\n") as address:
        with pytest.raises(DeliveryError, match="did not speak HTTP") as trouble:
            await teams.send(address, CHAT, HELLO)
    assert SECRET not in everything_of(trouble.value)


def everything_of(error: BaseException | None) -> str:
    """What an eager logger could write down of it and of what it came from."""
    if error is None:
        return ""
    here = "".join(traceback.format_exception(error)) + repr(error) + repr(vars(error))
    return here + everything_of(error.__context__) + everything_of(error.__cause__)
