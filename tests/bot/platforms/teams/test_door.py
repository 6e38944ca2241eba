"""What would break: an activity heard unasked, a body that fills the memory, a 500 that is no bug, a log that tells."""

import asyncio
import gzip
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pytest

from bot.platforms.teams.door import DEEPEST, LARGEST_ACTIVITY, PATH, Reply
from bot.platforms.teams.gate import OpenGate, Refused
from bot.web.room_acts import LARGEST_BODY
from storage.base import StoreProblem
from tests.bot.platforms.teams.a_door import a_door, an_activity, raw


class SilentGate:
    """Admits everybody and remembers whom."""

    def __init__(self) -> None:
        self.asked: list[tuple[str | None, dict[str, Any], str | None]] = []

    async def admit(self, authorization: str | None, activity: Mapping[str, Any], *, remote: str | None) -> None:
        self.asked.append((authorization, dict(activity), remote))


class ShutGate:
    def __init__(self, status: int) -> None:
        self.status = status

    async def admit(self, authorization: str | None, activity: Mapping[str, Any], *, remote: str | None) -> None:
        raise Refused(self.status, "shut")


async def test_an_activity_is_heard_whole_and_the_reply_goes_back() -> None:
    async def listen(activity: dict[str, Any]) -> Reply:
        return Reply(202, MappingProxyType({"statusCode": 200, "value": "é"}))

    async with a_door(SilentGate(), listen) as door:
        async with door.client.post(PATH, json=an_activity(text="é")) as answer:
            assert answer.status == 202
            assert answer.content_type == "application/json"
            assert await answer.json() == {"statusCode": 200, "value": "é"}
        assert door.heard == [an_activity(text="é")]


async def test_a_reply_without_a_body_is_empty() -> None:
    async with a_door(SilentGate()) as door, door.client.post(PATH, json={}) as answer:
        assert answer.status == 200
        assert await answer.read() == b""


async def test_the_gate_is_asked_with_what_came() -> None:
    gate = SilentGate()
    async with a_door(gate) as door:
        assert await door.knock("abc") == 200
        assert await door.knock(None) == 200
        headers = [("Authorization", "Bearer abc"), ("Authorization", "Bearer def")]
        async with door.client.post(PATH, json=an_activity(), headers=headers) as answer:
            assert answer.status == 200
    assert [(authorization, remote) for authorization, _, remote in gate.asked] == [
        ("Bearer abc", "127.0.0.1"),
        (None, "127.0.0.1"),
        (None, "127.0.0.1"),  # two tokens are none: who checked the other one?
    ]
    assert gate.asked[0][1] == an_activity()


@pytest.mark.parametrize("status", [401, 403, 503])
async def test_a_refusal_is_an_empty_answer_and_nothing_is_heard(status: int) -> None:
    async with a_door(ShutGate(status)) as door:
        async with door.client.post(PATH, json=an_activity()) as answer:
            assert answer.status == status
            assert await answer.read() == b""
            assert answer.headers.get("WWW-Authenticate") == ("Bearer" if status == 401 else None)
        assert door.heard == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_there_is_one_way_in(method: str) -> None:
    async with a_door(SilentGate()) as door, door.client.request(method, PATH) as answer:
        assert answer.status == 405
        assert answer.headers["Allow"] == "POST"


def nested(levels: int) -> bytes:
    """So many levels, the activity itself included."""
    return b'{"value": ' + b"[" * (levels - 1) + b"]" * (levels - 1) + b"}"


NO_ACTIVITY = {
    "nothing": b"",
    "no json": b"type=message",
    "a list": b"[]",
    "null": b"null",
    "a number": b"5",
    "half": b'{"type": "mess',
    "not a number": b'{"value": NaN}',
    "infinite": b'{"value": 1e999}',
    "latin-1": '{"text": "é"}'.encode("latin-1"),
    "utf-16": '{"type": "message"}'.encode("utf-16"),
    "half a character": b'{"text": "\\ud800"}',
    "too deep": nested(DEEPEST + 1),
    "too deep, in turns": b'{"a": [' * 40 + b"]}" * 40,
    "a thousand deep": nested(1000),
    "a bomb": b"[" * 100_000,
    "a closed bomb": b'{"a":' * 30_000 + b"1" + b"}" * 30_000,
}


@pytest.mark.parametrize("body", NO_ACTIVITY)
async def test_what_is_no_activity_is_said_so_and_only_to_whom_the_gate_admits(body: str) -> None:
    gate = SilentGate()
    async with a_door(gate) as door:
        assert await door.knock(None, NO_ACTIVITY[body]) == 400
        assert door.heard == []
    assert gate.asked == [(None, {}, "127.0.0.1")]
    async with a_door(ShutGate(401)) as door:
        assert await door.knock(None, NO_ACTIVITY[body]) == 401


