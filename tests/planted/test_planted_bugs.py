"""The promises that matter most are guarded: a bug against S4, P3, P4, R2 or A3 turns a test red."""

from typing import Final

import pytest

from campaigns import approval_text, gates, ledger, seats, social_proof
from tests.campaigns import test_approval_text, test_gates, test_ledger, test_seats, test_social_proof
from tests.campaigns.principles import test_plan_rules
from tests.planted.planting import Bug, is_red, planted

BUGS: Final = (
    Bug(
        "S4",
        seats.raise_places,
        "places <= book.places",
        "places == book.places",
        test_seats.test_places_go_up_with_offers_and_never_down,
    ),
    Bug(
        "S4",
        seats.extend,
        "if book.is_extended:",
        "if False:",
        test_seats.test_the_closing_may_move_once_and_only_later,
    ),
    Bug(
        "S4",
        seats.extend,
        "closes <= book.closes",
        "closes == book.closes",
        test_seats.test_the_closing_may_move_once_and_only_later,
    ),
    Bug(
        "P3",
        social_proof.smallest_of,
        "max(minimum_group, GROUP_FLOOR)",
        "minimum_group",
        test_social_proof.test_a_small_team_is_never_spoken_of_whatever_the_campaign_asks,
    ),
    Bug(
        "P3",
        social_proof._refused,
        "size < smallest",
        "False",
        test_social_proof.test_a_small_team_is_never_spoken_of_whatever_the_campaign_asks,
    ),
    Bug(
        "P3",
        social_proof._refused,
        "row.total < smallest",
        "False",
        test_social_proof.test_what_the_numbers_allow,
    ),
    Bug(
        "P4",
        social_proof.prove,
        "now.share >= MAJORITY",
        "now.share > 0",
        test_social_proof.test_what_the_numbers_allow,
    ),
    Bug(
        "P4",
        social_proof._grew,
        "points_enough and",
        "",
        test_social_proof.test_what_the_numbers_allow,
    ),
    Bug(
        "P4",
        social_proof._grew,
        "and now.count - then.count >= GROWTH_COUNT",
        "",
        test_social_proof.test_what_the_numbers_allow,
    ),
    Bug(
        "R2",
        ledger.asks_below_zero,
        "balance < 0",
        "balance < -1",
        test_plan_rules.test_an_ask_below_zero_shows_the_sum_and_the_next_give,
    ),
    Bug(
        "R2",
        ledger.balances,
        "+= weight",
        "+= abs(weight)",
        test_ledger.test_gives_asks_and_information_are_counted,
    ),
    Bug(
        "R2",
        ledger.delivered,
        "one.weight > 0 and delivery.state is State.SENT",
        "one.weight > 0",
        test_ledger.test_only_a_give_that_is_there_counts_and_an_ask_already_when_it_may_be_there,
    ),
    Bug(
        "R2",
        gates.has_given_enough,
        "or delivered.balance + occurrence.weight >= 0",
        "or delivered.balance >= 0",
        test_gates.test_no_ask_takes_the_delivered_balance_below_zero,
    ),
    Bug(
        "A3",
        gates.is_approved,
        "has_expired(campaign, approval, situation.now)",
        "False",
        test_gates.test_a_yes_holds_for_ten_working_days_to_the_end_of_the_last,
    ),
    Bug(
        "A3",
        gates.is_approved,
        "approval.hash != text_to_approve(campaign, occurrence)[1]",
        "False",
        test_gates.test_a_yes_to_another_text_does_not_count,
    ),
    Bug(
        "A3",
        gates.is_approved,
        "approval.decision is not Decision.APPROVED",
        "approval.decision is Decision.REJECTED",
        test_gates.test_anything_but_a_yes_is_no_yes,
    ),
    Bug(
        "A3",
        approval_text._hash,
        '"written": [part.text for part in (*raw_parts(campaign, occurrence), *otherwise_parts(post))],',
        "",
        test_approval_text.test_a_number_typed_over_a_placeholder_is_another_approval,
    ),
    Bug(
        "A3",
        approval_text._hash,
        '"audience": occurrence.audience,',
        "",
        test_approval_text.test_another_audience_moment_principle_sender_approver_or_campaign_is_another_approval,
    ),
)


@pytest.mark.parametrize("bug", BUGS, ids=str)
def test_a_planted_bug_turns_its_guard_red(bug: Bug) -> None:
    assert not is_red(bug.guard), "red without the bug"
    with planted(bug):
        assert is_red(bug.guard), "nobody sees this bug"
    assert not is_red(bug.guard), "the bug is still there"


def test_every_promise_has_its_bugs() -> None:
    assert {bug.rule for bug in BUGS} == {"S4", "P3", "P4", "R2", "A3"}
