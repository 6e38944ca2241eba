"""How the bot speaks to the Bot Connector: one request per call, one call at a time per conversation.

Rule: nothing is ever sent twice, nothing goes to a host that is not on the list, no answer is believed unseen.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final
from urllib.parse import quote
from weakref import WeakValueDictionary

import aiohttp
import orjson
from yarl import URL

from bot.platforms.means import unfit
from bot.platforms.no_answer import NOT_REACHED, words_for
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.refusals import no_answer, not_reached, odd_answer, refusal
from bot.platforms.teams.tokens import Tokens

CONNECT_SECONDS: Final = 5.0
WHOLE_SECONDS: Final = 15.0
LARGEST_ANSWER: Final = 4 * 1024 * 1024
LONGEST_ID: Final = 1024
PAGE_SIZE: Final = 500
MOST_PAGES: Final = 100
_CHUNK: Final = 64 * 1024


@dataclass(frozen=True)
class Sent:
    """`activity` is "" when a conversation was made without a message."""

    conversation: str
    activity: str


@dataclass(frozen=True)
class _Call:
    """`path` comes after v3/conversations, unquoted. Calls with the same `turn` wait for each other."""

    method: str
    path: tuple[str, ...]
    turn: str
    body: Mapping[str, Any] | None = None
    query: Mapping[str, str] = field(default_factory=dict)
    posts: bool = False


@dataclass(frozen=True)
class _Reply:
    """`body` is None when it did not come whole."""

    status: int
    headers: Mapping[str, str]
    body: bytes | None


class Connector:
    """Every call raises DeliveryError. The session is the caller's; its cookies, proxies and middlewares too."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        tokens: Tokens,
        hosts: Hosts,
        *,
        connect_seconds: float = CONNECT_SECONDS,
        whole_seconds: float = WHOLE_SECONDS,
    ) -> None:
        self._session = session
        self._tokens = tokens
        self._hosts = hosts
        self._timeout = aiohttp.ClientTimeout(total=whole_seconds, connect=connect_seconds)
        # A lock lives as long as somebody holds it or waits for it.
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def create(self, service_url: str, parameters: Mapping[str, Any]) -> Sent:
        """A new thread in a channel, or a chat with one person. Without an `activity` it posts nothing."""
        posts = bool(parameters.get("activity"))
        body = await self._call(service_url, _Call("POST", (), _turn_of(parameters), parameters, posts=posts))
        return _created(body, posts=posts)

    async def send(self, service_url: str, conversation: str, activity: Mapping[str, Any]) -> Sent:
        return await self._post(service_url, conversation, (conversation, "activities"), activity)

    async def reply(self, service_url: str, conversation: str, to: str, activity: Mapping[str, Any]) -> Sent:
        return await self._post(service_url, conversation, (conversation, "activities", to), activity)

    async def update(self, service_url: str, conversation: str, activity_id: str, activity: Mapping[str, Any]) -> None:
        await self._call(service_url, _Call("PUT", (conversation, "activities", activity_id), conversation, activity))

    async def delete(self, service_url: str, conversation: str, activity_id: str) -> None:
        await self._call(service_url, _Call("DELETE", (conversation, "activities", activity_id), conversation))

    async def member(self, service_url: str, conversation: str, user: str) -> dict[str, Any]:
        return _read(await self._call(service_url, _Call("GET", (conversation, "members", user), conversation)))

    async def members(self, service_url: str, conversation: str) -> list[dict[str, Any]]:
        """All pages, or an error: half a list would look like a whole one."""
        found: list[dict[str, Any]] = []
        seen = {""}
        query = {"pageSize": str(PAGE_SIZE)}
        for _ in range(MOST_PAGES):
            call = _Call("GET", (conversation, "pagedmembers"), conversation, query=query)
            page = _read(await self._call(service_url, call))
            found += _members_of(page)
            token = page.get("continuationToken") or ""
            if token == "":
                return found
            if not isinstance(token, str) or token in seen:
                break
            seen.add(token)
            query = {**query, "continuationToken": token}
        raise odd_answer("its list of members does not end", posts=False)

    async def _post(
        self, service_url: str, conversation: str, path: tuple[str, ...], activity: Mapping[str, Any]
    ) -> Sent:
        body = await self._call(service_url, _Call("POST", path, conversation, activity, posts=True))
        return Sent(conversation, _id_in(_read(body, posts=True), "id", posts=True))

    async def _call(self, service_url: str, call: _Call) -> bytes | None:
        url = _url(self._hosts.check(service_url), call)
        data = _json(call.body)
        turn = self._turns.setdefault(call.turn, asyncio.Lock())
        async with turn:
            token = await self._tokens.bearer()
            reply = await self._ask(call, url, data, token)
        if 200 <= reply.status < 300:
            return reply.body
        if reply.status == 401 and token is not None:
            self._tokens.forget(token)
        retry_after, date = reply.headers.get("Retry-After"), reply.headers.get("Date")
        raise refusal(reply.status, reply.body or b"", posts=call.posts, retry_after=retry_after, date=date)

    async def _ask(self, call: _Call, url: URL, data: bytes | None, token: str | None) -> _Reply:
        """Errors of aiohttp carry the request's headers, with the token: none leaves here, not even as a context."""
        if self._session.closed:
            raise not_reached("the bot is stopping")
        headers = {"Content-Type": "application/json"} if data is not None else {}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        try:
            async with self._session.request(
                call.method,
                url,
                data=None if data is None else BytesIO(data),  # in pieces: an image is long
                headers=headers,
                allow_redirects=False,
                raise_for_status=False,
                timeout=self._timeout,
                middlewares=(_once,),
            ) as response:
                return _Reply(response.status, response.headers, await _body_of(response))
        except NOT_REACHED as error:
            trouble = not_reached(words_for(error))
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            trouble = no_answer(words_for(error), posts=call.posts)
        raise trouble


