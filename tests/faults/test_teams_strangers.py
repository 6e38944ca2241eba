"""Whatever strangers send to Teams' door, alone or by the hundred: refused, never heard, nothing of it in the log."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.platforms.teams.door import PATH
from tests.bot.platforms.teams.a_door import (
    BITS,
    Guarded,
    a_guarded_door,
    a_private_key,
    a_token,
    an_activity,
    b64,
    claims,
    raw,
    signed,
)


async def test_a_hundred_strangers_at_once_cause_one_fetch() -> None:
    async with a_guarded_door() as door:
        strangers = (door.knock(a_token(key="attacker", kid=f"made-up-{number}")) for number in range(100))
        assert set(await asyncio.gather(*strangers)) == {401}
        assert door.server.fetches == 1
        assert door.heard == []


# What a client may put into a header; the web server itself answers 400 to the rest.
HEADERS = st.one_of(
    st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_characters="\x7f"), max_size=60),
    st.tuples(*[st.binary(max_size=60).map(b64)] * 3).map(lambda parts: f"Bearer {'.'.join(parts)}"),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["alg", "kid", "b64"]), inner),
        max_leaves=6,
    ).map(lambda header: f"Bearer {signed(header, json.dumps(claims()).encode(), a_private_key('attacker', BITS))}"),
)
# Theirs and well signed, so that only its claims and the body decide; none of these fits the other.
CHANGES: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    st.sampled_from(["iss", "aud", "exp", "nbf"]),
    st.none() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=8) | st.lists(st.integers(), max_size=2),
)
CLAIMS = CHANGES.map(lambda changes: f"Bearer {a_token(serviceurl='https://nowhere.example/', **changes)}")
BODIES = st.one_of(
    st.binary(max_size=200),
    st.just(json.dumps(an_activity()).encode()),
    st.dictionaries(
        st.sampled_from(["serviceUrl", "channelId", "type"]),
        st.none() | st.integers() | st.just("msteams") | st.text(max_size=8) | st.lists(st.text(max_size=3)),
    ).map(lambda activity: json.dumps(activity).encode()),
)


@pytest.fixture
def runner_and_door() -> Iterator[tuple[asyncio.Runner, Guarded]]:
    """One loop and one door for all examples."""
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        yield runner, runner.run(stack.enter_async_context(a_guarded_door()))
        runner.run(stack.aclose())


@given(authorization=HEADERS | CLAIMS, body=BODIES)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_stands_in_the_header_and_the_body_nobody_gets_in(
    runner_and_door: tuple[asyncio.Runner, Guarded], authorization: str, body: bytes
) -> None:
    runner, door = runner_and_door
    assert runner.run(door.knock(None, body, Authorization=authorization)) in (401, 403)
    assert door.heard == []


@pytest.mark.parametrize(
    "value",
    [b"Bearer \xff\xfe", b"Bearer \x80.\x80.\x80", b"Bearer a.b\x01c.d", b"Bearer \x00", b"Bearer " + b"a" * 9000],
)
async def test_bytes_that_no_header_may_have_are_no_trouble_either(value: bytes) -> None:
    async with a_guarded_door() as door:
        head = f"POST {PATH} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nAuthorization: ".encode()
        assert await raw(door, head + value + b"\r\n\r\n{}") in (400, 401)
        assert door.heard == []


async def test_nothing_of_a_token_a_claim_or_a_body_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    marks = "a-secret-claim", "a-secret-sentence", "a-secret-kid", "a-secret-scheme"
    token = a_token(iss=marks[0])
    async with a_guarded_door() as door:
        for tried in (token, a_token(kid=marks[2]), a_token(), f"{token}.x", marks[3], marks[3] * 3000):
            await door.knock(tried, an_activity(text=marks[1]))
            await door.knock(tried, marks[1].encode())
            await door.knock(None, Authorization=f"{marks[3]} {tried}"[:8000])
        head = f"POST {PATH} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n"
        assert await raw(door, f"{head}X: {marks[3]}\x01\r\n\r\n".encode()) == 400
        assert await raw(door, f"{head}Transfer-Encoding: chunked\r\n\r\n{marks[1]}\r\n".encode()) == 400
    for said in ("Refused with 403", "Refused with 401", "LineTooLong"):
        assert said in caplog.text
    for secret in (*marks, *token.split("."), *a_token().split(".")):
        assert secret not in caplog.text
