"""What would break: a post that never comes, or never stops coming."""

import pytest

from tests.campaigns.bad_campaigns import ENGLISH, findings_of, found

WHEN = "week 2 Tuesday 09:30"
TEXT = "text: Click the star."


def test_a_week_lies_within_the_campaign() -> None:
    assert found((WHEN, "week 12 Tuesday 09:30")) == []
    assert found((WHEN, "week 13 Tuesday 09:30")) == [(31, "M2")]
    assert found((WHEN, "every Tuesday 09:30 from week 2 until week 13"), (TEXT, "texts: [One, Two]")) == [(31, "M2")]
    assert found(("closes: week 5", "closes: week 15")) == [(21, "M2")]
    assert found(("opens: week 4", "opens: week 13")) == [(20, "M2"), (21, "M3")]
    assert found(("planned: week 3", "planned: week 13")) == [(26, "M2")]
    assert found(("start: 11", "weeks: x\nstart: 11"), (WHEN, "week 99 Tuesday 09:30")) == [(2, "K3")]


def test_a_free_week_lies_within_the_campaign() -> None:
    hours = "hours: 09:00 to 17:00"
    assert found((hours, "free_weeks: [6, 12]")) == []
    assert found((hours, "free_weeks: [6, 99]")) == [(28, "M2")]
    assert found((hours, "free_weeks:\n    - 6\n    - 99")) == [(30, "M2")]
    assert found((hours, "free_weeks: 6, 13, 99")) == [(28, "M2"), (28, "M2")]
    assert found((hours, "free_weeks: [99]"), ("start: 11", "weeks: 104\nstart: 11")) == []


def test_a_week_that_is_too_late_may_be_meant_as_a_week_of_the_year() -> None:
    autumn = ("start: 11 January 2027", "start: 4 October 2027")  # a Monday, in week 40
    [of_the_year] = findings_of(autumn, (WHEN, "week 42 Tuesday 09:30"))
    assert of_the_year.fix.startswith("Is it week 42 of the year? Then write week 3.")
    [of_next_year] = findings_of(("start: 11 January 2027", "start: 29 November 2027"), (WHEN, "week 52 Friday 10:00"))
    assert "write week 5." in of_next_year.fix
    [neither] = findings_of(autumn, (WHEN, "week 60 Tuesday 09:30"))
    assert "of the year" not in neither.fix
    [last] = findings_of(("start: 11 January 2027", "start: 31 December 9999"), (WHEN, "week 99 Friday 10:00"))
    assert "of the year" not in last.fix
    [free] = findings_of(autumn, ("hours: 09:00 to 17:00", "free_weeks: [42]"))
    assert "write week 3." in free.fix


@pytest.mark.parametrize(
    ("closes", "rules"),
    [
        ("week 4 Monday 09:31", []), ("week 4 Monday 09:30", ["M3"]), ("week 3 Friday 09:30", ["M3"]),
        ("1 February 2027 16:00", []), ("31 January 2027 16:00", ["M3"]),
    ],
)  # fmt: skip
def test_the_seats_close_after_they_open(closes: str, rules: list[str]) -> None:
    assert [rule for _, rule in found(("week 5 Thursday 16:00", closes)) if rule == "M3"] == rules


def test_without_a_start_mixed_forms_are_not_compared() -> None:
    assert found(("start: 11 January 2027", "start: soon"), ("week 5 Thursday 16:00", "1 January 2027 16:00")) == [
        (2, "K3")
    ]


@pytest.mark.parametrize("moment", ["at opening", "2 working days before closing 10:00"])
def test_a_moment_around_the_seats_needs_seats(moment: str) -> None:
    """Rule M4."""
    seats = ENGLISH[ENGLISH.index("seats:") : ENGLISH.index("wishes:")]
    assert found((WHEN, moment)) == []
    assert found((WHEN, moment), (seats, "")) == [(23, "M4")]
    assert found((WHEN, "1 working day after wish postcode 10:00"), (seats, "")) == []


def test_a_moment_around_a_wish_needs_its_planned_day() -> None:
    around = (WHEN, "1 working day after wish postcode 10:00")
    assert found(around) == []
    assert found(around, (", planned: week 3 Friday", "")) == [(31, "M4")]
    assert found((WHEN, "1 working day after wish other 10:00")) == [(31, "K4")]


def test_a_series_ends() -> None:
    every = "every Tuesday 09:30 from week 2"
    pulse = (("kind: tip", "kind: pulse"), (TEXT, "question: Clear?"))
    assert found((WHEN, every), (TEXT, "texts: [One, Two]")) == []
    assert found((WHEN, every)) == [(31, "H4"), (32, "K6")]
    assert found((WHEN, every + " until week 4")) == [(32, "K6")]
    assert found((WHEN, every), *pulse) == [(31, "H4")]
    assert found((WHEN, every + " until week 4"), *pulse) == []
    assert found((TEXT, "texts: [One, Two]")) == [(32, "K6")]


def test_only_a_wish_waits_for_a_wish() -> None:
    waits = (WHEN, "as soon as wish done")
    assert found(waits) == [(31, "R5")]
    assert found(waits, ("kind: tip", "kind: wish")) == []
    assert found(("kind: tip", "kind: wish")) == [(31, "R5")]
