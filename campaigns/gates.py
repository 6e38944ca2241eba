"""What is looked at once more, with fresh facts, just before a post goes out. One small function a gate.

A gate says nothing when it lets the post pass. A hold ends by itself when its reason is gone; a skip is for good.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from campaigns.approval import VALID_WORKING_DAYS, Approval, Decision
from campaigns.approval_text import text_to_approve
from campaigns.calendar import WorkCalendar
from campaigns.compose import ASK_TO_JOIN
from campaigns.delivery import Delivery, HoldReason, SkipReason
from campaigns.ledger import NOTHING_DELIVERED, Delivered
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.replan import has_expired, needs_approval
from campaigns.seat_book import SeatBook
from campaigns.texts.say import say
from campaigns.wording import written_day, written_moment


@dataclass(frozen=True)
class Situation:
    """What is true at this moment around one post. The counts are of posts sent in its channel, all campaigns together;
    `delivered` is what its audience got and was asked by its own campaign.

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
    delivered: Delivered = NOTHING_DELIVERED
    seats: SeatBook | None = None


@dataclass(frozen=True)
class Hold:
    """`rule` is the id of the rule that holds it, "" when none does; `detail` has the numbers and the nearest mend.

    `until` is the first instant at which time alone lets it pass; None when it waits for something to happen.
    """

    reason: HoldReason
    detail: str = ""
    rule: str = ""
    until: datetime | None = None


@dataclass(frozen=True)
class Skip:
    reason: SkipReason
    detail: str = ""
    rule: str = ""


Verdict = Hold | Skip
Gate = Callable[[Delivery, Situation], Verdict | None]


def is_in_time(delivery: Delivery, situation: Situation) -> Verdict | None:
    if situation.now <= situation.occurrence.late_after:
        return None
    return Skip(SkipReason.TOO_LATE, _waited_for(delivery, situation), delivery.rule)


def _waited_for(delivery: Delivery, situation: Situation) -> str:
    """What held it until it was too late, with its numbers."""
    if delivery.reason is None:
        return ""
    language = situation.campaign.language
    waited = say(language, "gate_waited", why=say(language, f"room_why_{delivery.reason}"))
    return " ".join(filter(None, (waited, delivery.detail)))


def is_approved(delivery: Delivery, situation: Situation) -> Verdict | None:
    """An approval counts only for the text that would go out now, and not for ever."""
    if not needs_approval(situation.occurrence):
        return None
    approval = delivery.approval
    campaign, occurrence = situation.campaign, situation.occurrence
    if approval is None or approval.decision is not Decision.APPROVED:
        briefed = campaign.post(occurrence.post).briefing is not None
        reason = SkipReason.NO_TEXT if briefed else SkipReason.NOT_APPROVED
        return Skip(reason, _who_was_asked(approval, situation), "A4")
    if approval.hash != text_to_approve(campaign, occurrence)[1]:
        return Skip(SkipReason.NOT_APPROVED, say(campaign.language, "gate_text_changed"), "A3")
    if has_expired(campaign, approval, situation.now):
        return Skip(SkipReason.NOT_APPROVED, _how_old(approval, situation), "A3")
    return None


def _who_was_asked(approval: Approval | None, situation: Situation) -> str:
    campaign = situation.campaign
    if approval is None or approval.approver not in campaign.people:
        return say(campaign.language, "gate_never_asked")
    name = campaign.people[approval.approver].name
    day = written_day(campaign.language, campaign.local(approval.asked_at).date())
    return say(campaign.language, "gate_asked_text" if approval.briefing else "gate_asked", name=name, day=day)


def _how_old(approval: Approval, situation: Situation) -> str:
    language = situation.campaign.language
    day = situation.campaign.local(approval.decided_at or approval.asked_at).date()
    return say(language, "gate_expired", day=written_day(language, day), days=VALID_WORKING_DAYS)


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
    if allowed:
        return None
    language, rules = situation.campaign.language, situation.campaign.rules
    opening = calendar.next_allowed(calendar.to_wall(situation.now))
    hours = {"opens": f"{rules.opens_at:%H:%M}", "closes": f"{rules.closes_at:%H:%M}"}
    detail = say(language, "gate_hours", **hours, next=written_moment(language, opening))
    return Hold(HoldReason.OUTSIDE_HOURS, detail, "E1", until=calendar.to_utc(opening))


def keeps_the_caps(delivery: Delivery, situation: Situation) -> Verdict | None:
    rules, language = situation.campaign.rules, situation.campaign.language
    if situation.sent_today >= rules.max_per_day:
        sentence = say(language, "gate_full_day", sent=situation.sent_today, most=rules.max_per_day)
    elif situation.sent_this_week >= rules.max_per_week:
        sentence = say(language, "gate_full_week", sent=situation.sent_this_week, most=rules.max_per_week)
    else:
        return None
    return Hold(HoldReason.CAP_REACHED, sentence, "H6")


def has_a_place_to_offer(delivery: Delivery, situation: Situation) -> Verdict | None:
    """Nobody is called to a group that is full. A card that was posted before stays, and its count is true."""
    book = situation.seats
    if situation.occurrence.kind not in ASK_TO_JOIN or book is None or book.waits_for_draw or not book.is_full:
        return None
    sentence = say(situation.campaign.language, "all_places_taken", total=book.places)
    return Skip(SkipReason.NO_PLACES_LEFT, sentence, "S10")


def has_given_enough(delivery: Delivery, situation: Situation) -> Verdict | None:
    """No ask takes the balance of its audience below zero, and only what is there counts as given."""
    occurrence, delivered = situation.occurrence, situation.delivered
    if occurrence.weight >= 0 or delivered.balance + occurrence.weight >= 0:
        return None
    language = situation.campaign.language
    sum_ = say(
        language,
        "gate_balance",
        given=delivered.given,
        asked=delivered.asked,
        asks=-occurrence.weight,
        short=-(delivered.balance + occurrence.weight),
    )
    return Hold(HoldReason.BALANCE_SHORT, f"{sum_} {_next_give(situation)}", "R7")


def _next_give(situation: Situation) -> str:
    give, language = situation.delivered.next_give, situation.campaign.language
    if give is None:
        return say(language, "gate_no_give")
    return say(language, "gate_next_give", post=give.post, moment=written_moment(language, give.wall))


ALL_GATES: Final[tuple[Gate, ...]] = (
    is_in_time,
    is_approved,
    is_not_paused,
    is_connected,
    is_open_to_us,
    is_inside_hours,
    keeps_the_caps,
    has_a_place_to_offer,
    has_given_enough,
)


def verdict(delivery: Delivery, situation: Situation) -> Verdict | None:
    """The first gate that does not let this post pass, if any."""
    return next((found for gate in ALL_GATES if (found := gate(delivery, situation)) is not None), None)
