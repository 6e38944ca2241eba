"""A delivery goes from planned to settled along its own paths only, and only its claimer records what came of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.delivery import (
    SENDING_AT_MOST,
    SETTLED,
    Delivery,
    FailReason,
    HoldReason,
    SkipReason,
    State,
    WrongState,
    claimed,
    failed,
    held,
    retry_at,
    sent,
    skipped,
    uncertain,
    waiting_again,
)
from campaigns.message import Message, Part
from campaigns.texts.say import say

NOW = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
MESSAGE = Message("en", "tip", (Part("Click the star."),))


def a_delivery(state: State = State.WAITING) -> Delivery:
    claim = "mine" if state is State.SENDING else None
    return Delivery(key="crm/tip-1/sales", campaign="crm", due=NOW, wake=NOW, state=state, claim=claim)


def _claimed(delivery: Delivery, claim: str | None) -> Delivery:
    return claimed(delivery, claim="mine", now=NOW, message=MESSAGE, channel="c1")


def _sent(delivery: Delivery, claim: str | None) -> Delivery:
    return sent(delivery, now=NOW, ref="r1", claim=claim)


def _failed(delivery: Delivery, claim: str | None) -> Delivery:
    return failed(delivery, now=NOW, reason=FailReason.REFUSED, claim=claim)


def _uncertain(delivery: Delivery, claim: str | None) -> Delivery:
    return uncertain(delivery, detail="no answer", next_look=NOW, claim=claim)


def _waiting(delivery: Delivery, claim: str | None) -> Delivery:
    return waiting_again(delivery, wake=NOW, claim=claim)


def _held(delivery: Delivery, claim: str | None) -> Delivery:
    return held(delivery, reason=HoldReason.PAUSED, claim=claim)


def _skipped(delivery: Delivery, claim: str | None) -> Delivery:
    return skipped(delivery, now=NOW, reason=SkipReason.TOO_LATE)


Step = Callable[[Delivery, str | None], Delivery]
PATHS: dict[State, tuple[Step, set[State]]] = {
    State.SENDING: (_claimed, {State.WAITING, State.HELD}),
    State.SENT: (_sent, {State.SENDING, State.UNCERTAIN}),
    State.FAILED: (_failed, {State.SENDING, State.UNCERTAIN}),
    State.UNCERTAIN: (_uncertain, {State.SENDING, State.UNCERTAIN}),
    State.WAITING: (_waiting, {State.SENDING, State.UNCERTAIN, State.HELD}),
    State.HELD: (_held, {State.WAITING, State.HELD, State.SENDING}),
    State.SKIPPED: (_skipped, {State.WAITING, State.HELD}),
}


@pytest.mark.parametrize("source", State)
@pytest.mark.parametrize("target", State)
def test_a_delivery_goes_only_where_its_state_allows(source: State, target: State) -> None:
    step, sources = PATHS[target]
    before = a_delivery(source)
    if source not in sources:
        with pytest.raises(WrongState, match=f"{before.key} is {source}, not "):
            step(before, before.claim)
        return
    after = step(before, before.claim)
    assert after.state is target
    assert (after.settled_at == NOW) == (target in SETTLED)
    assert (after.claim is not None) == (target is State.SENDING)
    assert after.wake is None or target not in SETTLED


@pytest.mark.parametrize("step", [_sent, _failed, _uncertain, _waiting, _held])
@pytest.mark.parametrize("claim", [None, "theirs"])
def test_only_the_claimer_records_what_came_of_it(step: Step, claim: str | None) -> None:
    with pytest.raises(WrongState, match="under claim mine"):
        step(a_delivery(State.SENDING), claim)


def test_a_claim_freezes_the_message_and_counts_the_attempt() -> None:
    before = replace(a_delivery(State.HELD), reason="paused", detail="why", attempts=2)
    after = _claimed(before, None)
    assert (after.message, after.channel, after.attempts) == (MESSAGE, "c1", 3)
    assert (after.reason, after.detail) == (None, "")
    assert after.wake == NOW + SENDING_AT_MOST


def test_a_reason_stays_with_what_was_held_skipped_or_failed() -> None:
    later = NOW + timedelta(hours=1)
    kept = held(a_delivery(), reason=HoldReason.NO_FACTS, detail="why", next_look=later)
    assert (kept.reason, kept.detail, kept.wake) == ("no_facts", "why", later)
    assert skipped(a_delivery(), now=NOW, reason=SkipReason.NO_TEXT, detail="why").reason == "no_text"
    assert failed(a_delivery(State.UNCERTAIN), now=NOW, reason=FailReason.TOO_LARGE).reason == "too_large"


@given(attempts=st.integers(-1, 10_000), retry_after=st.none() | st.floats(-10, 3600))
def test_a_retry_is_never_sooner_than_asked_and_never_far_away(attempts: int, retry_after: float | None) -> None:
    wait = retry_at(attempts, retry_after, NOW) - NOW
    assert wait >= timedelta(seconds=max(5, retry_after or 0)) - timedelta(microseconds=1)
    assert wait <= max(timedelta(minutes=10), timedelta(seconds=retry_after or 0)) + timedelta(microseconds=1)
    assert retry_at(attempts + 1, retry_after, NOW) >= retry_at(attempts, retry_after, NOW)


def test_the_wait_doubles() -> None:
    assert [(retry_at(attempt, None, NOW) - NOW).seconds for attempt in (1, 2, 3, 4)] == [5, 10, 20, 40]


@pytest.mark.parametrize("reason", [*SkipReason, *HoldReason, *FailReason, State.UNCERTAIN])
def test_every_reason_has_a_sentence_and_a_next_step(reason: str) -> None:
    for language in ("nl", "en"):
        assert say(language, f"reason_{reason}").count(".") >= 1
