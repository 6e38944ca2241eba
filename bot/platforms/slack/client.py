"""How the bot speaks to Slack: one request per call, over slack_sdk without its second tries.

Rule: nothing is ever sent twice, the token goes to Slack alone, no answer is believed unseen.
"""

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, TypeVar, cast
from weakref import WeakValueDictionary

import aiohttp
import orjson
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from yarl import URL

from bot.platforms.base import DeliveryError
from bot.platforms.means import seconds_in, unfit
from bot.platforms.no_answer import NOT_REACHED, NotReached, words_for
from bot.platforms.slack.answers import (
    Answer,
    Channel,
    Me,
    Odd,
    Page,
    Profile,
    Seen,
    channel_in,
    dict_in,
    me_in,
    page_in,
    profile_in,
    text_in,
    upload_in,
)
from bot.platforms.slack.once import CONNECT_SECONDS, WHOLE_SECONDS, NotOk, Once
from bot.platforms.slack.refusals import (
    IMAGE_NOT_READY,
    Refusal,
    no_answer,
    not_reached,
    odd_answer,
    refusal,
)

SLACK: Final = "https://slack.com/api/"
HOOKS: Final = URL("https://hooks.slack.com")
FILES: Final = URL("https://files.slack.com")
POST_EVENT: Final = "klankbord_post"
PAGE_SIZE: Final = 200
MOST_PAGES: Final = 50
LOOKS_BACK: Final = 7 * 24 * 3600.0  # seconds
# What slack_sdk stumbles with over an answer that is no JSON object.
_STUMBLES: Final = (SlackClientError, AttributeError, TypeError, ValueError, RecursionError)
# Its own records of what it sends hold people's words and addresses: never kept, whatever level is set.
_quiet = logging.getLogger(f"{__name__}.sdk")
_quiet.setLevel(logging.WARNING)

_WHAT_IT_SAYS: Final = ("text", "blocks")

T = TypeVar("T")


class SlackClient:
    """Every call raises DeliveryError only. The session is the caller's; `base_url` differs in tests alone."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        token: str,
        *,
        base_url: str = SLACK,
        connect_seconds: float = CONNECT_SECONDS,
        whole_seconds: float = WHOLE_SECONDS,
    ) -> None:
        self._once = Once(session, connect_seconds=connect_seconds, whole_seconds=whole_seconds)
        as_session = cast("aiohttp.ClientSession", self._once)
        self._web = AsyncWebClient(token, base_url, session=as_session, retry_handlers=[], logger=_quiet)
        is_real = base_url == SLACK
        self._hooks, self._files = (HOOKS, FILES) if is_real else (URL(base_url).origin(), URL(base_url).origin())
        self._me: Me | None = None
        # A lock lives as long as somebody holds it or waits for it.
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def who_am_i(self) -> Me:
        said = await self._heard(self._web.auth_test())
        scopes = said.headers.get("X-OAuth-Scopes") or ""
        self._me = _believed(lambda answer: me_in(answer, scopes), said)
        return self._me

    async def post(self, channel: str, payload: Mapping[str, Any], key: str) -> str:
        """The new message's ts. The key goes along as a hash: everybody in the workspace could read it."""
        _check(payload)
        known_by = {"event_type": POST_EVENT, "event_payload": {"key": hashed(key)}}
        async with self._turn(channel):
            asked = self._web.chat_postMessage(channel=channel, metadata=known_by, **payload)
            return await self._ask(asked, lambda answer: text_in(answer, "ts"), posts=True)

    async def update(self, channel: str, ts: str, payload: Mapping[str, Any]) -> None:
        _check(payload)
        async with self._turn(channel):
            await self._heard(self._web.chat_update(channel=channel, ts=ts, **_shown(payload)))

    async def whisper(self, channel: str, user: str, payload: Mapping[str, Any], *, thread: str | None = None) -> None:
        _check(payload)
        asked = self._web.chat_postEphemeral(channel=channel, user=user, thread_ts=thread, **_shown(payload))
        await self._heard(asked, posts=True)

    async def respond(self, response_url: str, payload: Mapping[str, Any], *, replace: bool = False) -> None:
        """To the address that came with a command or a press. It is a secret of its own: no token goes there."""
        _check(payload)
        if not _is_at(self._hooks, response_url):
            raise unfit("The answer was to go to an address that is not Slack's.")
        body = {"response_type": "ephemeral", "replace_original": replace, **_shown(payload)}
        await self._guarded(self._respond(response_url, body), posts=True)

    async def chat_with(self, user: str) -> str:
        """The private chat with one person; nothing is posted."""
        asked = self._web.conversations_open(users=user)
        return await self._ask(asked, lambda answer: text_in(dict_in(answer, "channel"), "id"))

    async def find(self, channel: str, key: str) -> str | None:
        """The ts of our own post under this key, or None when it is certainly not there.

        Newest first, until a week before the newest message: a post is looked for within minutes, and what the bot
        lost sight of for a week is too late to be posted again anyway. Replies are not looked through, since every
        post is a message of its own. Only what this bot wrote counts, since anybody's app may copy a key.
        A `permanent` error says that looking again does not help, so that the owner has to be asked.
        """
        me = self._me or await self.who_am_i()
        cursors, newest = [""], 0.0
        while len(cursors) <= MOST_PAGES:
            page = await self._page(channel, cursors[-1])
            for seen in page.messages:
                newest = max(newest, seen.seconds)
                if seen.seconds < newest - LOOKS_BACK:
                    return None
                if _is_our_post(seen, key, me):
                    return seen.ts
            if not page.cursor:
                return None
            if page.cursor in cursors:
                raise odd_answer("its list of messages does not end", posts=False)
            cursors.append(page.cursor)
        raise unfit("There are too many messages in this channel to find one back.")

    async def profile(self, user: str) -> Profile:
        return await self._ask(self._web.users_info(user=user), profile_in)

    async def user_with(self, email: str) -> Profile | None:
        try:
            return await self._ask(self._web.users_lookupByEmail(email=email), profile_in)
        except Refusal as refused:
            if refused.code != "users_not_found":
                raise
        return None

    async def upload(self, name: str, content: bytes) -> str:
        """The id of the new file, which nobody sees before a message shows it. The token does not go along with it."""
        asked = self._web.files_getUploadURLExternal(filename=name, length=len(content))
        upload = await self._ask(asked, upload_in)
        if not _is_at(self._files, upload.url):
            raise unfit("The image was to go to an address that is not Slack's.")
        await self._guarded(self._bring(upload.url, content), posts=False)
        await self._heard(self._web.files_completeUploadExternal(files=[{"id": upload.file}]))
        return upload.file

    async def channel(self, channel: str) -> Channel:
        return await self._ask(self._web.conversations_info(channel=channel), channel_in)

    async def open_form(self, trigger: str, view: Mapping[str, Any]) -> None:
        """Within three seconds of the press; a trigger opens one form."""
        _check(view)
        await self._heard(self._web.views_open(trigger_id=trigger, view=dict(view)))

    async def publish_home(self, user: str, view: Mapping[str, Any]) -> None:
        _check(view)
        await self._heard(self._web.views_publish(user_id=user, view=dict(view)))

    async def _page(self, channel: str, cursor: str) -> Page:
        asked = self._web.conversations_history(
            channel=channel, limit=PAGE_SIZE, cursor=cursor or None, include_all_metadata=True
        )
        return await self._ask(asked, page_in)

    def _turn(self, channel: str) -> asyncio.Lock:
        """What everybody in a channel sees comes in the order in which it was asked."""
        return self._turns.setdefault(channel, asyncio.Lock())

    async def _bring(self, url: str, content: bytes) -> None:
        async with self._once.request("POST", url, data=content):
            pass

    async def _respond(self, url: str, body: Mapping[str, Any]) -> None:
        async with self._once.request("POST", url, json=body):
            pass

    async def _ask(self, call: Awaitable[AsyncSlackResponse], read: Callable[[Answer], T], *, posts: bool = False) -> T:
        return _believed(read, await self._heard(call, posts=posts), posts=posts)

    async def _heard(self, call: Awaitable[AsyncSlackResponse], *, posts: bool = False) -> AsyncSlackResponse:
        return await self._guarded(call, posts=posts)

    async def _guarded(self, call: Awaitable[T], *, posts: bool) -> T:
        """Errors of slack_sdk and aiohttp carry the token: none leaves here, not even as a context."""
        trouble: DeliveryError
        try:
            return await call
        except NotOk as error:
            trouble = refusal(posts, "", status=error.status, retry_after=seconds_in(error.retry_after))
        except (NotReached, *NOT_REACHED) as error:
            trouble = not_reached(words_for(error))
        except SlackApiError as error:
            trouble = _refused(error, posts=posts)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            trouble = no_answer(words_for(error), posts=posts)
        except _STUMBLES:
            trouble = odd_answer("it is not what was agreed", posts=posts)
        raise trouble


