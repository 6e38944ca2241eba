"""What would break: a clock of its own, a claim that may be missing, an app id that is empty, a reason that tells."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot.platforms.teams.gate import LEEWAY, OpenGate, Refused, TokenGate, is_this_machine
from bot.platforms.teams.keys import PAUSE
from tests.bot.platforms.teams.a_door import (
    APP_ID,
    GONE,
    NOW,
    SERVICE_URL,
    Clock,
    KeyServer,
    a_jwk,
    a_token,
    an_activity,
    some_keys,
)

WEBCHAT = "https://webchat.example/"


@asynccontextmanager
async def a_gate(wall: Clock | None = None) -> AsyncIterator[TokenGate]:
    async with KeyServer().serving() as server, some_keys(server, Clock(0.0)) as keys:
        server.listed.append(a_jwk("second", endorsements=["webchat"]))
        yield TokenGate(app_id=APP_ID, keys=keys, wall=wall or Clock(NOW))


async def refusal(gate: TokenGate, token: str, activity: dict[str, Any] | None = None) -> tuple[int, str] | None:
    """None when it was admitted."""
    try:
        await gate.admit(f"Bearer {token}", activity or an_activity(), remote=None)
    except Refused as refused:
        return refused.status, refused.reason
    return None


async def test_a_token_of_theirs_for_this_bot_and_this_activity_comes_in() -> None:
    async with a_gate() as gate:
        assert await refusal(gate, a_token()) is None
        webchat = a_token(key="second", kid="second", serviceurl=WEBCHAT)
        assert await refusal(gate, webchat, an_activity(channelId="webchat", serviceUrl=WEBCHAT)) is None


@pytest.mark.parametrize(
    ("seconds", "admitted"), [(-LEEWAY - 61, False), (-LEEWAY - 60, True), (LEEWAY - 1, True), (LEEWAY, False)]
)
async def test_a_token_holds_from_and_until_its_times_by_our_clock_and_five_minutes(
    seconds: float, admitted: bool
) -> None:
    wall = Clock(NOW)
    async with a_gate(wall) as gate:
        token = a_token(nbf=NOW - 60, exp=NOW)
        wall.now += seconds
        assert (await refusal(gate, token) is None) == admitted


async def test_the_same_token_is_judged_anew_every_time() -> None:
    wall = Clock(NOW)
    async with a_gate(wall) as gate:
        token = a_token()
        assert await refusal(gate, token) is None
        assert await refusal(gate, token, an_activity(serviceUrl=WEBCHAT)) == (403, "for another serviceUrl")
        wall.now += 3600 + LEEWAY
        assert await refusal(gate, token) == (401, "expired")


async def test_a_signature_counts_no_longer_than_its_key() -> None:
    seconds = Clock(0.0)
    async with KeyServer().serving() as server, some_keys(server, seconds) as keys:
        gate = TokenGate(app_id=APP_ID, keys=keys, wall=Clock(NOW))
        token = a_token()
        assert await refusal(gate, token) is None
        server.listed = [a_jwk("second", kid="first")]
        seconds.now += PAUSE
        await keys.find("made-up")
        assert await refusal(gate, token) == (401, "not signed by its key")
        server.listed = [a_jwk("second")]
        seconds.now += PAUSE
        await keys.find("made-up")
        assert await refusal(gate, token) == (401, "signed with a key that is not listed")


async def test_what_is_remembered_is_bounded_right_and_never_a_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.teams.gate.MOST_REMEMBERED", 2)
    tokens = [a_token(jti=str(number)) for number in range(4)]
    async with a_gate() as gate:
        for token in (*tokens[:2], tokens[0], tokens[2], a_token(key="second"), tokens[0]):
            await refusal(gate, token)
        assert [signed.claims["jti"] for signed in gate._remembered.values()] == ["2", "0"]
        kept = repr(gate._remembered)
        assert not any(part in kept for token in tokens for part in token.split("."))
        assert await refusal(gate, tokens[3]) is None


@pytest.mark.parametrize("claimed", [SERVICE_URL, SERVICE_URL.removesuffix("/")])
@pytest.mark.parametrize("named", [SERVICE_URL, SERVICE_URL.removesuffix("/")])
async def test_a_slash_at_the_end_makes_no_other_address(claimed: str, named: str) -> None:
    async with a_gate() as gate:
        assert await refusal(gate, a_token(serviceurl=claimed), an_activity(serviceUrl=named)) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"serviceurl": GONE, "serviceUrl": SERVICE_URL},
        {"serviceurl": SERVICE_URL, "serviceUrl": SERVICE_URL},
        {"nbf": GONE},
        {"exp": NOW + 0.5},
    ],
    ids=["as their document writes it", "both", "no start", "a fraction"],
)
async def test_what_their_document_allows_comes_in(changes: dict[str, Any]) -> None:
    async with a_gate() as gate:
        assert await refusal(gate, a_token(**changes)) is None


@pytest.mark.parametrize(
    ("token", "activity", "refused"),
    [
        (a_token(exp=GONE), {}, (401, "no time until or from which it holds")),
        (a_token(exp=True), {}, (401, "no time until or from which it holds")),
        (a_token(kid="other"), {}, (401, "signed with a key that is not listed")),
        (a_token(iss="https://sts.windows.net/"), {}, (403, "another issuer")),
        (a_token(aud=[APP_ID]), {}, (403, "for another bot")),
        (a_token(aud=APP_ID.upper() + " "), {}, (403, "for another bot")),
        (a_token(key="second", kid="second"), {}, (403, "its key may not speak for this channel")),
        (a_token(), {"channelId": GONE}, (403, "its key may not speak for this channel")),
        (a_token(), {"serviceUrl": ""}, (403, "the activity names no serviceUrl")),
        (a_token(serviceurl=""), {"serviceUrl": "/"}, (403, "the activity names no serviceUrl")),
        (a_token(serviceurl="/"), {}, (403, "for another serviceUrl")),
        (a_token(serviceUrl=WEBCHAT), {}, (403, "for another serviceUrl")),
        (a_token(serviceurl=SERVICE_URL + "/"), {}, (403, "for another serviceUrl")),
    ],
)
async def test_a_refusal_says_why_in_the_log_and_only_there(
    token: str, activity: dict[str, Any], refused: tuple[int, str]
) -> None:
    async with a_gate() as gate:
        assert await refusal(gate, token, an_activity(**activity)) == refused


@pytest.mark.parametrize("app_id", ["", " ", "\n"])
async def test_a_gate_without_an_app_id_is_not_built(app_id: str) -> None:
    async with KeyServer().serving() as server, some_keys(server, Clock(0.0)) as keys:
        with pytest.raises(ValueError, match="app id"):
            TokenGate(app_id=app_id, keys=keys, wall=Clock(NOW))


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])
async def test_the_open_gate_admits_this_machine(address: str) -> None:
    assert is_this_machine(address)
    await OpenGate().admit(None, {}, remote=address)


@pytest.mark.parametrize(
    "address", [None, "", "localhost", "10.0.0.5", "203.0.113.9", "::", "::ffff:10.0.0.5", "127.0.0.1.example"]
)
async def test_the_open_gate_admits_nobody_else_whatever_token_they_bring(address: str | None) -> None:
    assert not is_this_machine(address)
    with pytest.raises(Refused) as refused:
        await OpenGate().admit(f"Bearer {a_token()}", an_activity(), remote=address)
    assert refused.value.status == 403
