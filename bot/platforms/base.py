"""What every platform can do for the bot, and how it says that something went wrong."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.inbound import Inbound, Person
from campaigns.message import Message


class DeliveryError(Exception):
    """A send that did not succeed.

    `permanent`: the platform refused for good. `unknown`: no answer came, so nobody knows whether it was posted; never
    resent blindly. Otherwise it was certainly not posted and may be tried again, after `retry_after` seconds if given.
    `channel_closed`: nothing more can go to this channel until it is connected again.
    """

    def __init__(
        self,
        reason: str,
        *,
        permanent: bool = False,
        unknown: bool = False,
        retry_after: float | None = None,
        channel_closed: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent
        self.unknown = unknown
        self.retry_after = retry_after
        self.channel_closed = channel_closed


@dataclass(frozen=True)
class Window:
    """At most `sends` in any `seconds`."""

    sends: int
    seconds: float


@dataclass(frozen=True)
class Limits:
    """The platform's published pace, per channel and over all channels."""

    per_channel: Sequence[Window] = ()
    overall: Sequence[Window] = ()


@dataclass(frozen=True)
class Answer:
    """What a handler says back to the person who acted; private unless the platform has no private way.

    `card` is what the card that they pressed or answered shows from now on; None when there is none.
    """

    message: Message
    card: Message | None = None


# The bytes of an image by its hash; None when no campaign has it any more.
ReadImage = Callable[[str], bytes | None]


def no_image(_: str) -> bytes | None:
    """For where the description is all that is shown."""
    return None


Heard = Callable[[Inbound], Awaitable[Answer | None]]


class Platform(Protocol):
    name: str
    limits: Limits

    async def post(self, channel: str, message: Message, key: str) -> str:
        """A new root post; returns its reference. `key` is remembered where the platform can."""
        ...

    async def update(self, channel: str, ref: str, message: Message) -> None:
        """Replace what our own message says."""
        ...

    async def dm(self, person: str, message: Message, key: str) -> str:
        """A private message to a person id of this platform; returns its reference."""
        ...

    async def find(self, place: str, key: str) -> str | None:
        """The reference of a message sent under this key, or None when it is certainly not there.

        Raises NotImplementedError where the platform can't be read back.
        """
        ...

    async def look_for_people(self) -> None:
        """Search the directory for whoever has a role now; gives up waiting before long, and goes on searching."""
        ...

    async def people(self) -> Sequence[Person]:
        """Everybody the directory lets us see; how people with a role are matched by their `chat` address."""
        ...

    def heard(self, callback: Heard) -> None:
        """Hand everything that people do to this callback from now on."""
        ...

    async def close(self) -> None: ...
