"""What would break: a post that goes out late, unapproved, paused, nowhere, at night or one too many."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from campaigns.approval import Approval, Decision
from campaigns.approval_text import text_to_approve
from campaigns.delivery import Delivery, HoldReason, SkipReason
from campaigns.gates import Hold, Situation, Skip, verdict
from campaigns.model import Rules
from tests.builders import a_campaign, a_post, an_occurrence

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


def test_an_approved_post_at_its_moment_passes_all_gates() -> None:
    assert verdict(a_delivery(), a_situation()) is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"now": TUESDAY + timedelta(hours=2)}, None),
        ({"now": TUESDAY + timedelta(hours=2, seconds=1)}, Skip(SkipReason.TOO_LATE)),
        ({"paused": True}, Hold(HoldReason.PAUSED)),
        ({"channel": None}, Hold(HoldReason.NOT_CONNECTED)),
        ({"channel_closed": "removed"}, Hold(HoldReason.CHANNEL_CLOSED, "removed")),
        ({"sent_today": 2}, Hold(HoldReason.CAP_REACHED)),
        ({"sent_this_week": 5}, Hold(HoldReason.CAP_REACHED)),
    ],
)
def test_each_gate_stops_what_it_guards(changes: dict[str, Any], expected: Hold | Skip | None) -> None:
    assert verdict(a_delivery(), a_situation(**changes)) == expected


@pytest.mark.parametrize(
    ("hour", "minute", "may"), [(15, 0, True), (16, 0, True), (16, 1, False), (7, 59, False), (8, 0, True)]
)
def test_a_late_post_comes_inside_the_hours_or_not_at_all(hour: int, minute: int, may: bool) -> None:
    """09:00 to 17:00 in Amsterdam, both included; the seconds of the last minute count as inside."""
    late = replace(TIP, late_after=TUESDAY + timedelta(days=1))
    now = TUESDAY.replace(hour=hour, minute=minute, second=30)
    found = verdict(a_delivery(), a_situation(occurrence=late, now=now))
    assert found == (None if may else Hold(HoldReason.OUTSIDE_HOURS))


@pytest.mark.parametrize("decision", [item for item in Decision if item is not Decision.APPROVED])
def test_anything_but_a_yes_is_no_yes(decision: Decision) -> None:
    before = a_delivery().approval
    assert before is not None
    found = verdict(a_delivery(approval=replace(before, decision=decision)), a_situation())
    assert found == Skip(SkipReason.NOT_APPROVED)


def test_a_yes_to_another_text_does_not_count() -> None:
    before = a_delivery().approval
    assert before is not None
    found = verdict(a_delivery(approval=replace(before, hash="of another text")), a_situation())
    assert found == Skip(SkipReason.NOT_APPROVED)


def test_a_briefing_without_an_answer_lacks_a_text() -> None:
    briefed = a_campaign(posts=(a_post(texts=(), briefing="What did we hear?"),))
    assert verdict(a_delivery(approval=None), a_situation(campaign=briefed)) == Skip(SkipReason.NO_TEXT)
    assert verdict(a_delivery(approval=None), a_situation()) == Skip(SkipReason.NOT_APPROVED)


def test_a_wish_needs_no_card() -> None:
    wish = an_occurrence(kind="wish", wish="postcode")
    assert verdict(a_delivery(approval=None), a_situation(occurrence=wish)) is None


def test_the_reason_that_held_a_post_is_told_when_it_gets_too_late() -> None:
    held = a_delivery(reason=HoldReason.PAUSED.value)
    found = verdict(held, a_situation(now=TUESDAY + timedelta(hours=3), paused=True))
    assert found == Skip(SkipReason.TOO_LATE, "paused")
