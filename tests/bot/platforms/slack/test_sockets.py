"""What would break: a socket that stays lost, a start that waits for Slack, an end that leaves something open."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest

from bot.platforms.slack import sockets as module
from bot.platforms.slack.answering import AGAIN, Reply
from bot.platforms.slack.received import Received
from bot.platforms.slack.sockets import Socket
from tests.bot.platforms.slack.a_door import a_bolt, a_command, an_event
from tests.bot.platforms.slack.a_workspace import a_person
from tests.fake_slack.faults import answers, refuses
from tests.fake_slack.server import FakeSlack, a_fake_slack
from tests.fake_slack.state import Sending
from tests.waiting import wait_until
from tests.wire_faults import Fault, held

COMMAND = Sending("commands", a_command())
EVENT = Sending("events", an_event())


async def taken(received: Received) -> Reply:
    return Reply(body={"text": "heard"}) if received.kind == "command" else Reply()


async def not_kept(_: Received) -> Reply:
    return AGAIN


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PING", 0.1)
    monkeypatch.setattr(module, "LOOK", 0.02)
    monkeypatch.setattr(module, "LOST_AFTER", 10)


@asynccontextmanager
async def a_socket(*faults: Fault) -> AsyncIterator[FakeSlack]:
    async with a_fake_slack() as slack:
        slack.has(a_person("anna"))
        slack.fails("apps.connections.open", *faults)
        socket = Socket(a_bolt(taken), app_token=slack.app_token, base_url=slack.url)
        socket.open()
        try:
            yield slack
        finally:
            await socket.close()


async def connected(slack: FakeSlack) -> None:
    await wait_until(lambda: bool(slack.sockets))


async def test_what_comes_over_it_is_heard_and_answered() -> None:
    async with a_socket() as slack:
        await connected(slack)
        assert (await slack.deliver(COMMAND))[0].body == {"text": "heard"}
        [reply] = await slack.deliver(EVENT)
        assert (reply.status, reply.body) == (200, None)
        assert {request.token for request in slack.asked("apps.connections.open")} == {slack.app_token}


async def test_what_was_not_kept_is_not_taken_so_that_it_comes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fake_slack.delivering.PATIENCE", 0.3)
    async with a_fake_slack() as slack:
        socket = Socket(a_bolt(not_kept), app_token=slack.app_token, base_url=slack.url)
        socket.open()
        await connected(slack)
        assert [reply.status for reply in await slack.deliver(EVENT)] == [0]
        await socket.close()


@pytest.mark.parametrize("reason", ["", "refresh_requested", "warning"])
async def test_it_comes_back_by_itself(reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fake_slack.delivering.PATIENCE", 0.2)
    async with a_socket() as slack:
        for _ in range(3):
            await gets_through(slack)
            await slack.drop_sockets(reason)
        await gets_through(slack)
        assert len(slack.asked("apps.connections.open")) >= 4


async def gets_through(slack: FakeSlack) -> None:
    """What goes over a connection that is just ending is lost, and comes again."""
    async with asyncio.timeout(10):
        replies: list[int] = []
        while 200 not in replies:
            await asyncio.sleep(0.01)
            with suppress(ConnectionError):
                replies = [reply.status for reply in await slack.deliver(COMMAND)] if slack.sockets else []


@pytest.mark.parametrize(
    "fault", [refuses("invalid_auth"), refuses("internal_error"), Fault(status=502, body=b"x"), answers(b"[]")]
)
async def test_a_start_waits_for_nobody_and_what_fails_is_tried_again(fault: Fault) -> None:
    async with a_socket(*[fault] * 3) as slack:
        await connected(slack)
        assert len(slack.asked("apps.connections.open")) >= 4


async def test_an_address_that_can_not_be_used_is_not_tried_for_ever(caplog: pytest.LogCaptureFixture) -> None:
    """The SDK alone would go on with it until the end of time."""
    async with a_fake_slack() as slack:
        gone = f'{{"ok": true, "url": "{slack.url.replace("http", "ws", 1)}gone"}}'.encode()
        slack.fails("apps.connections.open", answers(gone))
        socket = Socket(a_bolt(taken), app_token=slack.app_token, base_url=slack.url)
        socket.open()
        await connected(slack)
        await socket.close()
    assert "no connection to Slack" in caplog.text


async def test_the_end_waits_for_nothing_and_leaves_nothing_open() -> None:
    async with a_fake_slack() as slack:
        never = asyncio.Event()
        slack.fails("apps.connections.open", held(never))
        for _ in range(2):
            socket = Socket(a_bolt(taken), app_token=slack.app_token, base_url=slack.url)
            socket.open()
            await wait_until(lambda: bool(slack.requests))
            await socket.close()
            await socket.close()
        never.set()
        unopened = Socket(a_bolt(taken), app_token=slack.app_token, base_url=slack.url)
        await unopened.close()
    gc.collect()


async def test_neither_token_nor_words_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    async with a_socket(refuses("invalid_auth")) as slack:
        await connected(slack)
        await slack.deliver(Sending("commands", a_command("my salary is 12")))
        token = slack.app_token
    assert token not in caplog.text
    assert "salary" not in caplog.text
