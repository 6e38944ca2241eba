"""A pulse tells how a group is doing and never what one person said."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.pulse import (
    HiddenBecause,
    PulseCount,
    PulseOutcome,
    PulseResult,
    close_if_due,
    close_pulse,
    closes_at,
    count_answer,
    is_followed,
    open_pulse,
    read_answer,
    results,
    vote_token,
)
from tests.builders import a_campaign, a_post, an_occurrence

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
QUESTION = a_post(kind="pulse", texts=(), question="I know what changes.")


def a_pulse(*answers: int, closed: bool = True) -> PulseCount:
    count = PulseCount("crm", "pulse-1", "sales", "I know what changes.", datetime(2027, 1, 28, 9, tzinfo=UTC))
    for given_answer in answers:
        count, outcome = count_answer(count, str(given_answer))
        assert outcome is PulseOutcome.COUNTED
    return close_pulse(count) if closed else count


@pytest.mark.parametrize(
    ("typed", "value"),
    [("4", 4), (" 4. ", 4), ("Vier", 4), ("FOUR!", 4), ("één", 1), ("een", 1), ("5", 5)],
)
def test_one_to_five_in_digits_or_words_is_an_answer(typed: str, value: int) -> None:
    assert read_answer(typed) == value


@pytest.mark.parametrize("typed", ["0", "6", "4.5", "-1", "", "yes", "44", "½"])
def test_anything_else_is_counted_nowhere(typed: str) -> None:
    count = a_pulse(closed=False)
    assert count_answer(count, typed) == (count, PulseOutcome.NOT_AN_ANSWER)


def test_each_answer_adds_one_to_its_own_counter() -> None:
    assert a_pulse(1, 4, 4, 5).counts == (1, 0, 0, 2, 1)


def test_a_closed_pulse_counts_no_more() -> None:
    count = a_pulse(3)
    assert count_answer(count, "3") == (count, PulseOutcome.CLOSED)


@pytest.mark.parametrize(
    ("opened", "closes"),
    [
        (datetime(2027, 1, 12, 9, 30), datetime(2027, 1, 19, 9, 30)),  # the same time of day
        (datetime(2027, 1, 12, 17, 25), datetime(2027, 1, 19, 17, 25)),  # outside hours too: nothing is posted
        (datetime(2027, 3, 24, 10, 0), datetime(2027, 4, 2, 10, 0)),  # over summer time, without Easter
        (datetime(2027, 3, 31, 10, 0), datetime(2027, 4, 5, 0, 0)),  # the campaign ends
        (datetime(2027, 4, 6, 10, 0), datetime(2027, 4, 5, 0, 0)),  # posted when it was over
    ],
)
def test_it_closes_five_working_days_later_or_with_the_campaign(opened: datetime, closes: datetime) -> None:
    assert closes_at(a_campaign(), opened.replace(tzinfo=AMSTERDAM)) == closes.replace(tzinfo=AMSTERDAM)


def test_it_opens_with_the_question_of_the_file_and_its_last_moment() -> None:
    campaign, asked = a_campaign(posts=(QUESTION,)), an_occurrence(post="pulse-1", kind="pulse")
    opened = open_pulse(campaign, asked, asked.at)
    assert opened is not None
    assert (opened.question, opened.audience, opened.wake) == (
        "I know what changes.",
        "sales",
        closes_at(campaign, asked.at),
    )
    assert open_pulse(a_campaign(), asked, asked.at) is None, "its question has left the file"


def test_it_is_closed_from_its_very_moment_and_wakes_nobody_again() -> None:
    at = datetime(2027, 2, 4, 9, tzinfo=UTC)
    count = replace(a_pulse(3, closed=False), wake=at)
    assert close_if_due(count, now=at - timedelta(seconds=1)) == count
    assert close_if_due(count, now=at) == replace(count, closed=True, wake=None)
    assert close_if_due(replace(count, wake=None), now=at).closed is False


def test_a_newer_pulse_ends_an_older_one_in_its_own_audience_only() -> None:
    older = a_pulse(closed=False)
    newer = replace(older, post="pulse-2", opened_at=older.opened_at + timedelta(days=1))
    assert is_followed(older, newer)
    assert not is_followed(newer, older)
    assert not is_followed(older, older)
    assert not is_followed(close_pulse(older), newer)
    assert not is_followed(replace(older, audience="service"), newer)
    assert not is_followed(replace(older, campaign="other"), newer)


def test_results_tell_how_many_agree() -> None:
    assert results(a_pulse(1, 3, 4, 5, 5), 5) == PulseResult(5, (1, 0, 1, 1, 2), 3, 3.6)


@pytest.mark.parametrize(
    ("count", "minimum", "reason"),
    [
        (a_pulse(1, 3, 4, 5, 5, closed=False), 5, HiddenBecause.STILL_OPEN),
        (a_pulse(1, 3, 4, 5), 5, HiddenBecause.TOO_FEW),
        (a_pulse(1, 3, 4, 5), 1, HiddenBecause.TOO_FEW),  # five is the floor, whatever is asked
        (a_pulse(1, 3, 4, 5, 5), 6, HiddenBecause.TOO_FEW),
        (a_pulse(), 5, HiddenBecause.TOO_FEW),
        (a_pulse(4, 4, 5, 5, 5), 5, HiddenBecause.ALL_ALIKE),
        (a_pulse(1, 2, 3, 3, 3), 5, HiddenBecause.ALL_ALIKE),
    ],
)
def test_results_that_would_give_people_away_stay_hidden(
    count: PulseCount, minimum: int, reason: HiddenBecause
) -> None:
    assert results(count, minimum) is reason


def test_a_token_says_nothing_without_the_secret_and_is_the_same_every_time() -> None:
    token = vote_token("secret", person="room:anna", pulse="crm/pulse-1/sales")
    assert token == vote_token("secret", person="room:anna", pulse="crm/pulse-1/sales")
    assert len(token) == 64
    assert token not in {
        vote_token("other", person="room:anna", pulse="crm/pulse-1/sales"),
        vote_token("secret", person="room:bob", pulse="crm/pulse-1/sales"),
        vote_token("secret", person="room:anna", pulse="crm/pulse-2/sales"),
    }


@given(left=st.tuples(st.text(), st.text()), right=st.tuples(st.text(), st.text()))
def test_two_different_votes_never_share_a_token(left: tuple[str, str], right: tuple[str, str]) -> None:
    same = vote_token("s", person=left[0], pulse=left[1]) == vote_token("s", person=right[0], pulse=right[1])
    assert same == (left == right)
