"""The token that the bot shows to the Bot Connector: fetched once for everybody who waits, renewed before it ends.

Rule: no secret and no token ever stands in an error or a log, and a login that fails is a delivery that was not posted.
"""

import asyncio
import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from bot.invalid_settings import InvalidSettings
from bot.platforms.base import DeliveryError

log = logging.getLogger(__name__)

LOGIN_HOST: Final = "login.microsoftonline.com"  # said outright: azure-identity would take another from the environment
SCOPE: Final = "https://api.botframework.com/.default"
RENEW_BEFORE: Final = 300.0  # seconds before the end; until the end the old token still works
LEAST_LEFT: Final = 30.0  # what a request may take
LOGIN_SECONDS: Final = 15.0
CONNECT_SECONDS: Final = 5.0
_CODES: Final = {
    "AADSTS7000215": "the client secret is not right",
    "AADSTS7000222": "the client secret has expired",
    "AADSTS700016": "this tenant does not know the app id",
    "AADSTS90002": "there is no such tenant",
    "AADSTS700027": "the certificate does not fit the app",
    "AADSTS700211": "no federated credential fits the issuer",
    "AADSTS700213": "no federated credential fits the subject",
    "AADSTS53003": "an access policy of the tenant forbids it",
}
_KINDS: Final = {
    "ServiceRequestError": "it can't be reached",
    "ServiceResponseError": "the connection broke off",
    "CredentialUnavailableError": "there is no such identity on this machine",
    "ClientAuthenticationError": "its answer holds no token",
}


class Tokens(Protocol):
    async def bearer(self) -> str | None:
        """None: send no Authorization header. Raises DeliveryError."""
        ...

    def forget(self, token: str) -> None:
        """The connector did not accept this one."""
        ...

    async def close(self) -> None: ...


class NoTokens:
    """The playground asks for none."""

    async def bearer(self) -> str | None:
        return None

    def forget(self, token: str) -> None: ...

    async def close(self) -> None: ...


class AccessToken(Protocol):
    """`expires_on` in Unix seconds."""

    @property
    def token(self) -> str: ...

    @property
    def expires_on(self) -> int: ...


class Credential(Protocol):
    """What we use of an asynchronous credential of azure-identity."""

    async def get_token(self, *scopes: str) -> AccessToken: ...

    async def close(self) -> None: ...


class AzureTokens:
    """`wall` gives Unix seconds. In the last minutes of a token the next one is fetched while the old one is used."""

    def __init__(self, credential: Credential, *, wall: Callable[[], float], seconds: float = LOGIN_SECONDS) -> None:
        self._credential = credential
        self._wall = wall
        self._seconds = seconds
        self._kept: AccessToken | None = None
        self._login: asyncio.Task[AccessToken] | None = None

    async def bearer(self) -> str:
        kept, left = self._kept, self._seconds_left()
        if kept is not None and left > RENEW_BEFORE:
            return kept.token
        login = self._one_login()
        if kept is not None and left > LEAST_LEFT:
            return kept.token
        await asyncio.wait({login})  # who gives up waiting does not stop the login of the others
        if login.cancelled():
            raise DeliveryError("The bot is stopping.")
        return login.result().token

    def forget(self, token: str) -> None:
        if self._kept is not None and self._kept.token == token:
            self._kept = None

    async def close(self) -> None:
        if self._login is not None:
            self._login.cancel()
            await asyncio.wait({self._login})
        await self._credential.close()

    def _seconds_left(self) -> float:
        return self._kept.expires_on - self._wall() if self._kept is not None else 0.0

    def _one_login(self) -> asyncio.Task[AccessToken]:
        if self._login is None:
            self._login = asyncio.create_task(self._log_in())
            self._login.add_done_callback(self._logged_in)
        return self._login

    async def _log_in(self) -> AccessToken:
        try:
            async with asyncio.timeout(self._seconds):
                return _fit(await self._credential.get_token(SCOPE))
        except TimeoutError:
            raise DeliveryError("Microsoft's login did not answer in time.") from None
        except Exception as error:  # the library throws all kinds of things at an odd answer; nothing is posted yet
            raise DeliveryError(_reason(error)) from None

    def _logged_in(self, login: asyncio.Task[AccessToken]) -> None:
        self._login = None
        if login.cancelled():
            return
        if (error := login.exception()) is not None:
            log.warning("No token for the Bot Connector: %s", error)
        else:
            self._kept = login.result()


def _fit(given: AccessToken) -> AccessToken:
    """It goes into a header, so a line break in it would be somebody else's header."""
    if not re.fullmatch(r"[A-Za-z0-9._~+/=-]+", given.token):
        raise ValueError("not a token")
    return given


def _reason(error: Exception) -> str:
    """The code alone: the text around it repeats what was sent."""
    code = re.search(r"AADSTS[0-9]{4,8}", str(error))
    if code is None:
        status = getattr(error, "status_code", None)
        kind = type(error).__name__
        why = f"it answered {status}" if isinstance(status, int) else _KINDS.get(kind, kind)
        return f"The bot can't log in at Microsoft ({why})."
    known = _CODES.get(code[0])
    return f"Microsoft refuses the bot's login ({code[0]}{f': {known}' if known else ''})."


@dataclass(frozen=True)
class Login:
    """How the bot shows who it is, in one of four ways. `certificate` and `federated_token_file` are paths."""

    app_id: str
    tenant_id: str
    secret: str = field(default="", repr=False)
    certificate: str = ""
    certificate_password: str = field(default="", repr=False)
    federated_token_file: str = ""
    managed_identity: bool = False


def credential_for(login: Login, **options: Any) -> Credential:
    """Takes a second or two at its first call, so it belongs to the start. Raises InvalidSettings."""
    ways = (login.secret, login.certificate, login.federated_token_file, login.managed_identity)
    if sum(map(bool, ways)) != 1:
        raise InvalidSettings(["Teams wants one of: a secret, a certificate, a federated token, a managed identity."])
    # The library logs what the login server answered, and that can repeat what we sent. We log the code ourselves.
    logging.getLogger("azure").setLevel(logging.CRITICAL)
    # One request per login: trying again is up to whoever delivers.
    timeouts = {"connection_timeout": CONNECT_SECONDS, "read_timeout": LOGIN_SECONDS}
    try:
        return _credential(login, {"retry_total": 0, **timeouts, **options})
    except (ValueError, OSError) as error:
        raise InvalidSettings([f"The login for Teams can't be used ({type(error).__name__})."]) from None


def _credential(login: Login, options: dict[str, Any]) -> Credential:
    from azure.identity import aio  # slow to import, and only Teams needs it

    if login.managed_identity:
        return aio.ManagedIdentityCredential(client_id=login.app_id, **options)
    app = {"tenant_id": login.tenant_id, "client_id": login.app_id}
    options = {"authority": LOGIN_HOST, "cache": _NoCache(), **options}
    if login.secret:
        return aio.ClientSecretCredential(**app, client_secret=login.secret, **options)
    if login.certificate:
        password = login.certificate_password or None
        return aio.CertificateCredential(**app, certificate_path=login.certificate, password=password, **options)
    return aio.WorkloadIdentityCredential(**app, token_file_path=login.federated_token_file, **options)


class _NoCache:
    """We keep the token ourselves. The library's own cache would hand out a token again that was just refused."""

    def search(self, *_: Any, **__: Any) -> Iterator[dict[str, Any]]:
        return iter(())

    def add(self, *_: Any, **__: Any) -> None: ...