def hashed(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _is_at(origin: URL, address: str) -> bool:
    """Whether it is an address of this host, and names nobody to log in as."""
    try:
        url = URL(address)
        return url.origin() == origin and url.user is None and url.password is None
    except ValueError:
        return False


def _is_our_post(seen: Seen, key: str, me: Me) -> bool:
    is_ours = me.bot == seen.bot or me.user == seen.user
    return is_ours and seen.event == POST_EVENT and seen.key == hashed(key)


def _believed(read: Callable[[Answer], T], said: AsyncSlackResponse, *, posts: bool = False) -> T:
    answer = said.data
    try:
        return read(answer if isinstance(answer, dict) else {})
    except Odd as odd:
        trouble = odd_answer(str(odd), posts=posts)
    raise trouble


def _refused(error: SlackApiError, *, posts: bool) -> DeliveryError:
    """Slack's own words, with ok: false. Without them it was no answer of Slack, whatever it was."""
    said = getattr(error.response, "data", None)
    code = said.get("error") if isinstance(said, dict) else None
    if not isinstance(code, str) or not isinstance(said, dict):
        return odd_answer("it is not what was agreed", posts=posts)
    if code == "invalid_blocks" and _names_a_file(said):
        code = IMAGE_NOT_READY
    wait = error.response.headers.get("Retry-After")
    return refusal(posts, code, retry_after=seconds_in(wait), needed=str(said.get("needed") or ""))


def _names_a_file(said: Mapping[str, Any]) -> bool:
    """Slack says of each fault where in the blocks it is."""
    more = said.get("response_metadata")
    messages = more.get("messages") if isinstance(more, dict) else None
    return isinstance(messages, list) and any("slack_file" in str(message) for message in messages)


def _shown(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Of a payload for a new post: unfurling and the like are refused or ignored elsewhere."""
    return {name: payload[name] for name in _WHAT_IT_SAYS if name in payload}


def _check(payload: Mapping[str, Any]) -> None:
    try:
        orjson.dumps(payload)
    except orjson.JSONEncodeError:
        raise unfit("The message holds something that can't be sent.") from None
