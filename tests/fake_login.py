"""A server on loopback with the name of Microsoft's login, and a certificate of our own for it."""

import ssl
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socket import AF_INET
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer
from azure.core.pipeline.transport import AioHttpTransport
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from bot.platforms.teams.tokens import LOGIN_HOST

HOUR = 3600


class LoginServer:
    """Answers with `answers`, one each, and then with a token that lasts an hour."""

    def __init__(self) -> None:
        self.asked: list[Mapping[str, Any]] = []
        self.paths: list[str] = []
        self.answers: deque[web.Response] = deque()

    async def serve(self, request: web.Request) -> web.Response:
        self.paths.append(f"{request.host}{request.path}")
        self.asked.append(dict(await request.post()))
        if self.answers:
            return self.answers.popleft()
        number = len(self.asked)
        return web.json_response({"access_token": f"token-{number}", "expires_in": HOUR, "token_type": "Bearer"})


class OneHost(AbstractResolver):
    """Every name is this port of this machine."""

    def __init__(self, port: int) -> None:
        self.port = port

    async def resolve(self, host: str, port: int = 0, family: int = AF_INET) -> list[ResolveResult]:
        here = ResolveResult(hostname=host, host="127.0.0.1", port=self.port, family=AF_INET, proto=0, flags=0)
        return [here]

    async def close(self) -> None: ...


def write_pem(path: Path) -> None:
    """A key and its certificate in one file; an app can log in with it as well."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, LOGIN_HOST)])
    now = datetime.now(UTC)
    days = now - timedelta(days=1), now + timedelta(days=1)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), *days)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(LOGIN_HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    text = serialization.Encoding.PEM
    private = key.private_bytes(text, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(private + certificate.public_bytes(text))


@asynccontextmanager
async def way_to(server: LoginServer, pem: Path) -> AsyncIterator[AioHttpTransport]:
    """A transport for azure-identity that finds this server wherever it is sent."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", server.serve)
    encrypted = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    encrypted.load_cert_chain(pem)
    running = TestServer(app, scheme="https")
    await running.start_server(ssl=encrypted)
    trust = ssl.create_default_context(cafile=str(pem))
    connector = aiohttp.TCPConnector(resolver=OneHost(running.port or 0), ssl=trust)
    async with aiohttp.ClientSession(connector=connector, auto_decompress=False) as session:
        yield AioHttpTransport(session=session, session_owner=False)
    await running.close()
