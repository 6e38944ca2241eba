"""The real door in the real app, and a key server on loopback that counts who asks and answers what a test plants."""

import asyncio
import json
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import Any

import jwt
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.platforms.teams.door import PATH, Listen, Reply, add_door
from bot.platforms.teams.gate import ISSUER, Gate, TokenGate
from bot.platforms.teams.keys import Keys
from bot.web.app import make_app
from tests.bot.web.a_room import a_room

APP_ID = "00000000-1111-2222-3333-444444444444"
SERVICE_URL = "https://smba.example/emea/"
NOW = 1_800_000_000.0
BITS = 2048
GONE = object()  # a claim, a header or a field that is left out

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@cache
def a_private_key(name: str, bits: int) -> rsa.RSAPrivateKey:
    """Made once; making one takes longer than any test here."""
    return rsa.generate_private_key(65537, bits)


def a_jwk(name: str, *, bits: int = BITS, **changes: Any) -> dict[str, Any]:
    public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(a_private_key(name, bits).public_key()))
    entry = {"kty": "RSA", "use": "sig", "kid": name, "n": public["n"], "e": public["e"], "endorsements": ["msteams"]}
    return present({**entry, **changes})


def present(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not GONE}


def an_activity(**changes: Any) -> dict[str, Any]:
    return present({"type": "message", "channelId": "msteams", "serviceUrl": SERVICE_URL, "text": "join", **changes})


def claims(**changes: Any) -> dict[str, Any]:
    times = {"nbf": NOW - 60, "exp": NOW + 3600}
    return present({"iss": ISSUER, "aud": APP_ID, "serviceurl": SERVICE_URL, **times, **changes})


def a_token(*, key: str = "first", kid: Any = "first", **changes: Any) -> str:
    """`key` signs it, `kid` is what it says about that; the rest changes its claims."""
    header = present({"alg": "RS256", "typ": "JWT", "kid": kid})
    return signed(header, json.dumps(claims(**changes)).encode(), a_private_key(key, BITS))


def signed(header: Any, payload: bytes, key: rsa.RSAPrivateKey) -> str:
    """By hand, for PyJWT would not sign what is not right."""
    unsigned = f"{b64(json.dumps(header).encode())}.{b64(payload)}"
    signature = jwt.algorithms.RSAAlgorithm(jwt.algorithms.RSAAlgorithm.SHA256).sign(unsigned.encode(), key)
    return f"{unsigned}.{b64(signature)}"


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


@dataclass
class Clock:
    now: float

    def __call__(self) -> float:
        return self.now


@dataclass
class KeyServer:
    """`instead` answers in place of the page of that path; `released` ends every answer that hangs."""

    listed: list[Any] = field(default_factory=lambda: [a_jwk("first")])
    instead: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    released: asyncio.Event = field(default_factory=asyncio.Event)
    server: TestServer = field(init=False)

    @property
    def url(self) -> str:
        return str(self.server.make_url("/openid"))

    @property
    def fetches(self) -> int:
        return self.asked.count("/openid")

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request.path)
        if request.path in self.instead:
            return await self.instead[request.path](request)
        if request.path == "/openid":
            return web.json_response({"issuer": ISSUER, "jwks_uri": str(self.server.make_url("/keys"))})
        return web.json_response({"keys": self.listed})

    async def hang(self, request: web.Request) -> web.StreamResponse:
        await self.released.wait()
        return web.json_response({"keys": self.listed, "jwks_uri": str(self.server.make_url("/keys"))})

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["KeyServer"]:
        app = web.Application()
        app.router.add_get("/{path:.*}", self.answer)
        self.server = TestServer(app)
        async with self.server:
            try:
                yield self
            finally:
                self.released.set()


@dataclass
class Door:
    client: TestClient[Any, Any]
    heard: list[dict[str, Any]]

    async def knock(self, token: str | None, body: Any = None, **headers: str) -> int:
        """The status of a POST with this token; `body` is an activity, or bytes to be sent as they are."""
        body = an_activity() if body is None else body
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        data = BytesIO(sent)
        known = {"Authorization": f"Bearer {token}"} if token is not None else {}
        async with self.client.post(PATH, data=data, headers={**known, **headers}) as answer:
            await answer.read()
            return answer.status


async def raw(door: Door, request: bytes) -> int:
    """The status of what no client would send."""
    reader, writer = await asyncio.open_connection(door.client.host, door.client.port)
    writer.write(request)
    status = int((await reader.readline()).split()[1])
    writer.close()
    await writer.wait_closed()
    return status


@asynccontextmanager
async def a_door(gate: Gate, listen: Listen | None = None) -> AsyncIterator[Door]:
    """`heard` is what came through the gate; `listen` then says what is answered."""
    heard: list[dict[str, Any]] = []

    async def hear(activity: dict[str, Any]) -> Reply:
        heard.append(activity)
        return await listen(activity) if listen else Reply()

    app = make_app(a_room().ctx)
    add_door(app, gate=gate, listen=hear)
    async with TestClient(TestServer(app)) as client:
        yield Door(client, heard)


@dataclass
class Guarded(Door):
    """A door with a token gate, its key server, and its clocks."""

    server: KeyServer
    keys: Keys
    wall: Clock
    seconds: Clock


@asynccontextmanager
async def some_keys(server: KeyServer, seconds: Clock, **changes: Any) -> AsyncIterator[Keys]:
    async with ClientSession() as session:
        keys = Keys(session, seconds=seconds, **{"metadata_url": server.url, **changes})
        yield keys
        await keys.close()


@asynccontextmanager
async def a_guarded_door(listen: Listen | None = None, **changes: Any) -> AsyncIterator[Guarded]:
    wall, seconds = Clock(NOW), Clock(1000.0)
    async with (
        KeyServer().serving() as server,
        some_keys(server, seconds, **changes) as keys,
        a_door(TokenGate(app_id=APP_ID, keys=keys, wall=wall), listen) as door,
    ):
        yield Guarded(door.client, door.heard, server, keys, wall, seconds)
