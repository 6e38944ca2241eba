"""What is kept about the seats of one campaign, and what can be read from it. It changes only through seats.py."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

Allocation = Literal["first come", "draw"]


class SeatState(StrEnum):
    ENTERED = "entered"  # waits for the draw
    SEATED = "seated"
    OFFERED = "offered"  # a freed seat is kept for this person until answer_by
    RESERVED = "reserved"


class SeatOutcome(StrEnum):
    """What came of it, for the person who did it."""

    SEATED = "seated"
    ACCEPTED = "accepted"
    ENTERED = "entered"
    RESERVED_FULL = "reserved_full"
    RESERVED_TEAM_FULL = "reserved_team_full"
    ALREADY_SEATED = "already_seated"
    ALREADY_ENTERED = "already_entered"
    ALREADY_RESERVED = "already_reserved"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    OFFER_EXPIRED = "offer_expired"
    LEFT_SEAT = "left_seat"
    LEFT_RESERVE = "left_reserve"
    LEFT_DRAW = "left_draw"
    REFUSED_OFFER = "refused_offer"
    NOT_SIGNED_UP = "not_signed_up"
    NAMED = "named"
    NOT_NAMED = "not_named"
    FORGOTTEN = "forgotten"
    SETTLED = "settled"
    NOTHING_DUE = "nothing_due"
    RAISED = "raised"
    NOT_RAISED = "not_raised"
    EXTENDED = "extended"
    ALREADY_EXTENDED = "already_extended"
    NOT_LATER = "not_later"
    CLOSED = "closed"
    ALREADY_CLOSED = "already_closed"
    ONE_PERSON = "one_person"


class SeatNews(StrEnum):
    """What somebody must be told who did nothing just now."""

    OFFERED = "offered"
    EXPIRED = "expired"
    DRAWN = "drawn"
    NOT_DRAWN = "not_drawn"
    ONE_PERSON = "one_person"  # signed up under two ids, and has one place


@dataclass(frozen=True)
class SignUp:
    """One person on the list. `number` is the order in which seats are given. `may_be_named` is None until they say so.

    `answer_by` is the end of an offer.
    """

    person: str
    name: str
    team: str
    number: int
    state: SeatState
    at: datetime
    answer_by: datetime | None = None
    may_be_named: bool | None = None


@dataclass(frozen=True)
class SeatChange:
    """`number` is the place on the reserve list, if any; `answer_by` the end of an offer."""

    person: str
    what: SeatNews
    number: int | None = None
    answer_by: datetime | None = None


@dataclass(frozen=True)
class SeatAnswer:
    """`number` is the person's place on the reserve list; `at` when sign-up opens (too early) or closed (too late)."""

    outcome: SeatOutcome
    places: int
    left: int
    number: int | None = None
    answer_by: datetime | None = None
    at: datetime | None = None
    changes: tuple[SeatChange, ...] = ()


@dataclass(frozen=True)
class SeatMembers:
    """Who sits in the sounding board, as far as they agreed to be named; `people` are the ids of those who did."""

    names: tuple[str, ...]
    others: int
    people: tuple[str, ...]


@dataclass(frozen=True)
class SeatBook:
    """Everything about the seats of one campaign. `seed` stays secret until `drawn_at`.

    `holders` are the people with a seat or an offer, so that a sign-up needs no walk along 1,000 entries. `wake` is
    when time changes something; `promote_due` then does it.
    """

    campaign: str
    places: int
    opens: datetime
    closes: datetime
    allocation: Allocation
    max_per_team: int | None
    seed: str
    seed_hash: str
    entries: Mapping[str, SignUp] = field(default_factory=dict)
    holders: tuple[str, ...] = ()
    next_number: int = 1
    is_extended: bool = False
    closed_at: datetime | None = None
    drawn_at: datetime | None = None
    wake: datetime | None = None

    @property
    def taken(self) -> int:
        """Seats that can't be given to anyone else: seated or kept for an offer."""
        return len(self.holders)

    @property
    def left(self) -> int:
        return max(0, self.places - self.taken)

    @property
    def is_full(self) -> bool:
        return self.left == 0

    @property
    def seated(self) -> tuple[SignUp, ...]:
        return self._in_state(SeatState.SEATED)

    @property
    def offered(self) -> tuple[SignUp, ...]:
        return self._in_state(SeatState.OFFERED)

    @property
    def entered(self) -> tuple[SignUp, ...]:
        return self._in_state(SeatState.ENTERED)

    @property
    def reserve(self) -> tuple[SignUp, ...]:
        """The reserve list, first in line first."""
        return self._in_state(SeatState.RESERVED)

    @property
    def published_seed(self) -> str | None:
        """The seed, once the draw is done."""
        return self.seed if self.drawn_at is not None else None

    @property
    def waits_for_draw(self) -> bool:
        return self.allocation == "draw" and self.drawn_at is None

    def is_open(self, now: datetime) -> bool:
        return self.closed_at is None and self.opens <= now < self.closes

    def reserve_number(self, person: str) -> int | None:
        """1 for the first in line; None for somebody who isn't on the reserve list."""
        entry = self.entries.get(person)
        if entry is None or entry.state is not SeatState.RESERVED:
            return None
        return 1 + sum(
            other.number < entry.number for other in self.entries.values() if other.state is SeatState.RESERVED
        )

    def has_room_for(self, team: str) -> bool:
        """Whether this team may have one seat more."""
        if self.max_per_team is None:
            return True
        return sum(self.entries[holder].team == team for holder in self.holders) < self.max_per_team

    def _in_state(self, state: SeatState) -> tuple[SignUp, ...]:
        found = [entry for entry in self.entries.values() if entry.state is state]
        return tuple(sorted(found, key=lambda entry: entry.number))
