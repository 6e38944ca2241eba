"""The token for the Bot Connector: fetched once for everybody, renewed in time, never shown after its end."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest

from bot.invalid_settings import InvalidSettings
from bot.platforms.base import DeliveryError
from bot.platforms.teams.tokens import SCOPE, AzureTokens, Login, NoTokens, credential_for
from tests.waiting import wait_until

NOW = 1_800_000_000.0
HOUR = 3600
SECRET = "marker~secret.that-must_never-be-seen"
TENANT = "6f5c2c7e-0d5c-4b0e-9b0c-3a4f8f1f2a11"


@dataclass(frozen=True)
class Given:
    token: str
    expires_on: int


class FakeCredential:
    """Gives `token-1`, `token-2` … for an hour each; `failures` come first. Waits while `may_answer` is not set."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.failures: deque[Exception] = deque()
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.now = NOW
        self.closed = False

    async def get_token(self, *scopes: str) -> Given:
        self.asked += scopes
        number = len(self.asked)
        await self.may_answer.wait()
        if self.failures:
            raise self.failures.popleft()
        return Given(f"token-{number}", int(self.now) + HOUR)

    async def close(self) -> None:
        self.closed = True


@pytest.fixture
def credential() -> FakeCredential:
    return FakeCredential()


@pytest.fixture
async def tokens(credential: FakeCredential) -> AsyncIterator[AzureTokens]:
    tokens = AzureTokens(credential, wall=lambda: credential.now)
    yield tokens
    await tokens.close()


async def test_one_login_for_everybody_who_waits(tokens: AzureTokens, credential: FakeCredential) -> None:
    assert set(await asyncio.gather(*(tokens.bearer() for _ in range(50)))) == {"token-1"}
    assert await tokens.bearer() == "token-1"
    assert credential.asked == [SCOPE]


async def test_it_is_kept_until_five_minutes_before_its_end(tokens: AzureTokens, credential: FakeCredential) -> None:
    await tokens.bearer()
    credential.now = NOW + HOUR - 301
    assert await tokens.bearer() == "token-1"
    assert len(credential.asked) == 1
    credential.now = NOW + HOUR - 299
    await tokens.bearer()
    await wait_until(lambda: tokens._login is None)
    assert await tokens.bearer() == "token-2"
    assert len(credential.asked) == 2


async def test_while_the_next_one_is_fetched_the_old_one_works(tokens: AzureTokens, credential: FakeCredential) -> None:
    await tokens.bearer()
    credential.may_answer.clear()
    credential.now = NOW + HOUR - 200
    async with asyncio.timeout(5):
        assert {await tokens.bearer() for _ in range(10)} == {"token-1"}
    await wait_until(lambda: len(credential.asked) == 2)


async def test_a_renewal_that_fails_harms_nobody_yet(
    tokens: AzureTokens, credential: FakeCredential, caplog: pytest.LogCaptureFixture
) -> None:
    await tokens.bearer()
    credential.now = NOW + HOUR - 200
    credential.failures.append(OSError(SECRET))
    assert await tokens.bearer() == "token-1"
    await wait_until(lambda: tokens._login is None)
    assert "No token for the Bot Connector" in caplog.text
    assert SECRET not in caplog.text
    await tokens.bearer()
    await wait_until(lambda: tokens._login is None)
    assert await tokens.bearer() == "token-3"


async def test_one_that_has_ended_is_never_shown(tokens: AzureTokens, credential: FakeCredential) -> None:
    await tokens.bearer()
    credential.now = NOW + HOUR + 1
    credential.failures.append(OSError("down"))
    with pytest.raises(DeliveryError):
        await tokens.bearer()
    assert await tokens.bearer() == "token-3"


async def test_a_refused_one_is_forgotten_and_no_other(tokens: AzureTokens, credential: FakeCredential) -> None:
    await tokens.bearer()
    tokens.forget("token-0")
    assert await tokens.bearer() == "token-1"
    tokens.forget("token-1")
    assert await tokens.bearer() == "token-2"


async def test_who_gives_up_does_not_stop_the_login_of_the_others(
    tokens: AzureTokens, credential: FakeCredential
) -> None:
    credential.may_answer.clear()
    first, second = (asyncio.create_task(tokens.bearer()) for _ in range(2))
    await wait_until(lambda: bool(credential.asked))
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    credential.may_answer.set()
    assert await second == "token-1"
    assert len(credential.asked) == 1


async def test_closing_ends_a_login_that_hangs(tokens: AzureTokens, credential: FakeCredential) -> None:
    credential.may_answer.clear()
    waiting = asyncio.create_task(tokens.bearer())
    await wait_until(lambda: bool(credential.asked))
    await tokens.close()
    with pytest.raises(DeliveryError, match="stopping"):
        await waiting
    assert credential.closed


async def test_a_login_without_end_is_given_up(credential: FakeCredential) -> None:
    credential.may_answer.clear()
    tokens = AzureTokens(credential, wall=lambda: NOW, seconds=0.05)
    async with asyncio.timeout(5):
        with pytest.raises(DeliveryError, match="did not answer in time"):
            await tokens.bearer()


@pytest.mark.parametrize("token", ["", "two words", "line\r\nHost: evil.com", "é", None, 5])
async def test_what_is_no_token_goes_into_no_header(credential: FakeCredential, token: Any) -> None:
    async def give(*scopes: str) -> Given:
        return Given(token, int(NOW) + HOUR)

    credential.get_token = give  # type: ignore[method-assign]
    with pytest.raises(DeliveryError):
        await AzureTokens(credential, wall=lambda: NOW).bearer()


async def test_the_playground_shows_none() -> None:
    tokens = NoTokens()
    tokens.forget("x")
    assert await tokens.bearer() is None
    await tokens.close()


@pytest.mark.parametrize(
    "login",
    [
        Login("app", TENANT),
        Login("app", TENANT, secret="x", managed_identity=True),
        Login("", TENANT, secret="x"),
        Login("app", "", secret="x"),
        Login("app", "../evil", secret="x"),
        Login("app", TENANT, certificate="/nowhere.pem"),
    ],
)
def test_a_login_that_can_not_work_is_said_at_the_start(login: Login) -> None:
    with pytest.raises(InvalidSettings):
        credential_for(login)


async def test_a_managed_identity_needs_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("IDENTITY_ENDPOINT", "MSI_ENDPOINT", "AZURE_FEDERATED_TOKEN_FILE"):
        monkeypatch.delenv(name, raising=False)
    await AzureTokens(credential_for(Login("app", "", managed_identity=True)), wall=lambda: NOW).close()


def test_a_login_does_not_show_its_secrets() -> None:
    assert SECRET not in repr(Login("app", TENANT, secret=SECRET, certificate_password=SECRET))
