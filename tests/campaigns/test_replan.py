"""What would break: an edit that sends a post twice, loses one, or lets a changed text out on the old yes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.approval import Approval, Decision
from campaigns.approval_text import text_to_approve
from campaigns.delivery import OUT, Delivery, HoldReason, SkipReason, State
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.plan import plan
from campaigns.replan import first_wake, needs_approval, replanned
from tests.builders import a_campaign, a_post, an_occurrence
from tests.running_bot import with_posts

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
BEFORE = TUESDAY - timedelta(days=3)
CAMPAIGN = a_campaign()
EDITED = with_posts(CAMPAIGN, texts=("Another text.",))


def planned(campaign: Campaign = CAMPAIGN) -> list[Occurrence]:
    return list(plan([campaign]).occurrences)


def approved(campaign: Campaign, occurrence: Occurrence, **changes: Any) -> Delivery:
    text = text_to_approve(campaign, occurrence)[1]
    approval = Approval(text, "joris", "card", Decision.APPROVED, BEFORE)
    waiting = Delivery(occurrence.key, campaign.id, occurrence.at, occurrence.at, occurrence=occurrence)
    return replace(waiting, approval=approval, **changes)


def after_edit(kept: Delivery, campaign: Campaign = EDITED, now: datetime = BEFORE) -> list[Delivery]:
    return replanned(campaign, planned(campaign), {kept.key: kept}, now=now)


def test_a_new_post_waits_to_be_asked_for() -> None:
    [occurrence] = planned()
    [new] = replanned(CAMPAIGN, [occurrence], {}, now=BEFORE)
    assert (new.state, new.due, new.wake) == (State.WAITING, TUESDAY, occurrence.ask_at)


def test_a_post_whose_moment_passed_before_we_knew_of_it_is_not_sent_late() -> None:
    [new] = replanned(CAMPAIGN, planned(), {}, now=TUESDAY + timedelta(minutes=1))
    assert (new.state, new.reason, new.wake) == (State.SKIPPED, SkipReason.BEFORE_START, None)


def test_a_wish_that_is_done_now_may_still_go_out_a_little_later() -> None:
    wish = an_occurrence(kind="wish", post="wish-1", wish="postcode")
    [new] = replanned(CAMPAIGN, [wish], {}, now=wish.at + timedelta(minutes=1))
    assert new.state is State.WAITING


def test_only_a_wish_needs_no_card() -> None:
    wish = an_occurrence(kind="wish", wish="postcode")
    assert not needs_approval(wish)
    assert first_wake(wish) == wish.at
    assert needs_approval(an_occurrence())
    assert first_wake(an_occurrence()) == an_occurrence().ask_at


def test_planning_again_without_an_edit_changes_nothing() -> None:
    [occurrence] = planned()
    assert after_edit(approved(CAMPAIGN, occurrence), CAMPAIGN) == []


@pytest.mark.parametrize("state", [State.WAITING, State.HELD])
def test_a_changed_text_loses_its_yes_and_is_asked_again(state: State) -> None:
    [occurrence] = planned()
    kept = approved(CAMPAIGN, occurrence, state=state, reason=HoldReason.PAUSED, owner_told=("held:paused",))
    [asked] = after_edit(kept)
    assert (asked.state, asked.approval, asked.reason, asked.owner_told) == (State.WAITING, None, None, ())
    assert asked.wake == occurrence.ask_at


@pytest.mark.parametrize("state", sorted(OUT))
def test_what_is_out_or_may_be_out_is_never_touched(state: State) -> None:
    [occurrence] = planned()
    assert after_edit(approved(CAMPAIGN, occurrence, state=state)) == []
    kept = approved(CAMPAIGN, occurrence, state=state)
    assert replanned(CAMPAIGN, [], {kept.key: kept}, now=BEFORE) == []


@pytest.mark.parametrize("decision", [Decision.ASKED, Decision.APPROVED])
def test_a_corrected_address_asks_again_because_it_is_somebody_else(decision: Decision) -> None:
    """A yes of whoever had the wrong address would go out in another one's name."""
    [occurrence] = planned()
    kept = approved(CAMPAIGN, occurrence)
    assert kept.approval is not None
    old, right, wrong = (
        replace(kept, approval=replace(kept.approval, decision=decision, chat=chat))
        for chat in ("", "joris@example.com", "jorris@example.com")
    )
    assert after_edit(old, CAMPAIGN) == after_edit(right, CAMPAIGN) == []
    [again] = after_edit(wrong, CAMPAIGN)
    assert (again.approval, again.wake) == (None, occurrence.ask_at)


