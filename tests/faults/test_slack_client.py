"""Whatever goes wrong between the bot and Slack: one request reached it, and the bot knows what it may do next."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from socket import create_server
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.base import DeliveryError
from bot.platforms.slack.client import SlackClient
from tests.fake_slack.faults import answers, limited, refuses
from tests.fake_slack.server import FakeSlack, a_fake_slack
from tests.fake_slack.state import Someone
from tests.faults.teams_outcome import AGAIN, CLOSED, DONE, NEVER, UNKNOWN, Nowhere, outcome, speaking
from tests.waiting import wait_until
from tests.wire_faults import (
    ANSWER_DROPPED,
    ANSWER_RESET,
    CLOSED_BEFORE,
    HALF_ANSWER,
    RESET_BEFORE,
    Fault,
    elsewhere,
    held,
    html,
    slow,
)

HELLO: dict[str, Any] = {"text": "Hello", "blocks": [{"type": "section", "text": {"type": "plain_text", "text": "Hi"}}]}
HOME = {"type": "home", "blocks": HELLO["blocks"]}
FORM = {"type": "modal", "title": {"type": "plain_text", "text": "Wish"}, "blocks": HELLO["blocks"]}

# Fault → what it means for a message, and for a change or a look.
FAULTS = [
    ("answer dropped after it was posted", ANSWER_DROPPED, UNKNOWN, AGAIN),
    ("reset after it was posted", ANSWER_RESET, UNKNOWN, AGAIN),
    ("reset before it was posted", RESET_BEFORE, UNKNOWN, AGAIN),
    ("closed before it was posted", CLOSED_BEFORE, UNKNOWN, AGAIN),
    ("too slow", slow(30), UNKNOWN, AGAIN),
    ("half an answer", HALF_ANSWER, UNKNOWN, AGAIN),
    ("429", limited(3), AGAIN, AGAIN),
    ("429 without a number", limited("soon"), AGAIN, AGAIN),
    ("429 as a page", html(429), AGAIN, AGAIN),
    ("500", html(500), UNKNOWN, AGAIN),
    ("502", html(502), UNKNOWN, AGAIN),
    ("503", html(503), UNKNOWN, AGAIN),
    ("504", html(504), UNKNOWN, AGAIN),
    ("500 in JSON", refuses("internal_error", status=500), UNKNOWN, AGAIN),
    ("internal_error", refuses("internal_error"), UNKNOWN, AGAIN),
    ("internal_error, and it was posted", refuses("internal_error", accepts=True), UNKNOWN, AGAIN),
    ("fatal_error", refuses("fatal_error"), UNKNOWN, AGAIN),
    ("invalid_auth", refuses("invalid_auth"), AGAIN, AGAIN),
    ("token_revoked", refuses("token_revoked"), AGAIN, AGAIN),
    ("missing_scope", refuses("missing_scope", needed="chat:write", provided=""), AGAIN, AGAIN),
    ("not_in_channel", refuses("not_in_channel"), CLOSED, CLOSED),
    ("is_archived", refuses("is_archived"), CLOSED, CLOSED),
    ("restricted_action", refuses("restricted_action"), CLOSED, CLOSED),
    ("msg_too_long", refuses("msg_too_long"), NEVER, NEVER),
    ("a new word", refuses("next_years_word"), NEVER, NEVER),
    ("no word", answers(b'{"ok": false}'), UNKNOWN, AGAIN),
    ("a number for a word", answers(b'{"ok": false, "error": 5}'), UNKNOWN, AGAIN),
    ("200 as a page", html(200), UNKNOWN, AGAIN),
    ("200 as text", answers(b"ok", "text/plain"), UNKNOWN, AGAIN),
    ("empty 200", answers(b""), UNKNOWN, AGAIN),
    ("a list", answers(b"[]"), UNKNOWN, AGAIN),
    ("half of JSON", answers(b'{"ok": true, "ts"'), UNKNOWN, AGAIN),
    ("not UTF-8", answers(b'{"ok": true, "ts": "\xff\xfe"}'), UNKNOWN, AGAIN),
    ("deep JSON", answers(b"[" * 100_000), UNKNOWN, AGAIN),
]
IDS = [row[0] for row in FAULTS]
TO_POST: dict[str, Callable[[SlackClient], Awaitable[object]]] = {
    "chat.postMessage": lambda client: client.post("C1", HELLO, "key"),
    "chat.postEphemeral": lambda client: client.whisper("C1", "UANNA", HELLO),
}
NOT_TO_POST: dict[str, Callable[[SlackClient], Awaitable[object]]] = {
    "auth.test": lambda client: client.who_am_i(),
    "chat.update": lambda client: client.update("C1", "1.2", HELLO),
    "conversations.open": lambda client: client.chat_with("UANNA"),
    "conversations.info": lambda client: client.channel("C1"),
    "users.info": lambda client: client.profile("UANNA"),
    "users.lookupByEmail": lambda client: client.user_with("anna@example.com"),
    "views.open": lambda client: client.open_form("1.2.3", FORM),
    "views.publish": lambda client: client.publish_home("UANNA", HOME),
}


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with a_fake_slack() as slack:
        slack.has(Someone("UANNA", "Anna", "anna@example.com"))
        slack.has_channel("C1", "general", "UBOT", "UANNA")
        yield slack


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def client(request: pytest.FixtureRequest, slack: FakeSlack, session: aiohttp.ClientSession) -> SlackClient:
    """Waits long, unless the test is about waiting."""
    patience = 0.3 if "too slow" in request.node.name else 10
    return SlackClient(session, slack.bot_token, base_url=slack.url, whole_seconds=patience)


@pytest.mark.parametrize(("name", "fault", "posting", "changing"), FAULTS, ids=IDS)
@pytest.mark.parametrize("method", TO_POST)
async def test_one_request_for_one_message(
    slack: FakeSlack, client: SlackClient, name: str, fault: Fault, posting: str, changing: str, method: str
) -> None:
    await client.post("C1", HELLO, "first")  # so that the connection is a kept one, as it mostly is
    slack.fails(method, fault)
    assert await outcome(TO_POST[method](client)) == posting
    assert [request.method for request in slack.requests] == ["chat.postMessage", method]
    assert len(slack.messages) + len(slack.whispers) == (2 if fault.accepts else 1)


@pytest.mark.parametrize(("name", "fault", "posting", "changing"), FAULTS, ids=IDS)
@pytest.mark.parametrize("method", NOT_TO_POST)
async def test_one_request_for_what_posts_nothing(
    slack: FakeSlack, client: SlackClient, name: str, fault: Fault, posting: str, changing: str, method: str
) -> None:
    slack.has_channel("C2", "other", "UBOT")
    await client.channel("C2")
    slack.fails(method, fault)
    assert await outcome(NOT_TO_POST[method](client)) == changing
    assert [request.method for request in slack.requests] == ["conversations.info", method]


@pytest.mark.parametrize(("name", "fault", "posting", "changing"), FAULTS, ids=IDS)
async def test_a_look_that_failed_is_no_proof_that_it_is_not_there(
    slack: FakeSlack, client: SlackClient, name: str, fault: Fault, posting: str, changing: str
) -> None:
    await client.who_am_i()
    slack.fails("conversations.history", fault)
    with pytest.raises(DeliveryError):
        await client.find("C1", "key")
    assert len(slack.asked("conversations.history")) == 1


@pytest.mark.parametrize("method", ["chat.postMessage", "conversations.info"])
async def test_the_libraries_by_themselves_would_send_it_twice(
    slack: FakeSlack, session: aiohttp.ClientSession, method: str
) -> None:
    """Why the client does not leave it to them; when this turns red, it need not take care any more."""
    by_itself = AsyncWebClient(slack.bot_token, slack.url, session=session)
    await by_itself.api_call("auth.test")
    slack.fails(method, ANSWER_DROPPED)
    if method == "chat.postMessage":
        await by_itself.chat_postMessage(channel="C1", **HELLO)
    else:
        await by_itself.conversations_info(channel="C1")
    assert len(slack.asked(method)) == 2


async def test_slack_says_how_long_to_wait(slack: FakeSlack, client: SlackClient) -> None:
    slack.fails("chat.postMessage", limited(3), limited(99_999), limited("soon"))
    waits = []
    for _ in range(3):
        with pytest.raises(DeliveryError) as slower:
            await client.post("C1", HELLO, "key")
        waits.append(slower.value.retry_after)
    assert waits == [3.0, 3600.0, None]


# The answer to a command or a press.


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (ANSWER_DROPPED, UNKNOWN),
        (RESET_BEFORE, UNKNOWN),
        (html(500), UNKNOWN),
        (limited(3), AGAIN),
        (refuses("used_url", status=404), NEVER),
        (elsewhere("http://127.0.0.1:9/"), NEVER),
    ],
)
async def test_one_request_for_one_response(slack: FakeSlack, client: SlackClient, fault: Fault, expected: str) -> None:
    address = slack.new_response_url("UANNA", "C1")
    await client.respond(address, HELLO)
    slack.fails("response_url", fault)
    assert await outcome(client.respond(address, HELLO)) == expected
    assert [request.token for request in slack.asked("response_url")] == [None, None]


# No connection: nothing was sent.


async def test_without_a_connection_it_may_be_tried_again(slack: FakeSlack, session: aiohttp.ClientSession) -> None:
    with create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    for address in (f"http://127.0.0.1:{port}/api/", slack.url.replace("http:", "https:")):
        assert await outcome(SlackClient(session, "xoxb-1", base_url=address).post("C1", HELLO, "key")) == AGAIN
    assert slack.requests == []


async def test_without_its_name_it_may_be_tried_again() -> None:
    names = Nowhere()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(resolver=names)) as session:
        with pytest.raises(DeliveryError, match="its name is not known") as gone:
            await SlackClient(session, "xoxb-1").post("C1", HELLO, "key")
    assert (gone.value.unknown, gone.value.permanent) == (False, False)
    assert names.asked == ["slack.com"]


async def test_a_bot_that_stops_sends_nothing(slack: FakeSlack) -> None:
    """slack_sdk would otherwise make a session of its own, with its own tries and redirects."""
    async with aiohttp.ClientSession() as session:
        client = SlackClient(session, slack.bot_token, base_url=slack.url)
    assert await outcome(client.post("C1", HELLO, "key")) == AGAIN
    assert slack.requests == []


async def test_waiting_for_a_connection_is_not_sending(slack: FakeSlack) -> None:
    """The only connection is taken; who waits too long for it certainly posted nothing."""
    answer = asyncio.Event()
    slack.has_channel("C2", "other", "UBOT")
    slack.fails("chat.postMessage", held(answer))
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1)) as session:
        patient = SlackClient(session, slack.bot_token, base_url=slack.url)
        hasty = SlackClient(session, slack.bot_token, base_url=slack.url, connect_seconds=0.05)
        first = asyncio.create_task(patient.post("C1", HELLO, "key"))
        await wait_until(lambda: bool(slack.messages))
        assert await outcome(hasty.post("C2", HELLO, "other")) == AGAIN
        answer.set()
        await first
    assert len(slack.requests) == 1


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
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=what\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nX: \xff\xfe\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
    ],
    ids=lambda said: said[:60].decode(errors="replace"),
)
async def test_noise_is_no_answer(session: aiohttp.ClientSession, said: bytes) -> None:
    async with speaking(said) as address:
        client = SlackClient(session, "xoxb-1", base_url=f"{address}/api/")
        assert await outcome(client.post("C1", HELLO, "key")) == UNKNOWN


async def test_after_all_that_it_still_posts(slack: FakeSlack, client: SlackClient) -> None:
    for _, fault, *_ in FAULTS:
        if not fault.seconds:
            slack.fails("chat.postMessage", fault)
            await outcome(client.post("C1", HELLO, "key"))
    assert await outcome(client.post("C1", HELLO, "last")) == DONE
