"""What would break: a post that goes out late, unapproved, paused, nowhere, at night or one too many."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from campaigns.approval import Approval, Decision
from campaigns.approval_text import text_to_approve
from campaigns.delivery import Delivery, HoldReason, SkipReason
from campaigns.gates import Hold, Situation, Skip, verdict
from campaigns.ledger import Delivered
from campaigns.model import Rules
from campaigns.seats import open_book, sign_up
from tests.builders import a_campaign, a_post, an_occurrence, some_seats

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)  # 09:30 in Amsterdam
CAMPAIGN = a_campaign(rules=Rules(max_per_day=2, max_per_week=5))
TIP = an_occurrence()


def a_situation(**changes: Any) -> Situation:
    calm = Situation(
        CAMPAIGN, TIP, TUESDAY, paused=False, channel="c", channel_closed="", sent_today=1, sent_this_week=4
    )
    return replace(calm, **changes)


def a_delivery(**changes: Any) -> Delivery:
    hash_ = text_to_approve(CAMPAIGN, TIP)[1]
    approval = Approval(hash_, "joris", "card", Decision.APPROVED, TUESDAY - timedelta(days=2))
    return replace(Delivery(TIP.key, "crm", TIP.at, TIP.at, occurrence=TIP, approval=approval), **changes)


def stopped(delivery: Delivery, situation: Situation) -> tuple[HoldReason | SkipReason, str] | None:
    """The reason and the rule; every rule comes with a sentence."""
    found = verdict(delivery, situation)
    assert found is None or not found.rule or found.detail
    return (found.reason, found.rule) if found else None


def test_an_approved_post_at_its_moment_passes_all_gates() -> None:
    """Rule A4."""
    assert verdict(a_delivery(), a_situation()) is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"now": TUESDAY + timedelta(hours=2)}, None),
        ({"now": TUESDAY + timedelta(hours=2, seconds=1)}, (SkipReason.TOO_LATE, "")),
        ({"paused": True}, (HoldReason.PAUSED, "")),
        ({"channel": None}, (HoldReason.NOT_CONNECTED, "")),
        ({"channel_closed": "removed"}, (HoldReason.CHANNEL_CLOSED, "")),
        ({"sent_today": 2}, (HoldReason.CAP_REACHED, "H6")),
        ({"sent_this_week": 5}, (HoldReason.CAP_REACHED, "H6")),
    ],
)
def test_each_gate_stops_what_it_guards(
    changes: dict[str, Any], expected: tuple[HoldReason | SkipReason, str] | None
) -> None:
    assert stopped(a_delivery(), a_situation(**changes)) == expected


@pytest.mark.parametrize(
    ("hour", "minute", "may"), [(15, 0, True), (16, 0, True), (16, 1, False), (7, 59, False), (8, 0, True)]
)
def test_a_late_post_comes_inside_the_hours_or_not_at_all(hour: int, minute: int, may: bool) -> None:
    """09:00 to 17:00 in Amsterdam, both included; the seconds of the last minute count as inside."""
    late = replace(TIP, late_after=TUESDAY + timedelta(days=1))
    now = TUESDAY.replace(hour=hour, minute=minute, second=30)
    found = stopped(a_delivery(), a_situation(occurrence=late, now=now))
    assert found == (None if may else (HoldReason.OUTSIDE_HOURS, "E1"))


@pytest.mark.parametrize(("day", "hour", "opening_day"), [(12, 7, 12), (12, 18, 13), (15, 18, 18)])
def test_what_waits_for_the_hours_knows_until_when(day: int, hour: int, opening_day: int) -> None:
    """Before them, after them, and over a weekend; a pause ends only when somebody ends it."""
    late = replace(TIP, late_after=TUESDAY + timedelta(days=9))
    now = TUESDAY.replace(day=day, hour=hour, minute=0)
    found = verdict(a_delivery(), a_situation(occurrence=late, now=now))
    assert isinstance(found, Hold)
    assert found.until == datetime(2027, 1, opening_day, 8, 0, tzinfo=UTC)
    paused = verdict(a_delivery(), a_situation(occurrence=late, now=now, paused=True))
    assert isinstance(paused, Hold)
    assert paused.until is None


@pytest.mark.parametrize("decision", [item for item in Decision if item is not Decision.APPROVED])
def test_anything_but_a_yes_is_no_yes(decision: Decision) -> None:
    before = a_delivery().approval
    assert before is not None
    found = stopped(a_delivery(approval=replace(before, decision=decision)), a_situation())
    assert found == (SkipReason.NOT_APPROVED, "A4")


def test_a_yes_to_another_text_does_not_count() -> None:
    before = a_delivery().approval
    assert before is not None
    found = stopped(a_delivery(approval=replace(before, hash="of another text")), a_situation())
    assert found == (SkipReason.NOT_APPROVED, "A3")


@pytest.mark.parametrize(("days", "rule"), [(14, None), (15, "A3")])
def test_a_yes_holds_for_ten_working_days_to_the_end_of_the_last(days: int, rule: str | None) -> None:
    campaign = a_campaign(rules=Rules(holidays=None, max_per_day=2, max_per_week=5))
    hash_ = text_to_approve(campaign, TIP)[1]
    given = Approval(
        hash_, "joris", "card", Decision.APPROVED, TUESDAY - timedelta(days=days),
        decided_at=TUESDAY - timedelta(days=days),
    )  # fmt: skip
    found = stopped(a_delivery(approval=given), a_situation(campaign=campaign))
    assert found == (None if rule is None else (SkipReason.NOT_APPROVED, rule))


def test_a_briefing_without_an_answer_lacks_a_text() -> None:
    briefed = a_campaign(posts=(a_post(texts=(), briefing="What did we hear?"),))
    assert stopped(a_delivery(approval=None), a_situation(campaign=briefed)) == (SkipReason.NO_TEXT, "A4")
    assert stopped(a_delivery(approval=None), a_situation()) == (SkipReason.NOT_APPROVED, "A4")


def test_a_wish_needs_no_card() -> None:
    wish = an_occurrence(kind="wish", wish="postcode")
    assert verdict(a_delivery(approval=None), a_situation(occurrence=wish)) is None


def test_the_reason_that_held_a_post_is_told_when_it_gets_too_late() -> None:
    held = a_delivery(reason=HoldReason.CAP_REACHED.value, detail="Two of one.", rule="H6")
    found = verdict(held, a_situation(now=TUESDAY + timedelta(hours=3), paused=True))
    assert found is not None
    assert (found.reason, found.rule) == (SkipReason.TOO_LATE, "H6")
    assert found.detail.startswith("It waited: ")
    assert found.detail.endswith("Two of one.")


CALL = an_occurrence(kind="call", post="call-1", weight=-2)
CALLING = a_campaign(rules=Rules(max_per_day=2, max_per_week=5), posts=(a_post(kind="call", sender="joris"),))


def called(situation: Situation) -> Hold | Skip | None:
    """What becomes of an approved call."""
    hash_ = text_to_approve(CALLING, CALL)[1]
    approval = Approval(hash_, "joris", "card", Decision.APPROVED, TUESDAY, decided_at=TUESDAY)
    return verdict(a_delivery(approval=approval, occurrence=CALL), replace(situation, campaign=CALLING))


@pytest.mark.parametrize(
    ("given", "asked", "held"), [(2, 0, False), (1, 0, True), (0, 0, True), (5, 3, False), (5, 4, True)]
)
def test_no_ask_takes_the_delivered_balance_below_zero(given: int, asked: int, held: bool) -> None:
    """Rules R2 and R7."""
    found = called(a_situation(occurrence=CALL, delivered=Delivered(given, asked)))
    assert (found is not None) == held
    assert found is None or (found.reason, found.rule) == (HoldReason.BALANCE_SHORT, "R7")


@pytest.mark.parametrize(("weight", "held"), [(-1, True), (0, False), (1, False)])
def test_what_asks_nothing_is_never_held_for_the_balance(weight: int, held: bool) -> None:
    """Rule R7, also after more was asked than given."""
    found = called(a_situation(occurrence=replace(CALL, weight=weight), delivered=Delivered(0, 2)))
    assert (found is not None) == held


def test_a_hold_for_the_balance_names_the_sum_and_the_next_give() -> None:
    short = a_situation(occurrence=CALL, delivered=Delivered(3, 2, next_give=TIP))
    found = called(short)
    assert found is not None
    assert "+3" in found.detail
    assert "\u22122" in found.detail
    assert "1 too many" in found.detail
    assert "The next give is tip-1 on Tuesday 12 January 09:30." in found.detail
    without = called(replace(short, delivered=Delivered(3, 2)))
    assert without is not None
    assert "No give is planned any more" in without.detail


def test_nobody_is_called_to_a_group_that_is_full() -> None:
    seats = open_book("crm", some_seats(places=1), opens=TUESDAY, closes=TUESDAY + timedelta(days=1), seed="s")
    full, _ = sign_up(seats, person="a", name="A", team="sales", now=TUESDAY)
    enough = a_situation(occurrence=CALL, delivered=Delivered(2, 0))
    assert called(replace(enough, seats=seats)) is None
    found = called(replace(enough, seats=full))
    assert found is not None
    assert (found.reason, found.rule) == (SkipReason.NO_PLACES_LEFT, "S10")
    assert verdict(a_delivery(), a_situation(seats=full)) is None
