"""What would break: something heard that Slack did not send, a body that fills the memory, a 500 that is no bug."""

import asyncio
import json
from typing import Any

import pytest
from aiohttp import web

from bot.platforms.slack.answering import Reply
from bot.platforms.slack.door import LARGEST_BODY, PATH, add_door, told_in
from bot.platforms.slack.received import Received
from bot.web.room_acts import LARGEST_BODY as LARGEST_OF_THE_ROOM
from storage.base import StoreProblem
from tests.bot.platforms.slack.a_door import NOW, a_bolt, a_command, a_door, an_event, as_form


async def test_what_is_signed_is_heard_and_the_reply_goes_back() -> None:
    async def listen(received: Received) -> Reply:
        return Reply(body={"text": "é"}) if received.kind == "command" else Reply()

    async with a_door(listen) as door:
        assert await door.knock(an_event()) == (200, b"")
        status, body = await door.knock(as_form(a_command("wish é")))
        assert (status, json.loads(body)) == (200, {"text": "é"})
        assert [(heard.kind, heard.text) for heard in door.heard] == [
            ("mention", "<@UBOT> join"),
            ("command", "wish é"),
        ]


async def test_a_command_with_the_word_payload_in_it_is_heard_whole() -> None:
    """Bolt's own reading of a form would lose it."""
    async with a_door() as door:
        for text in ("wish a payload in CRM", 'wish payload={"a":1}', "payload"):
            assert (await door.knock(as_form(a_command(text))))[0] == 200
        assert [heard.text for heard in door.heard] == ["wish a payload in CRM", 'wish payload={"a":1}', "payload"]


async def test_the_challenge_is_answered_only_when_it_is_signed() -> None:
    async with a_door() as door:
        asked = {"type": "url_verification", "challenge": "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"}
        status, body = await door.knock(asked)
        assert (status, json.loads(body)) == (200, {"challenge": asked["challenge"]})
        status, body = await door.knock(asked, {})
        assert (status, body) == (401, b"")


async def test_the_check_of_the_certificate_is_answered() -> None:
    async with a_door() as door:
        assert (await door.knock(b"ssl_check=1&token=x"))[0] == 200


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_there_is_one_way_in(method: str) -> None:
    async with a_door() as door, door.client.request(method, PATH) as answer:
        assert answer.status == 405


UNREADABLE = {
    "nothing": b"",
    "half": b'{"type": "event',
    "not a number": b'{"type": NaN}',
    "a form of no json": b"payload=%7B",
    "a form of a list": b"payload=%5B%5D",
    "a form of null": b"payload=null",
    "too many fields": b"&".join(b"f%d=1" % number for number in range(1000)),
    "a bomb": b'{"a":' * 30_000 + b"1" + b"}" * 30_000,
}


@pytest.mark.parametrize("body", UNREADABLE)
async def test_signed_and_unreadable_is_said_so_and_is_no_failure_of_ours(body: str) -> None:
    async with a_door() as door:
        assert await door.knock(UNREADABLE[body]) == (400, b"")
        assert (await door.knock(UNREADABLE[body], {}))[0] == 401, "a stranger learns nothing of what we can read"
        assert door.heard == []


ODD: dict[str, Any] = {
    "unknown type": {"type": "tokens_revoked"},
    "no type": {"a": 1},
    "no event": {"type": "event_callback"},
    "event is text": an_event(event="x"),  # type: ignore[arg-type]
    "type is a list": an_event({"type": ["app_mention"]}),
    "unknown event": an_event({"type": "pin_added"}),
    "team is a number": an_event(team_id=5),
    "authorizations is text": an_event(authorizations="x"),
    "authorizations is deep": an_event(authorizations=[{"authorizations": [{"authorizations": [5]}]}]),
    "enterprise is a list": an_event(enterprise=[1]),
    "team is a list": an_event(team=[1]),
    "user is a list": an_event(user=[1]),
    "response urls": an_event(response_urls=5),
    "no actions": {"type": "block_actions", "actions": []},
    "odd actions": {"type": "block_actions", "actions": [5], "user": 5, "team": "x"},
    "view is text": {"type": "view_submission", "view": "x"},
    "shortcut": {"type": "shortcut", "callback_id": "x"},
    "command is a list": {"command": ["/klankbord"]},
}


@pytest.mark.parametrize("body", ODD)
async def test_what_we_do_not_know_is_taken_and_left(body: str) -> None:
    async with a_door() as door:
        assert await door.knock(ODD[body]) == (200, b"")
        assert (await door.knock(as_form({"payload": json.dumps(ODD[body])})))[0] == 200


def of_size(size: int) -> bytes:
    return b'{"text": "' + b"a" * (size - 12) + b'"}'


async def test_the_cap_is_the_doors_own_and_not_the_rooms() -> None:
    assert LARGEST_OF_THE_ROOM < LARGEST_BODY
    async with a_door() as door:
        assert (await door.knock(of_size(LARGEST_BODY)))[0] == 200
        assert (await door.knock(of_size(LARGEST_BODY + 1)))[0] == 413
        assert (await door.knock(of_size(LARGEST_BODY + 1), {}))[0] == 413


async def test_a_body_that_stops_half_way_is_never_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.slack.door.SLOWEST", 0.05)
    async with a_door() as door:
        reader, writer = await asyncio.open_connection(door.client.host, door.client.port)
        writer.write(f"POST {PATH} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n".encode() + b'{"type"')
        assert b"408" in await reader.readline()
        writer.close()
        assert door.heard == []


@pytest.mark.parametrize("problem", [StoreProblem("the disk is full"), OSError(28, "No space left"), TimeoutError()])
async def test_what_can_not_be_kept_now_is_to_come_again(problem: Exception) -> None:
    async def listen(_: Received) -> Reply:
        raise problem

    async with a_door(listen) as door:
        assert (await door.knock(an_event()))[0] == 503
        assert (await door.knock(as_form(a_command())))[0] == 503


async def test_a_bug_is_logged_with_its_place_and_without_what_was_said(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")

    async def listen(received: Received) -> Reply:
        raise ValueError(f"can't read {received.text}")

    async with a_door(listen) as door:
        assert await door.knock(as_form(a_command("my salary is 12"))) == (500, b"")
        assert (await door.knock(an_event()))[0] == 500, "the next one is heard too"
    assert "salary" not in caplog.text
    assert "test_door.py" in caplog.text
    assert "ValueError" in caplog.text


@pytest.mark.parametrize("secret", ["", "  "])
def test_without_a_secret_there_is_no_door(secret: str) -> None:
    async def nobody(_: Received) -> Reply:
        return Reply()

    with pytest.raises(ValueError, match="signing_secret"):
        add_door(web.Application(), a_bolt(nobody), signing_secret=secret, wall=lambda: NOW)


def test_a_form_and_json_are_read_alike() -> None:
    assert told_in(b'{"a": "b"}') == told_in(b"payload=%7B%22a%22%3A%22b%22%7D") == told_in(b"a=b") == {"a": "b"}
