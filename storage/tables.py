"""The nouns that are kept, one line each, and the small records that have no rules of their own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from campaigns.delivery import Delivery
from campaigns.message import Message
from campaigns.promises import PromiseBook
from campaigns.pulse import PulseCount
from campaigns.questions import Question
from campaigns.reminders import Reminder
from campaigns.seats import SeatBook
from campaigns.wishes import WishBook
from storage.base import Table


@dataclass(frozen=True)
class CampaignState:
    """What the bot remembers of a campaign beside its file. `sealed` is the secret of its draw and its hashes.

    `ends_at`, `keep_months` and `roles` are what the file said, so that people are forgotten in time when it is gone;
    `roles` are the ids of those who have one. `ends_at` is None in a store of before they were kept. `last_question` is
    the highest number that a question ever had, also one that was forgotten. `posts_sent` has the weight of each post
    whose deliveries are in the archive.
    """

    source_hash: str
    loaded_at: datetime
    sealed: str
    paused_by: str | None = None
    ended_at: datetime | None = None
    ends_at: datetime | None = None
    keep_months: int = 6
    roles: tuple[str, ...] = ()
    last_question: int = 0
    posts_sent: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Binding:
    """Where an audience reads."""

    campaign: str
    audience: str
    platform: str
    channel: str
    closed: str = ""  # why the platform refuses this channel, "" when it does not


@dataclass(frozen=True)
class Reference:
    """How a platform reaches a place of its own again: in our words, never an object of its SDK.

    `conversation` is the private chat with a person ("" until there is one), or the channel itself; `user` is what the
    platform calls the person there. `team` is the team a channel belongs to.
    """

    platform: str
    tenant: str
    service_url: str
    conversation: str = ""
    user: str = ""
    team: str = ""
    name: str = ""


@dataclass(frozen=True)
class KnownPerson:
    """Somebody who spoke to the bot: how to answer them, and which audience they read in, per campaign.

    `same_as` is the id that this person was known by first, on another platform: all that is theirs stands under it.
    """

    platform: str
    name: str
    chat: str | None = None
    audiences: tuple[tuple[str, str], ...] = ()
    stopped: bool = False
    same_as: str | None = None


@dataclass(frozen=True)
class Heard:
    """An incoming event that has been dealt with; the same event again does nothing."""

    at: datetime


@dataclass(frozen=True)
class AuditEntry:
    """Who did what to which thing. Content and decisions, never employees' behaviour."""

    at: datetime
    campaign: str
    actor: str
    action: str
    subject: str
    detail: str = ""


@dataclass(frozen=True)
class Voted:
    """That a (hashed) somebody answered a pulse; never what, never when."""

    pulse: str


@dataclass(frozen=True)
class Reaction:
    """One kind of reaction by one (hashed) somebody on one sent delivery.

    `by` is the same for all kinds by that somebody on that delivery, so that they count once.
    """

    delivery: str
    emoji: str
    by: str = ""


@dataclass(frozen=True)
class RoomPost:
    """A message as the room shows it. `place` is a channel or a person id; `by` is "" for the bot.

    `only_for` is the person who alone sees it; `thread` the key of the post it answers.
    """

    place: str
    at: datetime
    number: int
    message: Message | None = None
    by: str = ""
    by_name: str = ""
    text: str = ""
    only_for: str = ""
    thread: str = ""


@dataclass(frozen=True)
class Setting:
    """One named value of the bot itself: the schema's version, the rehearsal's clock."""

    value: str


CAMPAIGNS: Final = Table("campaigns", CampaignState)
DELIVERIES: Final = Table(
    "deliveries", Delivery, indexed=("campaign", "state", "person", "channel"), wakes_on="wake", read_late=True
)
SEATS: Final = Table("seats", SeatBook, wakes_on="wake")
WISHES: Final = Table("wishes", WishBook, wakes_on="wake")
PROMISES: Final = Table("promises", PromiseBook, wakes_on="wake")
QUESTIONS: Final = Table("questions", Question, indexed=("campaign", "person"), wakes_on="wake")
PULSES: Final = Table("pulses", PulseCount, indexed=("campaign",), wakes_on="wake")
VOTES: Final = Table("votes", Voted, indexed=("pulse",), read_late=True)
REMINDERS: Final = Table("reminders", Reminder, indexed=("person",), wakes_on="due")
PEOPLE: Final = Table("people", KnownPerson, indexed=("chat", "same_as"))
BINDINGS: Final = Table("bindings", Binding, indexed=("campaign", "channel"))
REFERENCES: Final = Table("references", Reference, indexed=("platform",))
INBOX: Final = Table("inbox", Heard, read_late=True)
AUDIT: Final = Table("audit", AuditEntry, indexed=("campaign",), read_late=True)
REACTIONS: Final = Table("reactions", Reaction, indexed=("delivery",), read_late=True)
ROOM_POSTS: Final = Table("room_posts", RoomPost, indexed=("place",), read_late=True)
SETTINGS: Final = Table("settings", Setting)

ALL_TABLES: Final = (
    CAMPAIGNS, DELIVERIES, SEATS, WISHES, PROMISES, QUESTIONS, PULSES, VOTES, REMINDERS, PEOPLE, BINDINGS, REFERENCES,
    INBOX, AUDIT, REACTIONS, ROOM_POSTS, SETTINGS,
)  # fmt: skip