async def test_an_activity_may_be_as_deep_as_any_card() -> None:
    async with a_door(SilentGate()) as door:
        assert await door.knock(None, nested(DEEPEST)) == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/json; charset=utf-8", "application/x-www-form-urlencoded"])
async def test_the_body_counts_and_not_what_it_calls_itself(kind: str) -> None:
    async with a_door(SilentGate()) as door:
        assert await door.knock(None, an_activity(), **{"Content-Type": kind}) == 200


def of_size(size: int) -> bytes:
    return b'{"text": "' + b"a" * (size - 12) + b'"}'


async def test_the_cap_is_the_doors_own_and_not_the_rooms() -> None:
    assert LARGEST_BODY < LARGEST_ACTIVITY
    async with a_door(SilentGate()) as door:
        assert await door.knock(None, of_size(LARGEST_ACTIVITY)) == 200
        assert await door.knock(None, of_size(LARGEST_ACTIVITY + 1)) == 413
        assert await door.knock(None, of_size(2 * 1024 * 1024)) == 413
        assert len(door.heard) == 1


async def test_a_body_without_a_length_or_packed_small_is_capped_too() -> None:
    async def pieces() -> Any:
        for _ in range(100):
            yield b" " * 8192

    packed = {"Content-Encoding": "gzip"}
    async with a_door(SilentGate()) as door:
        async with door.client.post(PATH, data=pieces()) as answer:
            assert answer.status == 413
        assert await door.knock(None, gzip.compress(of_size(4_000_000)), **packed) == 413
        assert await door.knock(None, gzip.compress(json.dumps(an_activity()).encode()), **packed) == 200
        assert await door.knock(None, b"not packed at all", **packed) == 400
        assert len(door.heard) == 1


async def test_a_body_that_stops_half_way_is_never_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.teams.door.SLOWEST", 0.05)
    head = f"POST {PATH} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n".encode()
    async with a_door(SilentGate()) as door:
        reader, writer = await asyncio.open_connection(door.client.host, door.client.port)
        writer.write(head + b'{"type"')
        assert b"408" in await reader.readline()
        writer.close()
        monkeypatch.undo()
        _, gone = await asyncio.open_connection(door.client.host, door.client.port)
        gone.write(head + b'{"type"')
        await gone.drain()
        gone.close()
        await gone.wait_closed()
        assert await door.knock(None) == 200
        assert len(door.heard) == 1


@pytest.mark.parametrize(
    "problem", [StoreProblem("the disk is full"), OSError(28, "No space left on device"), TimeoutError()]
)
async def test_what_can_not_be_kept_now_is_to_come_again(problem: Exception) -> None:
    async def listen(activity: dict[str, Any]) -> Reply:
        raise problem

    async with a_door(SilentGate(), listen) as door:
        assert await door.knock(None) == 503


async def fails(activity: dict[str, Any]) -> Reply:
    try:
        raise KeyError(activity["text"])
    except KeyError as problem:
        raise ValueError(f"can't read {activity}") from problem


async def answers_no_json(activity: dict[str, Any]) -> Reply:
    return Reply(body={"value": object()})


@pytest.mark.parametrize("listen", [fails, answers_no_json])
async def test_a_bug_is_logged_with_its_place_and_without_what_was_said(
    listen: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    async with a_door(SilentGate(), listen) as door:
        assert await door.knock("the-token", an_activity(text="my salary is 12")) == 500
        assert await door.knock(None) == 500, "the next one is heard too"
    assert "the-token" not in caplog.text
    assert "salary" not in caplog.text
    if listen is fails:
        assert "test_door.py" in caplog.text
        assert "ValueError, after:" in caplog.text
        assert "KeyError" in caplog.text


async def test_the_playground_comes_in_without_a_token() -> None:
    async with a_door(OpenGate()) as door:
        for host in ("localhost", "127.0.0.1:3978", "[::1]:3978"):
            assert await door.knock(None, Host=host) == 200
        assert await door.knock(None, NO_ACTIVITY["a list"]) == 400
    assert len(door.heard) == 3


@pytest.mark.parametrize(
    "header",
    [
        {"Host": "klankbord.example"},
        {"Host": "127.0.0.1.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"X-Forwarded-For": "127.0.0.1"},
        {"X-Forwarded-Host": "klankbord.example"},
        {"Forwarded": "for=203.0.113.9"},
        {"Via": "1.1 tunnel"},
    ],
)
async def test_a_tunnel_to_this_machine_or_a_page_in_its_browser_is_not_this_machine(header: dict[str, str]) -> None:
    async with a_door(OpenGate()) as door:
        assert await door.knock(None, **header) == 403
        assert door.heard == []


async def test_a_request_that_names_no_host_is_not_of_this_machine() -> None:
    async with a_door(OpenGate()) as door:
        assert await raw(door, f"POST {PATH} HTTP/1.0\r\nContent-Length: 2\r\n\r\n{{}}".encode()) == 403
        assert door.heard == []
