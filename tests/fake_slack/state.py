"""What the fake Slack knows and keeps: its people, its channels and everything that was posted, shown or asked."""

import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.wire_faults import Fault

TEAM = "T1"
APP = "A1"
BOT_USER = "UBOT"
BOT = "BBOT"
SCOPES = frozenset(
    {
        "app_mentions:read",
        "channels:history",
        "channels:read",
        "chat:write",
        "commands",
        "files:write",
        "groups:history",
        "groups:read",
        "im:history",
        "im:read",
        "im:write",
        "reactions:read",
        "users:read",
        "users:read.email",
    }
)
TRIGGER_LIVES = 3.0  # seconds
RESPONSE_URL_LIVES = 1800.0
RESPONSE_URL_USES = 5


@dataclass
class Someone:
    id: str
    name: str
    email: str = ""
    is_bot: bool = False
    deleted: bool = False
    team: str = TEAM
    zone: str = "Europe/Amsterdam"

    @property
    def handle(self) -> str:
        return self.name.lower().replace(" ", ".")


@dataclass
class Channel:
    """`closed`: an error code that Slack gives to whoever posts here, for example restricted_action."""

    id: str
    name: str = ""
    members: set[str] = field(default_factory=set)
    is_private: bool = False
    is_archived: bool = False
    closed: str = ""

    @property
    def is_im(self) -> bool:
        return self.id.startswith("D")


@dataclass
class File:
    """One that was brought. `is_ready`: it may be shown in a message; only once it `is_complete`."""

    id: str
    name: str
    length: int
    content: bytes = b""
    is_complete: bool = False
    is_ready: bool = True


@dataclass
class Posted:
    """One message that is there. `payload` is what it says now, `edits` what it said before. `key`: of its metadata."""

    channel: str
    ts: str
    user: str
    payload: dict[str, Any]
    thread_ts: str = ""
    key: str = ""
    edits: list[dict[str, Any]] = field(default_factory=list)
    deleted: bool = False
    reactions: dict[str, set[str]] = field(default_factory=dict)


@dataclass
class Whisper:
    """What only one person saw. `via`: "api", "ack" of a command, or "response_url"."""

    channel: str
    user: str
    payload: dict[str, Any]
    ts: str = ""
    via: str = "api"
    thread_ts: str = ""


@dataclass
class Form:
    """A modal that was opened; `view` is as Slack gives it back, with its id."""

    user: str
    view: dict[str, Any]
    closed: bool = False


@dataclass
class Home:
    """The App Home of one person, as it is now."""

    user: str
    view: dict[str, Any]


@dataclass(frozen=True)
class Request:
    """Everything that reached the server, whatever became of it. `method` is "response_url" for those."""

    method: str
    token: str | None
    body: dict[str, Any]


@dataclass(frozen=True)
class Sending:
    """One thing that Slack tells the app. `kind`: "events", "commands" or "interactive"."""

    kind: str
    payload: dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What the app answered. `body`: what its JSON says, or its text; over a socket what came with the ack."""

    status: int
    body: Any = None


@dataclass
class Trigger:
    user: str
    made: float
    used: bool = False


@dataclass
class ResponseUrl:
    user: str
    channel: str
    made: float
    about: Posted | Whisper | None = None
    uses: int = 0


class Workspace:
    """One team. `clock` gives the seconds since 1970 that Slack holds to be now; set it to move time."""

    team = TEAM
    app_id = APP
    bot_user = BOT_USER
    bot_id = BOT
    command = "/klankbord"

    def __init__(self, *, clock: Callable[[], float] = time.time) -> None:
        self.clock = clock
        self.url = ""
        self.signing_secret = "8f742231b10e8888abcd99yyyzzz85a5"
        self.bot_token = "xoxb-1-fake-bot"
        self.app_token = "xapp-1-fake-app"
        self.token_trouble = ""  # "token_revoked", "account_inactive": what every method answers
        self.scopes = set(SCOPES)
        self.people: dict[str, Someone] = {}
        self.channels: dict[str, Channel] = {}
        self.messages: list[Posted] = []
        self.whispers: list[Whisper] = []
        self.files: dict[str, File] = {}
        self.forms: list[Form] = []
        self.homes: dict[str, Home] = {}
        self.requests: list[Request] = []
        self.triggers: dict[str, Trigger] = {}
        self.response_urls: dict[str, ResponseUrl] = {}
        self.faults: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self.tickets: set[str] = set()  # of sockets that may be opened
        self.page_size = 1000  # no page is longer, whatever limit was asked
        self._numbers = count(1)
        self.has(Someone(BOT_USER, "Klankbord", is_bot=True))

    def has(self, *people: Someone) -> None:
        self.people.update({someone.id: someone for someone in people})

    def has_channel(
        self, channel: str, name: str = "", *members: str, private: bool = False, archived: bool = False
    ) -> Channel:
        """With the bot in it only when `members` names it."""
        self.channels[channel] = Channel(channel, name, set(members), private, archived)
        return self.channels[channel]

    def fails(self, method: str, *faults: Fault) -> None:
        """What goes wrong with the next requests for a method, one each; "*" for any method."""
        self.faults[method].extend(faults)

    def asked(self, method: str) -> list[Request]:
        return [request for request in self.requests if request.method == method]

    def in_channel(self, channel: str) -> list[Posted]:
        """What is there now, oldest first, people's messages too."""
        return [posted for posted in self.messages if posted.channel == channel and not posted.deleted]

    def chat_with(self, user: str) -> str:
        """The private chat of the bot and this person, opened when there is none."""
        for channel in self._chats():
            if user in channel.members:
                return channel.id
        return self.has_channel(f"D{user.removeprefix('U')}", "", self.bot_user, user).id

    def _chats(self) -> Iterator[Channel]:
        return (channel for channel in self.channels.values() if channel.is_im)

    def next_id(self, letter: str) -> str:
        return f"{letter}{next(self._numbers):08d}"

    def next_ts(self) -> str:
        return f"{int(self.clock())}.{next(self._numbers):06d}"

    def new_trigger(self, user: str) -> str:
        trigger = f"{next(self._numbers)}.{self.team}.{'0' * 32}"
        self.triggers[trigger] = Trigger(user, self.clock())
        return trigger

    def new_response_url(self, user: str, channel: str, about: Posted | Whisper | None = None) -> str:
        address = f"{self.url.removesuffix('api/')}hooks/{self.team}/{next(self._numbers)}"
        self.response_urls[address] = ResponseUrl(user, channel, self.clock(), about)
        return address
