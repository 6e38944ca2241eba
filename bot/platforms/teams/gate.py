"""Who may speak to us in Teams' name: everything is required of every request, and nobody hears why it was refused."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import ip_address
from typing import Any, Final, Protocol, TypeGuard

import jwt
import orjson
from jwt.api_jws import PyJWS

from bot.platforms.teams.keys import Key, Keys, NoKeys

ISSUER: Final = "https://api.botframework.com"
LEEWAY: Final = 300.0  # seconds by which clocks may differ
_SERVICE_URL_CLAIMS: Final = ("serviceurl", "serviceUrl")  # as their code writes it, and as their document does
_SCHEME: Final = "Bearer "
MOST_REMEMBERED: Final = 1000  # tokens of which the signature is known to be right; Teams uses one for about an hour
_jws: Final = PyJWS(algorithms=["RS256"])


class Refused(Exception):
    """401: the token is missing, not theirs, or not valid now. 403: theirs, but not for this bot or this activity.

    503: none of their keys could be fetched yet, so Teams must bring the activity again. `reason` is a fixed sentence
    for our log: never a word of the token or of the activity.
    """

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class Gate(Protocol):
    async def admit(self, authorization: str | None, activity: Mapping[str, Any], *, remote: str | None) -> None:
        """Raises Refused. `remote` is the address at the other end, None when somebody else may stand behind it."""
        ...


class OpenGate:
    """For the playground, which has no tokens: whoever is on this machine comes in, and nobody else."""

    async def admit(self, authorization: str | None, activity: Mapping[str, Any], *, remote: str | None) -> None:
        if not is_this_machine(remote):
            raise Refused(403, "only this machine may come in without a token")


@dataclass(frozen=True)
class _Signed:
    """What a token says, and the key that was seen to have signed just that."""

    kid: str
    key: Key
    claims: Mapping[str, Any]


class TokenGate:
    """The token must be the Bot Framework's, for this bot, valid now, and for this activity. `wall`: Unix seconds.

    A signature is checked once, which halves the cost of a request; everything else is judged anew every time.
    """

    def __init__(self, *, app_id: str, keys: Keys, wall: Callable[[], float]) -> None:
        if not app_id.strip():
            raise ValueError("a gate without the bot's app id would check nothing")
        self._app_id = app_id
        self._keys = keys
        self._wall = wall
        self._remembered: OrderedDict[bytes, _Signed] = OrderedDict()

    async def admit(self, authorization: str | None, activity: Mapping[str, Any], *, remote: str | None) -> None:
        signed = await self._signed(_token(authorization))
        self._check_time(signed.claims)
        if signed.claims.get("iss") != ISSUER:
            raise Refused(403, "another issuer")
        if signed.claims.get("aud") != self._app_id:
            raise Refused(403, "for another bot")
        _check_activity(activity, signed.claims, signed.key)

    async def _signed(self, token: str) -> _Signed:
        """A key that is not listed any more, or fetched again, makes its tokens unknown. Never keeps a token itself."""
        mark = sha256(token.encode()).digest()
        known = self._remembered.get(mark)
        kid = known.kid if known else _key_id(token)
        key = await self._key(kid)
        if known is None or known.key is not key:
            known = self._remembered[mark] = _Signed(kid, key, _signed_claims(token, key))
        self._remembered.move_to_end(mark)
        if len(self._remembered) > MOST_REMEMBERED:
            self._remembered.popitem(last=False)
        return known

    async def _key(self, kid: str) -> Key:
        try:
            key = await self._keys.find(kid)
        except NoKeys:
            raise Refused(503, "no key is known yet") from None
        if key is None:
            raise Refused(401, "signed with a key that is not listed")
        return key

    def _check_time(self, claims: Mapping[str, Any]) -> None:
        now = self._wall()
        expires, not_before = claims.get("exp"), claims.get("nbf", 0)
        if not _is_instant(expires) or not _is_instant(not_before):
            raise Refused(401, "no time until or from which it holds")
        if now >= expires + LEEWAY:
            raise Refused(401, "expired")
        if now < not_before - LEEWAY:
            raise Refused(401, "not valid yet")


def is_this_machine(address: str | None) -> bool:
    try:
        ip = ip_address(address or "")
    except ValueError:
        return False
    return (getattr(ip, "ipv4_mapped", None) or ip).is_loopback


def _token(authorization: str | None) -> str:
    if not authorization:
        raise Refused(401, "no token")
    token = authorization.removeprefix(_SCHEME)
    if token == authorization or not token.isascii():
        raise Refused(401, "no bearer token")
    return token


def _key_id(token: str) -> str:
    """Not to be trusted yet: it only says which key to check with."""
    try:
        kid = _jws.get_unverified_header(token).get("kid")
    except jwt.PyJWTError:
        raise Refused(401, "unreadable token") from None
    if not isinstance(kid, str) or not kid:
        raise Refused(401, "names no key")
    return kid


def _signed_claims(token: str, key: Key) -> dict[str, Any]:
    """Only the signature is PyJWT's to check: it would compare the times with a clock of its own."""
    try:
        claims = orjson.loads(_jws.decode(token, key.public, algorithms=["RS256"]))
    except (jwt.PyJWTError, orjson.JSONDecodeError):
        raise Refused(401, "not signed by its key") from None
    if not isinstance(claims, dict):
        raise Refused(401, "has no claims")
    return claims


def _is_instant(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _check_activity(activity: Mapping[str, Any], claims: Mapping[str, Any], key: Key) -> None:
    channel, address = activity.get("channelId"), activity.get("serviceUrl")
    if not isinstance(channel, str) or channel not in key.endorsements:
        raise Refused(403, "its key may not speak for this channel")
    if not isinstance(address, str) or not _bare(address):
        raise Refused(403, "the activity names no serviceUrl")
    claimed = [claims[name] for name in _SERVICE_URL_CLAIMS if name in claims]
    if not claimed or any(not isinstance(claim, str) or _bare(claim) != _bare(address) for claim in claimed):
        raise Refused(403, "for another serviceUrl")


def _bare(address: str) -> str:
    return address.removesuffix("/")
