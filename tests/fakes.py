"""Fakes that behave like the real thing and remember what was sent; a test plants what goes wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from bot.context import Context, Event
from bot.inbound import Person
from bot.platforms.base import DeliveryError, Heard, Limits
from campaigns.measurements import Measurements
from campaigns.message import Message
from campaigns.model import Campaign
from storage.base import Store
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES


class FixedClock:
    """Shows the same instant until a test moves it."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self.expected: datetime | None = None

    def now(self) -> datetime:
        return self._now

    def set_to(self, instant: datetime) -> None:
        self._now = instant

    def move(self, **span: float) -> None:
        """`clock.move(days=2)`"""
        self._now += timedelta(**span)

    def seconds_until(self, instant: datetime) -> float:
        return max(0.0, (instant - self._now).total_seconds())

    def expect(self, instant: datetime | None) -> None:
        self.expected = instant


@dataclass(frozen=True)
class Sent:
    """One message that the fake platform accepted. `place` is a channel or a person."""

    place: str
    message: Message
    key: str
    ref: str


@dataclass
class FakePlatform:
    """`failures` are raised by the next sends, one each, before anything is accepted; `lost_answers` after it.

    `can_find` is whether its history can be read back.
    """

    name: str = "room"
    limits: Limits = field(default_factory=Limits)
    directory: Sequence[Person] = ()
    can_find: bool = True
    sent: list[Sent] = field(default_factory=list)
    updated: list[Sent] = field(default_factory=list)
    failures: list[DeliveryError] = field(default_factory=list)
    lost_answers: list[DeliveryError] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)
    looked_for_people: int = 0
    searches: int = 0

    async def post(self, channel: str, message: Message, key: str) -> str:
        return self._accept(channel, message, key)

    async def dm(self, person: str, message: Message, key: str) -> str:
        return self._accept(person, message, key)

    async def update(self, channel: str, ref: str, message: Message) -> None:
        self._fail()
        self.updated.append(Sent(channel, message, "", ref))

    async def find(self, place: str, key: str) -> str | None:
        self.looked_up.append(key)
        if not self.can_find:
            raise NotImplementedError
        return next((item.ref for item in self.sent if (item.place, item.key) == (place, key)), None)

    async def look_for_people(self) -> None:
        self.searches += 1

    async def people(self) -> Sequence[Person]:
        self.looked_for_people += 1
        return self.directory

    def heard(self, callback: Heard) -> None:
        """Tests hand over what people do themselves."""

    async def close(self) -> None:
        """Nothing to close."""

    def to(self, place: str) -> list[str]:
        """The texts that this channel or person got, in order."""
        return [item.message.text for item in self.sent if item.place == place]

    def _accept(self, place: str, message: Message, key: str) -> str:
        self._fail()
        ref = f"{self.name}-{len(self.sent) + 1}"
        self.sent.append(Sent(place, message, key, ref))
        if self.lost_answers:
            raise self.lost_answers.pop(0)
        return ref

    def _fail(self) -> None:
        if self.failures:
            raise self.failures.pop(0)


@dataclass
class Told:
    """Everything a context told, and how often it asked to be woken."""

    events: list[Event] = field(default_factory=list)
    wakes: int = 0

    def wake(self) -> None:
        self.wakes += 1

    def kinds(self) -> list[str]:
        return [event.event for event in self.events]


def a_context(
    campaigns: Iterable[Campaign],
    *,
    now: datetime,
    platform: FakePlatform | None = None,
    store: Store | None = None,
    told: Told | None = None,
    measurements: Measurements | None = None,
) -> Context:
    """A whole bot in memory. Its directory knows everybody with a role, as `room:<id>`, unless a platform is given."""
    loaded = {campaign.id: campaign for campaign in campaigns}
    told = told or Told()
    numbers = count(1)
    platform = platform or FakePlatform(directory=directory_of(loaded.values()))
    return Context(
        store=store or MemoryStore(ALL_TABLES),
        clock=FixedClock(now),
        platforms={platform.name: platform},
        campaigns=loaded,
        read_measurements=lambda _: measurements or Measurements(),
        new_secret=lambda: f"secret-{next(numbers)}",
        wake=told.wake,
        watchers=[told.events.append],
    )


def directory_of(campaigns: Iterable[Campaign], platform: str = "room") -> list[Person]:
    found = {
        f"{platform}:{who}": Person(f"{platform}:{who}", person.name, person.chat)
        for campaign in campaigns
        for who, person in campaign.people.items()
    }
    return list(found.values())
