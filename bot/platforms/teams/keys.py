"""Whose signature counts in Teams' name: known keys at once, whatever the network does; new ones fetched sparingly."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import aiohttp
import jwt
import orjson
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from yarl import URL

from bot.loopback import LOOPBACK

METADATA_URL: Final = "https://login.botframework.com/v1/.well-known/openidconfiguration"
OLD: Final = 24 * 3600.0
PAUSE: Final = 300.0
FIRST_PAUSE: Final = 15.0  # while no key is known nobody can come in, so waiting longer would protect nothing
PATIENCE: Final = 5.0  # for each of two answers: together less than Teams waits for ours
LARGEST_ANSWER: Final = 1024 * 1024
_SHORTEST, _LONGEST = 2048, 8192  # bits

log = logging.getLogger(__name__)


class NoKeys(Exception):
    """None could be fetched yet, so nobody's signature can be checked."""


@dataclass(frozen=True, eq=False)
class Key:
    """`endorsements` are the channels that its owner may speak for, such as `msteams`."""

    public: RSAPublicKey
    endorsements: frozenset[str]


class Keys:
    """The Bot Framework's RS256 keys by id. `seconds` is a clock that only goes forward; all lengths are in seconds."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        seconds: Callable[[], float],
        metadata_url: str = METADATA_URL,
        patience: float = PATIENCE,
    ) -> None:
        url = URL(metadata_url)
        self._is_local = url.scheme == "http" and url.host in LOOPBACK
        self._metadata = _checked(url, local=self._is_local)
        self._session = session
        self._seconds = seconds
        self._timeout = aiohttp.ClientTimeout(total=patience)
        self._known: dict[str, Key] = {}
        self._fetched = self._tried = float("-inf")
        self._fetching: asyncio.Task[None] | None = None

    async def find(self, kid: str) -> Key | None:
        """None when they list no such key. Raises NoKeys. Waits for the network only when the key is unknown."""
        if kid in self._known:
            if self._seconds() - self._fetched >= OLD:
                self._fetch_if_due()
            return self._known[kid]
        if fetching := self._fetch_if_due():
            await asyncio.shield(fetching)  # others wait for the same fetch
        if not self._known:
            raise NoKeys
        return self._known.get(kid)

    async def close(self) -> None:
        if self._fetching is not None:
            self._fetching.cancel()
            await asyncio.wait([self._fetching])

    def _fetch_if_due(self) -> asyncio.Task[None] | None:
        """The fetch that is under way, or a new one; however many ids are made up, one in five minutes."""
        if self._fetching is None or self._fetching.done():
            now = self._seconds()
            if now - self._tried < (PAUSE if self._known else FIRST_PAUSE):
                return None
            self._tried = now
            self._fetching = asyncio.create_task(self._fetch())
        return self._fetching

    async def _fetch(self) -> None:
        """What is listed now replaces what was known; a fetch that fails leaves it as it was."""
        try:
            address = (await self._get(self._metadata)).get("jwks_uri")
            known = keys_in(await self._get(_checked(URL(str(address)), local=self._is_local)))
            if not known:
                raise ValueError("no usable key is listed")
        except (aiohttp.ClientError, OSError, ValueError) as problem:  # a TimeoutError is an OSError
            log.warning("No new keys of the Bot Framework, %d known go on: %r", len(self._known), problem)
            return
        self._known, self._fetched = known, self._seconds()

    async def _get(self, address: URL) -> dict[str, Any]:
        body = bytearray()
        async with self._session.get(address, allow_redirects=False, timeout=self._timeout) as answer:
            if answer.status != 200:
                raise ValueError(f"{address.host} answered {answer.status}")
            async for piece in answer.content.iter_any():
                body += piece
                if len(body) > LARGEST_ANSWER:
                    raise ValueError(f"{address.host} answered too much")
        document = orjson.loads(body)
        if not isinstance(document, dict):
            raise ValueError(f"{address.host} answered no object")
        return document


def keys_in(document: dict[str, Any]) -> dict[str, Key]:
    """The usable keys of a JWKS document by their id; a broken one is left out."""
    listed = document.get("keys")
    entries = [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []
    named = [(entry["kid"], _key(entry)) for entry in entries if isinstance(entry.get("kid"), str)]
    return {kid: key for kid, key in named if kid and key is not None}


def _key(entry: dict[str, Any]) -> Key | None:
    if entry.get("use", "sig") != "sig" or entry.get("alg", "RS256") != "RS256":
        return None
    try:
        public = jwt.PyJWK.from_dict(entry, "RS256").key
    except (jwt.PyJWTError, ValueError, TypeError, KeyError):
        return None
    if not isinstance(public, RSAPublicKey) or not _SHORTEST <= public.key_size <= _LONGEST:
        return None
    listed = entry.get("endorsements")
    endorsements = listed if isinstance(listed, list) else []
    return Key(public, frozenset(channel for channel in endorsements if isinstance(channel, str)))


def _checked(url: URL, *, local: bool) -> URL:
    """Only over TLS; a key server on this machine may do without, and name only addresses of this machine then."""
    if not url.host or not (url.scheme == "https" or (local and url.scheme == "http" and url.host in LOOPBACK)):
        raise ValueError("keys are fetched over https only")
    return url
