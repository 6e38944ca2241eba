"""A login at Microsoft that goes wrong: asked once, said why, no secret shown. With real azure-identity credentials."""

import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from azure.core.pipeline.transport import AioHttpTransport

from bot.platforms.base import DeliveryError
from bot.platforms.teams.tokens import LOGIN_HOST, SCOPE, AzureTokens, Login, credential_for
from tests.fake_login import LoginServer, OneHost, way_to, write_pem

SECRET = "marker~secret.that-must_never-be-seen"
TENANT = "6f5c2c7e-0d5c-4b0e-9b0c-3a4f8f1f2a11"
LOGIN = Login("app", TENANT, secret=SECRET)


@pytest.fixture(scope="module")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("login") / "login.pem"
    write_pem(path)
    return path


@pytest.fixture
def server() -> LoginServer:
    return LoginServer()


@pytest.fixture
async def transport(server: LoginServer, pem: Path) -> AsyncIterator[AioHttpTransport]:
    async with way_to(server, pem) as transport:
        yield transport


def real(transport: AioHttpTransport, login: Login = LOGIN) -> AzureTokens:
    return AzureTokens(credential_for(login, transport=transport), wall=lambda: datetime.now(UTC).timestamp())


async def test_the_bot_logs_in_with_its_secret(server: LoginServer, transport: AioHttpTransport) -> None:
    tokens = real(transport)
    assert [await tokens.bearer() for _ in range(3)] == ["token-1"] * 3
    assert server.paths == [f"{LOGIN_HOST}/{TENANT}/oauth2/v2.0/token"]
    (asked,) = server.asked
    assert (asked["client_id"], asked["client_secret"], asked["scope"]) == ("app", SECRET, SCOPE)


async def test_the_login_host_is_not_taken_from_the_environment(
    server: LoginServer, transport: AioHttpTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AZURE_AUTHORITY_HOST", "login.evil.com")
    await real(transport).bearer()
    assert server.paths[0].startswith(LOGIN_HOST)


async def test_a_token_that_was_refused_is_not_handed_out_again_by_the_library(
    server: LoginServer, transport: AioHttpTransport
) -> None:
    tokens = real(transport)
    tokens.forget(await tokens.bearer())
    assert await tokens.bearer() == "token-2"


async def test_it_logs_in_with_a_certificate_or_a_federated_token(
    server: LoginServer, transport: AioHttpTransport, pem: Path, tmp_path: Path
) -> None:
    federated = tmp_path / "token"
    federated.write_text("from-the-cluster")
    for login in (
        Login("app", TENANT, certificate=str(pem)),
        Login("app", TENANT, federated_token_file=str(federated)),
    ):
        tokens = real(transport, login)
        tokens.forget(await tokens.bearer())
        await tokens.bearer()
    assert len(server.asked) == 4
    assert server.asked[2]["client_assertion"] == "from-the-cluster"
    assert "client_secret" not in server.asked[0]


def refused(code: str) -> web.Response:
    """With what was sent in the text, as a careless server would."""
    said = f"{code}: Invalid client secret {SECRET} provided. Trace ID: 1"
    return web.json_response({"error": "invalid_client", "error_description": said}, status=401)


def broken(status: int, text: str = "<html>", **headers: str) -> web.Response:
    return web.Response(status=status, text=text, headers={k.replace("_", "-"): v for k, v in headers.items()})


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (
            refused("AADSTS7000215"),
            "Microsoft refuses the bot's login (AADSTS7000215: the client secret is not right).",
        ),
        (refused("AADSTS99999"), "Microsoft refuses the bot's login (AADSTS99999)."),
        (broken(500), "can't log in"),
        (broken(503), "can't log in"),
        (broken(429, Retry_After="1"), "can't log in"),
        (broken(302, Location="https://evil.com/"), "can't log in"),
        (broken(200, ""), "can't log in"),
        (broken(200, "[]"), "can't log in"),
        (web.json_response({}), "can't log in"),
        (web.json_response({"access_token": "x", "expires_in": "soon"}), "can't log in"),
    ],
    ids=lambda value: str(getattr(value, "status", "")),
)
async def test_a_login_that_fails_asked_once_and_says_why_without_the_secret(
    server: LoginServer,
    transport: AioHttpTransport,
    caplog: pytest.LogCaptureFixture,
    answer: web.Response,
    reason: str,
) -> None:
    caplog.set_level(logging.DEBUG)
    server.answers.append(answer)
    with pytest.raises(DeliveryError) as failed:
        await real(transport).bearer()
    assert len(server.asked) == 1
    assert reason in failed.value.reason
    assert (failed.value.permanent, failed.value.unknown) == (False, False)
    for said in (failed.value.reason, caplog.text):
        assert SECRET not in said
        assert "token-" not in said


async def test_a_login_server_that_is_not_there_may_be_tried_again(transport: AioHttpTransport) -> None:
    session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(resolver=OneHost(1)))
    tokens = real(AioHttpTransport(session=session))
    with pytest.raises(DeliveryError, match="can't be reached") as gone:
        await tokens.bearer()
    assert (gone.value.permanent, gone.value.unknown) == (False, False)
    await tokens.close()
    assert session.closed
