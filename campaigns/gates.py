"""What is looked at once more, with fresh facts, just before a post goes out. One small function a gate.

A gate says nothing when it lets the post pass. A hold ends by itself when its reason is gone; a skip is for good.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from campaigns.approval import Decision
from campaigns.approval_text import text_to_approve
from campaigns.calendar import WorkCalendar
from campaigns.delivery import Delivery, HoldReason, SkipReason
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.replan import needs_approval


@dataclass(frozen=True)
class Situation:
    """What is true at this moment around one post. The counts are of posts sent in its channel, all campaigns together.

    `channel` is None when its audience is not connected; `channel_closed` is the platform's reason, "" when open.
    """

    campaign: Campaign
    occurrence: Occurrence
    now: datetime
    paused: bool
    channel: str | None
    channel_closed: str
    sent_today: int
    sent_this_week: int


@dataclass(frozen=True)
class Hold:
    reason: HoldReason
    detail: str = ""


@dataclass(frozen=True)
class Skip:
    reason: SkipReason
    detail: str = ""


Verdict = Hold | Skip
Gate = Callable[[Delivery, Situation], Verdict | None]


def is_in_time(delivery: Delivery, situation: Situation) -> Verdict | None:
    if situation.now <= situation.occurrence.late_after:
        return None
    return Skip(SkipReason.TOO_LATE, delivery.reason or "")


def is_approved(delivery: Delivery, situation: Situation) -> Verdict | None:
    """An approval counts only for the text that would go out now."""
    if not needs_approval(situation.occurrence):
        return None
    approval = delivery.approval
    briefed = situation.campaign.post(situation.occurrence.post).briefing is not None
    if approval is None or approval.decision is not Decision.APPROVED:
        return Skip(SkipReason.NO_TEXT if briefed else SkipReason.NOT_APPROVED)
    if approval.hash != text_to_approve(situation.campaign, situation.occurrence)[1]:
        return Skip(SkipReason.NOT_APPROVED)
    return None


def is_not_paused(delivery: Delivery, situation: Situation) -> Verdict | None:
    return Hold(HoldReason.PAUSED) if situation.paused else None


def is_connected(delivery: Delivery, situation: Situation) -> Verdict | None:
    return Hold(HoldReason.NOT_CONNECTED) if situation.channel is None else None


def is_open_to_us(delivery: Delivery, situation: Situation) -> Verdict | None:
    closed = situation.channel_closed
    return Hold(HoldReason.CHANNEL_CLOSED, closed) if closed else None


def is_inside_hours(delivery: Delivery, situation: Situation) -> Verdict | None:
    """A post that comes late may not come at night."""
    calendar = WorkCalendar.of(situation.campaign)
    allowed = calendar.is_allowed(calendar.to_wall(situation.now).replace(second=0, microsecond=0))
    return None if allowed else Hold(HoldReason.OUTSIDE_HOURS)


def keeps_the_caps(delivery: Delivery, situation: Situation) -> Verdict | None:
    rules = situation.campaign.rules
    full_day = situation.sent_today >= rules.max_per_day
    full_week = situation.sent_this_week >= rules.max_per_week
    return Hold(HoldReason.CAP_REACHED) if full_day or full_week else None


ALL_GATES: Final[tuple[Gate, ...]] = (
    is_in_time,
    is_approved,
    is_not_paused,
    is_connected,
    is_open_to_us,
    is_inside_hours,
    keeps_the_caps,
)


def verdict(delivery: Delivery, situation: Situation) -> Verdict | None:
    """The first gate that does not let this post pass, if any."""
    return next((found for gate in ALL_GATES if (found := gate(delivery, situation)) is not None), None)
