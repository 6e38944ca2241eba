"""One message to one place, from planned to settled: its states and the named reason of each."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from campaigns.approval import Approval
from campaigns.message import Message
from campaigns.occurrence import Occurrence


class State(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    HELD = "held"
    SKIPPED = "skipped"


SETTLED = frozenset({State.SENT, State.FAILED, State.SKIPPED})
OPEN = frozenset({State.WAITING, State.HELD})
# A post is out, or may be out: its moment and its text are history.
OUT = frozenset({State.SENT, State.SENDING, State.UNCERTAIN})


class SkipReason(StrEnum):
    """Why a delivery will never be sent."""

    NOT_APPROVED = "not_approved"
    NO_TEXT = "no_text"
    REJECTED = "rejected"
    TOO_LATE = "too_late"
    BEFORE_START = "before_start"
    WITHDRAWN = "withdrawn"
    ALREADY_SENT = "already_sent"
    NO_PLACES_LEFT = "no_places_left"
    SIGN_UP_CLOSED = "sign_up_closed"
    GOAL_REACHED = "goal_reached"
    STOPPED = "stopped"


class HoldReason(StrEnum):
    """Why a delivery waits past its moment. It goes out by itself when the reason is gone and it is not too late."""

    PAUSED = "paused"
    NOT_CONNECTED = "not_connected"
    CAMPAIGN_MISSING = "campaign_missing"
    CHANNEL_CLOSED = "channel_closed"
    NO_FACTS = "no_facts"
    OUTSIDE_HOURS = "outside_hours"
    CAP_REACHED = "cap_reached"
    BALANCE_SHORT = "balance_short"
    IMAGE_CHANGED = "image_changed"


class FailReason(StrEnum):
    """Why a platform definitely refused."""

    REFUSED = "refused"
    TOO_LARGE = "too_large"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True)
class Delivery:
    """A post (`occurrence` set) or a private notice (`person` and `message` set). Every instant is UTC.

    `wake` is the next instant at which something must happen to it; None when settled or when a person must act.
    `claim` marks who is sending it; only that one may record the result. `message` is frozen when claimed.
    `ref` is the platform's own reference to the sent message. `absent` is how often it was looked for and not seen.
    `names_seats`: whether its text promised something about the seats, kept when it is claimed; None before that, and
    in a store of before it was kept.
    """

    key: str
    campaign: str
    due: datetime
    wake: datetime | None
    state: State = State.WAITING
    occurrence: Occurrence | None = None
    person: str | None = None
    message: Message | None = None
    approval: Approval | None = None
    reason: str | None = None
    detail: str = ""
    claim: str | None = None
    attempts: int = 0
    channel: str | None = None
    ref: str | None = None
    settled_at: datetime | None = None
    owner_told: tuple[str, ...] = ()
    rule: str = ""  # the id of the rule that holds or stops it, or that chose its text
    absent: int = 0
    names_seats: bool | None = None


class WrongState(Exception):
    """Our own mistake: a delivery was asked to go where its state does not allow."""


# After this long in `sending` its sender is presumed dead, and somebody must look.
SENDING_AT_MOST: Final = timedelta(minutes=5)
FIRST_WAIT: Final = timedelta(seconds=5)
LONGEST_WAIT: Final = timedelta(minutes=10)


def claimed(
    delivery: Delivery,
    *,
    claim: str,
    now: datetime,
    message: Message,
    channel: str,
    rule: str = "",
    detail: str = "",
    names_seats: bool | None = None,
) -> Delivery:
    """Taken, so that nobody else sends it; what will be sent is frozen here. `rule` and `detail` say why it has another
    text than the first choice of its author."""
    _must_be(delivery, State.WAITING, State.HELD)
    return replace(
        delivery,
        state=State.SENDING,
        claim=claim,
        message=message,
        channel=channel,
        attempts=delivery.attempts + 1,
        wake=now + SENDING_AT_MOST,
        reason=None,
        detail=detail,
        rule=rule,
        names_seats=names_seats,
    )


def sent(delivery: Delivery, *, now: datetime, ref: str | None, claim: str | None = None) -> Delivery:
    """It is there. By the claim that sent it, or without one when an uncertain delivery was found after all."""
    _must_be(delivery, State.SENDING, State.UNCERTAIN, claim=claim)
    detail = delivery.detail if delivery.rule and delivery.state is State.SENDING else ""
    return _settled(replace(delivery, state=State.SENT, ref=ref, reason=None, detail=detail), now)


def failed(
    delivery: Delivery, *, now: datetime, reason: FailReason, detail: str = "", claim: str | None = None
) -> Delivery:
    """The platform refused for good."""
    _must_be(delivery, State.SENDING, State.UNCERTAIN, claim=claim)
    return _settled(replace(delivery, state=State.FAILED, reason=reason.value, detail=detail), now)


def uncertain(delivery: Delivery, *, detail: str, next_look: datetime | None, claim: str | None = None) -> Delivery:
    """No answer came: it may be there. Never sent again before somebody has looked."""
    _must_be(delivery, State.SENDING, State.UNCERTAIN, claim=claim)
    return replace(delivery, state=State.UNCERTAIN, claim=None, reason="uncertain", detail=detail, wake=next_look)


def waiting_again(delivery: Delivery, *, wake: datetime, detail: str = "", claim: str | None = None) -> Delivery:
    """Certainly not there, so it may be sent (again) at `wake`."""
    _must_be(delivery, State.SENDING, State.UNCERTAIN, State.HELD, claim=claim)
    return replace(delivery, state=State.WAITING, claim=None, reason=None, detail=detail, wake=wake, absent=0)


def not_seen(delivery: Delivery, *, now: datetime, look_after: timedelta) -> Delivery:
    """A platform's history may lag behind, so what is not there is believed the second time."""
    if delivery.absent == 0:
        return replace(delivery, absent=1, wake=now + look_after)
    return waiting_again(delivery, wake=now, claim=delivery.claim)


