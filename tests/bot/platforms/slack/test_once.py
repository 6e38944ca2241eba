"""One request, once: what slack_sdk gets for a session must not follow, not repeat, and never seem closed."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.platforms.no_answer import NotReached
from bot.platforms.slack.once import BrokeOff, NotOk, Once
from tests.fake_slack.faults import limited
from tests.fake_slack.server import FakeSlack, a_fake_slack
from tests.wire_faults import ANSWER_DROPPED, elsewhere, html, slow


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with a_fake_slack() as slack:
        yield slack


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


def once_of(session: aiohttp.ClientSession, seconds: float = 10) -> Once:
    return Once(session, connect_seconds=seconds, whole_seconds=seconds)


async def get(once: Once, slack: FakeSlack, **more: Any) -> int:
    async with once.request("GET", f"{slack.url}conversations.info", **more) as response:
        return int(response.status)


async def test_a_kept_connection_that_breaks_is_no_reason_to_ask_again(
    slack: FakeSlack, session: aiohttp.ClientSession
) -> None:
    once = once_of(session)
    await get(once, slack)
    slack.fails("conversations.info", ANSWER_DROPPED)
    with pytest.raises(BrokeOff):
        await get(once, slack)
    assert len(slack.requests) == 2


@pytest.mark.parametrize(("fault", "status", "wait"), [(limited(3), 429, "3"), (html(502), 502, None)])
async def test_what_is_not_200_is_told_with_its_status(
    slack: FakeSlack, session: aiohttp.ClientSession, fault: Any, status: int, wait: str | None
) -> None:
    slack.fails("conversations.info", fault)
    with pytest.raises(NotOk) as refused:
        await get(once_of(session), slack)
    assert (refused.value.status, refused.value.retry_after) == (status, wait)


async def test_another_address_is_not_followed(slack: FakeSlack, session: aiohttp.ClientSession) -> None:
    slack.fails("conversations.info", elsewhere(f"{slack.url}auth.test"))
    with pytest.raises(NotOk, match="307"):
        await get(once_of(session), slack)
    assert [request.method for request in slack.requests] == ["conversations.info"]


async def test_it_waits_no_longer_than_it_was_told(slack: FakeSlack, session: aiohttp.ClientSession) -> None:
    slack.fails("conversations.info", slow(30))
    with pytest.raises(TimeoutError):
        await get(once_of(session, 0.2), slack)


async def test_a_closed_session_never_seems_closed(slack: FakeSlack) -> None:
    async with aiohttp.ClientSession() as session:
        once = once_of(session)
    assert not once.closed
    with pytest.raises(NotReached, match="stopping"):
        await get(once, slack)


async def test_what_is_not_encrypted_goes_through_no_proxy(slack: FakeSlack, session: aiohttp.ClientSession) -> None:
    """Somebody's proxy would read the token; only what runs on this machine is not encrypted."""
    assert await get(once_of(session), slack, proxy="http://127.0.0.1:9") == 200
