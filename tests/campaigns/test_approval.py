"""A yes counts only from its approver, once, in time and for the text as it is; anything else changes nothing."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.approval import (
    LONGEST_TEXT,
    Approval,
    ApprovalOutcome,
    Decision,
    approve,
    ask,
    ask_change,
    expire,
    is_valid,
    reject,
    write,
)

NOW = datetime(2027, 1, 5, 9, tzinfo=UTC)
MOMENT = NOW + timedelta(days=5)


def asked(*, briefing: bool = False) -> Approval:
    approval, outcome = ask(None, hash="h", approver="sandra", card="c", now=NOW, briefing=briefing)
    assert outcome is ApprovalOutcome.ASKED
    return approval


def yes(approval: Approval, *, by: str = "sandra", hash: str = "h", now: datetime = NOW) -> Approval:
    return approve(approval, by=by, hash=hash, now=now, moment=MOMENT)[0]


Answer = Callable[..., tuple[Approval, ApprovalOutcome]]


def _approve(approval: Approval, **how: object) -> tuple[Approval, ApprovalOutcome]:
    return approve(approval, **{"by": "sandra", "hash": "h", "now": NOW, "moment": MOMENT, **how})  # type: ignore[arg-type]


def _reject(approval: Approval, **how: object) -> tuple[Approval, ApprovalOutcome]:
    fields = {"by": "sandra", "because": "no", "hash": "h", "now": NOW, "moment": MOMENT, **how}
    return reject(approval, **fields)  # type: ignore[arg-type]


def _change(approval: Approval, **how: object) -> tuple[Approval, ApprovalOutcome]:
    fields = {"by": "sandra", "because": "no", "hash": "h", "now": NOW, "moment": MOMENT, **how}
    return ask_change(approval, **fields)  # type: ignore[arg-type]


def _write(approval: Approval, **how: object) -> tuple[Approval, ApprovalOutcome]:
    fields = {"by": "sandra", "text": "Our words", "hash": "h", "now": NOW, "moment": MOMENT, **how}
    return write(approval, **fields)  # type: ignore[arg-type]


ANSWERS = [
    (_approve, Decision.APPROVED, False),
    (_reject, Decision.REJECTED, False),
    (_change, Decision.CHANGE_ASKED, False),
    (_write, Decision.APPROVED, True),
]
REFUSED = [
    ({"by": "joris"}, ApprovalOutcome.NOT_YOURS),
    ({"hash": "other"}, ApprovalOutcome.TEXT_CHANGED),
    ({"now": MOMENT}, ApprovalOutcome.TOO_LATE),
    ({"now": MOMENT + timedelta(days=1)}, ApprovalOutcome.TOO_LATE),
]


@pytest.mark.parametrize(("answer", "decision", "briefing"), ANSWERS)
def test_the_approver_answers_once_in_time(answer: Answer, decision: Decision, briefing: bool) -> None:
    approval, _ = answer(asked(briefing=briefing), now=MOMENT - timedelta(seconds=1))
    assert approval.decision is decision
    assert approval.decided_by == "sandra"
    assert approval.decided_at == MOMENT - timedelta(seconds=1)


@pytest.mark.parametrize(("answer", "decision", "briefing"), ANSWERS)
@pytest.mark.parametrize(("how", "outcome"), REFUSED)
def test_the_wrong_person_the_wrong_text_and_the_wrong_time_change_nothing(
    answer: Answer, decision: Decision, briefing: bool, how: dict[str, object], outcome: ApprovalOutcome
) -> None:
    before = asked(briefing=briefing)
    assert answer(before, **how) == (before, outcome)


@pytest.mark.parametrize(("answer", "decision", "briefing"), ANSWERS)
def test_nobody_answers_twice(answer: Answer, decision: Decision, briefing: bool) -> None:
    approval, _ = answer(asked(briefing=briefing))
    already = {ApprovalOutcome.ALREADY_APPROVED, ApprovalOutcome.ALREADY_ANSWERED}
    for again in (_approve, _reject, _change):
        after, outcome = again(approval)
        assert after == approval
        assert outcome in already


@given(
    by=st.sampled_from(["sandra", "joris"]),
    hash=st.sampled_from(["h", "x"]),
    minutes=st.integers(-10, 10),
    earlier=st.lists(st.sampled_from([_approve, _reject, _change, _write]), max_size=3),
)
def test_an_approval_is_given_only_by_its_approver_once_before_its_moment(
    by: str, hash: str, minutes: int, earlier: list[Answer]
) -> None:
    approval = asked()
    for answer in earlier:
        approval, _ = answer(approval)
    now = MOMENT + timedelta(minutes=minutes)
    after, outcome = _approve(approval, by=by, hash=hash, now=now)
    may = approval.decision is Decision.ASKED and by == "sandra" and hash == "h" and now < MOMENT
    assert (outcome is ApprovalOutcome.APPROVED) == may
    assert after == approval or may


def test_a_changed_text_is_asked_again_and_the_same_text_is_not() -> None:
    approved = yes(asked())
    assert is_valid(approved, "h")
    assert not is_valid(approved, "x")
    assert ask(approved, hash="h", approver="sandra", card="d", now=NOW) == (approved, ApprovalOutcome.ALREADY_APPROVED)
    again, outcome = ask(approved, hash="x", approver="sandra", card="d", now=NOW)
    assert outcome is ApprovalOutcome.ASKED
    assert not is_valid(again, "x")
    other, outcome = ask(approved, hash="h", approver="els", card="d", now=NOW)
    assert outcome is ApprovalOutcome.ASKED
    assert other.approver == "els"
    assert not is_valid(None, "h")
    assert not is_valid(asked(), "h")


def test_a_briefing_is_answered_with_a_text_and_a_text_with_a_yes() -> None:
    assert _approve(asked(briefing=True))[1] is ApprovalOutcome.NEEDS_TEXT
    assert _write(asked())[1] is ApprovalOutcome.NOT_A_BRIEFING
    assert _write(asked(briefing=True), text=" \u202e\n ")[1] is ApprovalOutcome.NEEDS_TEXT
    assert _write(asked(briefing=True), text="x" * LONGEST_TEXT)[1] is ApprovalOutcome.WRITTEN
    assert _write(asked(briefing=True), text="x" * (LONGEST_TEXT + 1))[1] is ApprovalOutcome.TOO_LONG


def test_a_written_text_may_be_rewritten_until_its_moment() -> None:
    first, _ = _write(asked(briefing=True), text="Frist")
    second, outcome = _write(first, text="First")
    assert (second.written, outcome) == ("First", ApprovalOutcome.WRITTEN)
    assert _write(second, text="Late", now=MOMENT) == (second, ApprovalOutcome.ALREADY_APPROVED)
    rejected, _ = _reject(asked(briefing=True))
    assert _write(rejected) == (rejected, ApprovalOutcome.ALREADY_ANSWERED)


@given(st.text(max_size=50))
def test_a_written_text_holds_nothing_invisible(text: str) -> None:
    after, outcome = _write(asked(briefing=True), text=f"x{text}\u202e\u0000")
    assert outcome is ApprovalOutcome.WRITTEN
    assert after.written is not None
    assert not {"\u202e", "\u0000", "\u200b"} & set(after.written)


def test_what_nobody_answered_expires_at_its_moment() -> None:
    assert expire(asked(), now=NOW, moment=MOMENT)[1] is ApprovalOutcome.TOO_EARLY
    expired, outcome = expire(asked(), now=MOMENT, moment=MOMENT)
    assert (expired.decision, outcome) == (Decision.EXPIRED, ApprovalOutcome.EXPIRED)
    assert _approve(expired) == (expired, ApprovalOutcome.TOO_LATE)
    approved = yes(asked())
    assert expire(approved, now=MOMENT, moment=MOMENT) == (approved, ApprovalOutcome.ALREADY_APPROVED)