def held(
    delivery: Delivery,
    *,
    reason: HoldReason,
    detail: str = "",
    rule: str = "",
    next_look: datetime | None = None,
    claim: str | None = None,
) -> Delivery:
    """Kept back for now. `next_look` is None when only a person can end it."""
    _must_be(delivery, State.WAITING, State.HELD, State.SENDING, claim=claim)
    return replace(
        delivery, state=State.HELD, claim=None, reason=reason.value, detail=detail, rule=rule, wake=next_look
    )


def skipped(delivery: Delivery, *, now: datetime, reason: SkipReason, detail: str = "", rule: str = "") -> Delivery:
    """It will never be sent."""
    _must_be(delivery, State.WAITING, State.HELD)
    return _settled(replace(delivery, state=State.SKIPPED, reason=reason.value, detail=detail, rule=rule), now)


def retry_at(attempts: int, retry_after: float | None, now: datetime) -> datetime:
    """When to try again: as the platform asks, and never sooner than twice as long as the time before."""
    doubled = min(FIRST_WAIT * float(2 ** min(max(attempts - 1, 0), 20)), LONGEST_WAIT)
    asked = timedelta(seconds=max(retry_after or 0.0, 0.0))
    return now + max(doubled, asked)


def _settled(delivery: Delivery, now: datetime) -> Delivery:
    return replace(delivery, claim=None, wake=None, settled_at=now)


def _must_be(delivery: Delivery, *states: State, claim: str | None = None) -> None:
    """Refuses another state, and a result that someone else than the claimer brings."""
    if delivery.state not in states:
        allowed = " or ".join(states)
        raise WrongState(f"{delivery.key} is {delivery.state}, not {allowed}")
    if delivery.state is State.SENDING and claim != delivery.claim:
        raise WrongState(f"{delivery.key} is being sent under claim {delivery.claim}, not {claim}")
