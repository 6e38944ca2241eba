"""Every bad token is refused with 401 or 403 by the real app, never a 500, and none of them is ever heard."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import jwt
import pytest
from aiohttp import web
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bot.platforms.teams.door import PATH
from bot.platforms.teams.gate import OpenGate
from bot.platforms.teams.keys import OLD, PAUSE
from tests.bot.platforms.teams.a_door import (
    APP_ID,
    BITS,
    GONE,
    NOW,
    SERVICE_URL,
    Guarded,
    a_door,
    a_guarded_door,
    a_jwk,
    a_private_key,
    a_token,
    an_activity,
    b64,
    claims,
    signed,
)
from tests.waiting import wait_until

MINUTE = 60.0
FIRST = {"alg": "RS256", "typ": "JWT", "kid": "first"}


@dataclass(frozen=True)
class Knock:
    """`authorization` is the whole header, None for none."""

    status: int
    authorization: str | None
    body: Any = field(default_factory=an_activity)


def bearer(status: int, token: str | None = None, /, **activity: Any) -> Knock:
    return Knock(status, f"Bearer {token or a_token()}", an_activity(**activity))


def with_claims(status: int, **changes: Any) -> Knock:
    return bearer(status, a_token(**changes))


def with_header(**changes: Any) -> Knock:
    header = {name: value for name, value in {**FIRST, **changes}.items() if value is not GONE}
    return bearer(401, signed(header, json.dumps(claims()).encode(), a_private_key("first", BITS)))


def with_payload(payload: bytes) -> Knock:
    return bearer(401, signed(FIRST, payload, a_private_key("first", BITS)))


def unsigned(alg: str) -> Knock:
    return bearer(401, f"{b64(json.dumps({**FIRST, 'alg': alg}).encode())}.{b64(json.dumps(claims()).encode())}.")


def signed_with_the_public_key() -> Knock:
    """What everybody can read, used as a secret."""
    public = a_private_key("first", BITS).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    hmac = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256)
    start = f"{b64(json.dumps({**FIRST, 'alg': 'HS256'}).encode())}.{b64(json.dumps(claims()).encode())}"
    return bearer(401, f"{start}.{b64(hmac.sign(start.encode(), public))}")


def changed_afterwards() -> Knock:
    head, _, signature = a_token().split(".")
    return bearer(401, f"{head}.{b64(json.dumps(claims(aud='another')).encode())}.{signature}")


ROWS: dict[str, Callable[[], Knock]] = {
    "no header": lambda: Knock(401, None),
    "empty header": lambda: Knock(401, ""),
    "Bearer alone": lambda: Knock(401, "Bearer"),
    "Bearer and a space": lambda: Knock(401, "Bearer "),
    "Basic": lambda: Knock(401, "Basic YTpi"),
    "bearer, small": lambda: Knock(401, f"bearer {a_token()}"),
    "no scheme": lambda: Knock(401, a_token()),
    "another scheme": lambda: Knock(401, f"Token {a_token()}"),
    "scheme twice": lambda: Knock(401, f"Bearer Bearer {a_token()}"),
    "two spaces": lambda: Knock(401, f"Bearer  {a_token()}"),
    "two tokens": lambda: Knock(401, f"Bearer {a_token()}, Bearer {a_token()}"),
    "garbage": lambda: bearer(401, "garbage"),
    "dots": lambda: bearer(401, ".."),
    "four parts": lambda: bearer(401, a_token() + ".AAAA"),
    "no signature": lambda: bearer(401, a_token().rsplit(".", 1)[0] + "."),
    "half a signature": lambda: bearer(401, a_token()[:-20]),
    "not ascii": lambda: bearer(401, "é.é.é"),
    "alg none": lambda: unsigned("none"),
    "alg None": lambda: unsigned("None"),
    "alg empty": lambda: unsigned(""),
    "alg HS256 with the public key": signed_with_the_public_key,
    "alg RS512": lambda: bearer(401, jwt.encode(claims(), a_private_key("first", BITS), "RS512", {"kid": "first"})),
    "alg PS256": lambda: bearer(401, jwt.encode(claims(), a_private_key("first", BITS), "PS256", {"kid": "first"})),
    "alg gone": lambda: with_header(alg=GONE),
    "alg a list": lambda: with_header(alg=["RS256"]),
    "alg an object": lambda: with_header(alg={"RS256": 1}),
    "kid gone": lambda: with_header(kid=GONE),
    "kid empty": lambda: with_header(kid=""),
    "kid null": lambda: with_header(kid=None),
    "kid a list": lambda: with_header(kid=["first"]),
    "kid not listed": lambda: with_header(kid="unlisted"),
    "kid a path": lambda: with_header(kid="../../../../dev/null"),
    "unknown critical": lambda: with_header(crit=["exp"], exp=1),
    "detached payload": lambda: with_header(b64=False, crit=["b64"]),
    "header no object": lambda: bearer(401, signed([1], b"{}", a_private_key("first", BITS))),
    "header nested": lambda: bearer(401, f"{b64(b'[' * 5000)}.e30.AAAA"),
    "key in the header": lambda: with_header(kid="attacker", jwk=a_jwk("attacker"), jku="http://127.0.0.1/keys"),
    "attacker's key": lambda: bearer(401, a_token(key="attacker")),
    "changed afterwards": changed_afterwards,
    "claims no object": lambda: with_payload(b"[]"),
    "claims no json": lambda: with_payload(b"claims"),
    "claims empty": lambda: with_payload(b""),
    "exp gone": lambda: with_claims(401, exp=GONE),
    "exp null": lambda: with_claims(401, exp=None),
    "exp text": lambda: with_claims(401, exp=str(NOW + 3600)),
    "exp a list": lambda: with_claims(401, exp=[NOW + 3600]),
    "exp true": lambda: with_claims(401, exp=True),
    "exp NaN": lambda: with_claims(401, exp=float("nan")),
    "exp infinite": lambda: with_claims(401, exp=float("inf")),
    "expired 5 minutes": lambda: with_claims(401, exp=NOW - 5 * MINUTE),
    "expired 6 minutes": lambda: with_claims(401, exp=NOW - 6 * MINUTE),
    "nbf in 6 minutes": lambda: with_claims(401, nbf=NOW + 6 * MINUTE),
    "nbf text": lambda: with_claims(401, nbf="now"),
    "nbf null": lambda: with_claims(401, nbf=None),
    "iss wrong": lambda: with_claims(403, iss="https://sts.windows.net/tenant/"),
    "iss gone": lambda: with_claims(403, iss=GONE),
    "iss a list": lambda: with_claims(403, iss=["https://api.botframework.com"]),
    "iss with a slash": lambda: with_claims(403, iss="https://api.botframework.com/"),
    "aud wrong": lambda: with_claims(403, aud="99999999-1111-2222-3333-444444444444"),
    "aud gone": lambda: with_claims(403, aud=GONE),
    "aud empty": lambda: with_claims(403, aud=""),
    "aud a list": lambda: with_claims(403, aud=[APP_ID]),
    "serviceurl claim wrong": lambda: with_claims(403, serviceurl="https://evil.example/"),
    "serviceurl claim gone": lambda: with_claims(403, serviceurl=GONE),
    "serviceurl claim empty": lambda: with_claims(403, serviceurl=""),
    "serviceurl claim a list": lambda: with_claims(403, serviceurl=[SERVICE_URL]),
    "two serviceurl claims": lambda: with_claims(403, serviceUrl="https://evil.example/"),
    "serviceUrl differs": lambda: bearer(403, serviceUrl="https://evil.example/"),
    "serviceUrl in capitals": lambda: bearer(403, serviceUrl=SERVICE_URL.upper()),
    "serviceUrl longer": lambda: bearer(403, serviceUrl=SERVICE_URL + "v3"),
    "serviceUrl gone": lambda: bearer(403, serviceUrl=GONE),
    "serviceUrl null": lambda: bearer(403, serviceUrl=None),
    "serviceUrl a list": lambda: bearer(403, serviceUrl=[SERVICE_URL]),
    "serviceUrl an object": lambda: bearer(403, serviceUrl={"url": SERVICE_URL}),
    "serviceUrl and claim both empty": lambda: bearer(403, a_token(serviceurl=""), serviceUrl=""),
    "serviceUrl and claim both gone": lambda: bearer(403, a_token(serviceurl=GONE), serviceUrl=GONE),
    "serviceUrl and claim both null": lambda: bearer(403, a_token(serviceurl=None), serviceUrl=None),
    "channelId gone": lambda: bearer(403, channelId=GONE),
    "channelId null": lambda: bearer(403, channelId=None),
    "channelId empty": lambda: bearer(403, channelId=""),
    "channelId a list": lambda: bearer(403, channelId=["msteams"]),
    "channelId an object": lambda: bearer(403, channelId={}),
    "channelId not endorsed": lambda: bearer(403, channelId="webchat"),
    "key of another channel": lambda: bearer(403, a_token(key="webchat", kid="webchat")),
    "key of no channel": lambda: bearer(403, a_token(key="nobody", kid="nobody")),
    "not json": lambda: Knock(401, None, b"not json"),
    "not json, bad token": lambda: Knock(401, "Bearer garbage", b"not json"),
    "not json, good token": lambda: Knock(403, f"Bearer {a_token()}", b"not json"),
    "a list, good token": lambda: Knock(403, f"Bearer {a_token()}", b"[]"),
    "null, good token": lambda: Knock(403, f"Bearer {a_token()}", b"null"),
    "nothing, good token": lambda: Knock(403, f"Bearer {a_token()}", b""),
    "NaN, good token": lambda: Knock(403, f"Bearer {a_token()}", b'{"value": NaN}'),
    "100k nesting, good token": lambda: Knock(403, f"Bearer {a_token()}", b"[" * 100_000),
    "100k nesting, no token": lambda: Knock(401, None, b"[" * 100_000),
    "2 MiB": lambda: Knock(413, f"Bearer {a_token()}", b" " * 2 * 1024 * 1024),
}

ADMITTED: dict[str, Callable[[], Knock]] = {
    "valid": lambda: bearer(200),
    "expired 4 minutes": lambda: with_claims(200, exp=NOW - 4 * MINUTE),
    "nbf in 4 minutes": lambda: with_claims(200, nbf=NOW + 4 * MINUTE),
    "nbf gone": lambda: with_claims(200, nbf=GONE),
    "unknown fields": lambda: bearer(200, entities=[{"type": 5}], channelData=[], **{"from": 5}),
}


async def knock(door: Guarded, row: Knock) -> int:
    headers = {} if row.authorization is None else {"Authorization": row.authorization}
    return await door.knock(None, row.body, **headers)


@pytest.mark.parametrize("row", ROWS)
async def test_what_is_wrong_is_refused_and_never_heard(row: str) -> None:
    wrong = ROWS[row]()
    async with a_guarded_door() as door:
        door.server.listed += [a_jwk("webchat", endorsements=["webchat"]), a_jwk("nobody", endorsements=GONE)]
        assert await door.knock(a_token()) == 200, "the door is open at all"
        assert await knock(door, wrong) == wrong.status
        assert len(door.heard) == 1


@pytest.mark.parametrize("row", ADMITTED)
async def test_what_is_right_is_heard_every_time(row: str) -> None:
    right = ADMITTED[row]()
    async with a_guarded_door() as door:
        assert [await knock(door, right), await knock(door, right)] == [200, 200]
        assert door.heard == [right.body, right.body]


async def test_a_rotated_key_comes_in_at_once_when_the_cache_is_old_and_in_five_minutes_when_it_is_new() -> None:
    async with a_guarded_door() as door:
        assert await door.knock(a_token()) == 200
        door.server.listed = [a_jwk("second")]
        rotated = a_token(key="second", kid="second")
        assert await door.knock(rotated) == 401, "fetched a moment ago"
        door.seconds.now += PAUSE
        assert await door.knock(rotated) == 200
        assert await door.knock(a_token()) == 401, "the old key is not listed any more"
        door.server.listed = [a_jwk("third")]
        door.seconds.now += OLD + 3600
        assert await door.knock(a_token(key="third", kid="third")) == 200
    assert len(door.heard) == 3


async def fail_when_released(door: Guarded, _: web.Request) -> web.StreamResponse:
    await door.server.released.wait()
    raise web.HTTPInternalServerError


async def test_without_a_key_it_is_to_come_again_and_known_ones_go_on() -> None:
    async with a_guarded_door() as door:
        door.server.instead["/keys"] = partial(fail_when_released, door)
        first = asyncio.create_task(door.knock(a_token()))
        await wait_until(lambda: "/keys" in door.server.asked)
        async with door.client.get("/healthz") as health:
            assert health.status == 200
        assert not first.done(), "it was answered while somebody waits for a key"
        door.server.released.set()
        assert await first == 503
        assert await door.knock(a_token(kid="made-up")) == 503
        assert await door.knock(None) == 401, "who brings no token needs no key"
        assert door.heard == []


async def test_when_the_key_server_is_down_known_keys_go_on() -> None:
    async with a_guarded_door() as door:
        assert await door.knock(a_token()) == 200
        await door.server.server.close()
        door.seconds.now += 3 * OLD
        assert await door.knock(a_token()) == 200
        assert await door.knock(a_token(kid="made-up")) == 401
    assert len(door.heard) == 2


async def test_a_token_does_not_open_what_is_open_to_this_machine_only() -> None:
    async with a_door(OpenGate()) as door:
        async with door.client.post(PATH, json=an_activity(), headers={"Host": "klankbord.example"}) as answer:
            assert answer.status == 403
        assert door.heard == []