class _BrokeOff(aiohttp.ClientError):
    """Not one of the errors after which aiohttp sends a PUT, GET or DELETE again by itself."""


async def _once(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """aiohttp sends what it holds to be harmless twice when a kept connection breaks; it has no switch for that."""
    try:
        return await handler(request)
    except NOT_REACHED:
        raise
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError):
        raise _BrokeOff from None


async def _body_of(response: aiohttp.ClientResponse) -> bytes | None:
    whole = bytearray()
    try:
        async for chunk in response.content.iter_chunked(_CHUNK):
            whole += chunk
            if len(whole) > LARGEST_ANSWER:
                response.close()
                return None
    except (aiohttp.ClientError, TimeoutError, OSError):
        return None  # the status has come, and it often says enough
    return bytes(whole)


def _url(service: URL, call: _Call) -> URL:
    path = "".join(f"/{_quoted(segment)}" for segment in call.path)
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in call.query.items())
    address = f"{str(service).rstrip('/')}/v3/conversations{path}" + (f"?{query}" if query else "")
    return URL(address, encoded=True)


def _quoted(segment: str) -> str:
    """An id as one segment of a path; it came from outside, so it must not lead to another path."""
    try:
        quoted = quote(segment, safe="")
    except UnicodeEncodeError:
        quoted = ""
    if quoted in ("", ".", "..") or len(segment) > LONGEST_ID:
        raise unfit("The bot kept an id that can't be one of Teams.")
    return quoted


def _json(body: Mapping[str, Any] | None) -> bytes | None:
    try:
        return None if body is None else orjson.dumps(body)
    except orjson.JSONEncodeError:
        raise unfit("The message holds something that can't be sent.") from None


def _turn_of(parameters: Mapping[str, Any]) -> str:
    """New threads of one channel wait for each other, and for what is sent to that channel; so do chats per person."""
    data = parameters.get("channelData")
    channel = data.get("channel") if isinstance(data, Mapping) else None
    if isinstance(channel, Mapping) and isinstance(channel.get("id"), str):
        return str(channel["id"])
    people = parameters.get("members") or ()
    return "with " + " ".join(sorted(str(person.get("id")) for person in people if isinstance(person, Mapping)))


def _read(body: bytes | None, *, posts: bool = False) -> dict[str, Any]:
    if body is None:
        raise odd_answer("it did not come whole", posts=posts)
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError:
        found = None
    if not isinstance(found, dict):
        raise odd_answer("it is not what was agreed", posts=posts)
    return found


def _members_of(page: Mapping[str, Any]) -> list[dict[str, Any]]:
    members = page.get("members")
    if not isinstance(members, list) or not all(isinstance(member, dict) for member in members):
        raise odd_answer("it has no list of members", posts=False)
    return members


def _created(body: bytes | None, *, posts: bool) -> Sent:
    found = _read(body, posts=posts)
    conversation = _id_in(found, "id", posts=posts)
    if not posts:
        return Sent(conversation, "")
    thread = conversation.partition(";messageid=")[2]  # the first message of a thread gives the thread its name
    return Sent(conversation, _id_in({"activityId": found.get("activityId") or thread}, "activityId", posts=True))


def _id_in(found: Mapping[str, Any], key: str, *, posts: bool) -> str:
    value = found.get(key)
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_ID:
        raise odd_answer(f"it has no {key}", posts=posts)
    return value