def test_a_post_that_left_the_file_is_withdrawn() -> None:
    [occurrence] = planned()
    kept = approved(CAMPAIGN, occurrence)
    [gone] = replanned(CAMPAIGN, [], {kept.key: kept}, now=BEFORE)
    assert (gone.state, gone.reason) == (State.SKIPPED, SkipReason.WITHDRAWN)


def test_a_withdrawn_post_that_returns_is_asked_anew() -> None:
    [occurrence] = planned()
    gone = approved(CAMPAIGN, occurrence, state=State.SKIPPED, reason=SkipReason.WITHDRAWN, settled_at=BEFORE)
    [back] = after_edit(gone, CAMPAIGN)
    assert (back.state, back.approval, back.settled_at) == (State.WAITING, None, None)


@pytest.mark.parametrize(("campaign", "returns"), [(EDITED, True), (CAMPAIGN, False)])
def test_a_rejected_text_returns_only_when_it_was_changed(campaign: Campaign, returns: bool) -> None:
    [occurrence] = planned()
    rejected = approved(CAMPAIGN, occurrence, state=State.SKIPPED, reason=SkipReason.REJECTED)
    assert [item.state for item in after_edit(rejected, campaign)] == [State.WAITING] * returns


@pytest.mark.parametrize("reason", [SkipReason.TOO_LATE, SkipReason.NOT_APPROVED, SkipReason.BEFORE_START])
def test_other_skips_stay(reason: SkipReason) -> None:
    [occurrence] = planned()
    assert after_edit(approved(CAMPAIGN, occurrence, state=State.SKIPPED, reason=reason)) == []


def test_nothing_returns_once_its_moment_is_there() -> None:
    [occurrence] = planned()
    gone = approved(CAMPAIGN, occurrence, state=State.SKIPPED, reason=SkipReason.WITHDRAWN)
    assert after_edit(gone, CAMPAIGN, now=TUESDAY) == []


def test_the_same_hour_in_another_time_zone_is_another_moment() -> None:
    [occurrence] = planned()
    later = replace(occurrence, at=occurrence.at + timedelta(hours=1))
    kept = approved(CAMPAIGN, occurrence)
    [moved] = replanned(CAMPAIGN, [later], {kept.key: kept}, now=BEFORE)
    assert (moved.due, moved.approval) == (later.at, None)


@given(st.sets(st.integers(1, 12)), st.sets(st.integers(1, 12)), st.sampled_from(sorted(State)))
def test_replanning_twice_is_the_same_as_once_and_never_touches_what_is_out(
    first: set[int], second: set[int], state: State
) -> None:
    """Whatever weeks the post is in before and after the edit."""

    def weekly(weeks: set[int]) -> list[Occurrence]:
        return [an_occurrence(at=TUESDAY + timedelta(weeks=week), post="tip-1") for week in sorted(weeks)]

    campaign = a_campaign(posts=(a_post(),))
    kept = {item.key: replace(item, state=state) for item in replanned(campaign, weekly(first), {}, now=BEFORE)}
    once = {item.key: item for item in replanned(campaign, weekly(second), kept, now=BEFORE)}
    assert state not in OUT or not set(once) & set(kept)
    assert replanned(campaign, weekly(second), {**kept, **once}, now=BEFORE) == []
