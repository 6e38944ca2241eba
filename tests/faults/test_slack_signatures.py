"""What would break: what Slack did not sign, or not just now, is heard, is answered with 500, or stands in a log."""

import json
from dataclasses import replace
from typing import Any

import pytest

from storage.tables import INBOX, SEATS
from tests.bot.platforms.slack.a_call import ANNA, Called, a_call
from tests.bot.platforms.slack.a_door import NOW, SECRET, a_door, an_event, signature, signed
from tests.fake_slack.delivering import Tampering
from tests.fake_slack.state import Sending

MARK = "marker that must never be seen in a log"
EVENT = {"type": "app_mention", "user": "UANNA", "channel": "C1", "ts": "1.1", "text": MARK}
TOLD = json.dumps(an_event(EVENT)).encode()
RIGHT = signed(TOLD)
TIME, SIGNED = "X-Slack-Request-Timestamp", "X-Slack-Signature"


def at(timestamp: str) -> dict[str, str]:
    """Rightly signed, for whatever time is said."""
    return {TIME: timestamp, SIGNED: signature(TOLD, timestamp)}


REFUSED: dict[str, dict[str, str]] = {
    "nothing": {},
    "no signature": {TIME: RIGHT[TIME]},
    "no time": {SIGNED: RIGHT[SIGNED]},
    "empty signature": {**RIGHT, SIGNED: ""},
    "empty time": {**RIGHT, TIME: ""},
    "wrong secret": signed(TOLD, secret="another secret"),
    "an empty secret": signed(TOLD, secret=""),
    "signature of another body": signed(b"{}"),
    "no version": {**RIGHT, SIGNED: RIGHT[SIGNED].removeprefix("v0=")},
    "another version": {**RIGHT, SIGNED: RIGHT[SIGNED].replace("v0=", "v1=")},
    "in capitals": {**RIGHT, SIGNED: RIGHT[SIGNED].upper()},
    "cut short": {**RIGHT, SIGNED: RIGHT[SIGNED][:-1]},
    "not ASCII": {**RIGHT, SIGNED: "v0=é"},
    "an emoji": {**RIGHT, SIGNED: "v0=😀"},
    "another time": {**RIGHT, TIME: str(int(NOW) + 1)},
    "301 s old": signed(TOLD, at=NOW - 301),
    "301 s ahead": signed(TOLD, at=NOW + 301),
    "an hour old": signed(TOLD, at=NOW - 3600),
    "of 1970": at("0"),
    "before 1970": at(f"-{int(NOW)}"),
    "a word": at("abc"),
    "a fraction": at(f"{NOW}"),
    "infinite": at("inf"),
    "not a number": at("nan"),
    "hexadecimal": at(hex(int(NOW))),
    "endless": at("9" * 5000),
    "too great for a float": at("9" * 400),
}


@pytest.mark.parametrize("case", REFUSED)
async def test_what_is_not_rightly_signed_is_refused_and_not_told_on(
    case: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    async with a_door() as door:
        assert await door.knock(TOLD, REFUSED[case]) == (401, b"")
        assert door.heard == []
    assert MARK not in caplog.text
    assert SECRET not in caplog.text
    assert all(value not in caplog.text for value in (RIGHT[SIGNED], REFUSED[case].get(SIGNED) or RIGHT[SIGNED]))


@pytest.mark.parametrize("seconds", [-300, -299, 0, 299, 300])
async def test_five_minutes_either_way_are_slack_s(seconds: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    async with a_door() as door:
        assert await door.knock(TOLD, signed(TOLD, at=NOW + seconds)) == (200, b"")
        assert len(door.heard) == 1
    assert MARK not in caplog.text


async def test_a_changed_body_is_refused() -> None:
    async with a_door() as door:
        for changed in (TOLD + b" ", TOLD.replace(b"T1", b"T2"), b"", TOLD + b"\xff"):
            assert await door.knock(changed, RIGHT) == (401, b"")
        assert door.heard == []


@pytest.mark.parametrize("name", [TIME, SIGNED])
async def test_two_of_a_header_are_none(name: str) -> None:
    async with a_door() as door:
        headers = [*RIGHT.items(), (name, RIGHT[name])]
        async with door.client.post("/slack/events", data=TOLD, headers=headers) as answer:
            assert answer.status == 401
        assert door.heard == []


async def test_the_signature_counts_for_bytes_and_not_for_what_they_call_themselves() -> None:
    async with a_door() as door:
        assert (await door.knock(TOLD, {**RIGHT, "Content-Type": "text/plain"}))[0] == 200
        body = b'{"type": "\xff"}'
        assert (await door.knock(body, signed(body)))[0] == 401, "not UTF-8, so Slack did not sign it"


# The whole bot behind the door.

WRONG: dict[str, Tampering] = {
    "secret": Tampering(secret="another secret"),
    "old": Tampering(signed_at=1_000_000_000.0),
    "body": Tampering(body=b"team_id=T1&user_id=UJORIS&command=/klankbord&text=join&trigger_id=9"),
    "no signature": Tampering(headers={SIGNED: None}),
    "a word for a time": Tampering(headers={TIME: "abc"}),
    "not ASCII": Tampering(headers={SIGNED: "v0=é"}),
}


def a_command(call: Called) -> Sending:
    fields = {"team_id": "T1", "user_id": "UANNA", "user_name": "anna", "channel_id": "C1", "channel_name": "sales"}
    return Sending("commands", {**fields, "command": "/klankbord", "text": "join", "trigger_id": "7"})


@pytest.mark.parametrize("case", WRONG)
async def test_nothing_comes_of_what_is_not_signed(case: str) -> None:
    async with a_call() as call:
        [reply] = await call.slack.deliver(a_command(call), tampering=WRONG[case])
        assert (reply.status, reply.body) == (401, None)
        assert (await call.seated(), await call.kept(INBOX), call.slack.requests) == ([], {}, [])


async def test_a_replay_does_nothing_twice() -> None:
    async with a_call() as call:
        replies = await call.slack.deliver(a_command(call), times=3)
        assert [reply.status for reply in replies] == [200, 200, 200]
        assert [bool(reply.body) for reply in replies] == [True, False, False]
        assert await call.seated() == [ANNA]
        before = await call.kept(SEATS)
        event: dict[str, Any] = {**an_event(), "event": {**an_event()["event"], "text": "leave"}}
        await call.slack.deliver(Sending("events", event), times=2)
        after = await call.kept(SEATS)
        assert after != before
        again = replace(a_command(call), payload={**a_command(call).payload, "trigger_id": "8"})
        await call.slack.deliver(again)
        await call.slack.deliver(Sending("events", event), repeat=True)
        assert await call.seated() == [ANNA], "the old event does not take them out again"
