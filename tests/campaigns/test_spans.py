"""Times, days, hours and spans, in two languages and in the ways people type them."""

from datetime import date, time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.spans import BadMoment, Span, describe_day, parse_clock, parse_day, parse_hours, parse_span
from campaigns.words import Language

LANGUAGES = get_args(Language)


@pytest.mark.parametrize("text", ["09:30", "9:30", "9.30"])
def test_a_clock_may_be_written_with_or_without_zero_and_with_a_point(text: str) -> None:
    assert parse_clock(text) == time(9, 30)


@pytest.mark.parametrize("text", ["24:00", "25:10", "09:60", "9", "930", "half tien", ""])
def test_a_clock_that_no_clock_shows_is_refused(text: str) -> None:
    with pytest.raises(BadMoment):
        parse_clock(text)


@given(st.dates(), st.sampled_from(LANGUAGES))
def test_a_day_reads_back_as_it_was_written(day: date, language: Language) -> None:
    assert parse_day(describe_day(day, language), language) == day
    assert parse_day(f" {day.isoformat()} ", language) == day


def test_capitals_and_spaces_in_a_day_mean_nothing() -> None:
    assert parse_day("11  JANUARI 2027", "nl") == date(2027, 1, 11)


@pytest.mark.parametrize("text", ["30 February 2027", "2027-02-30", "11-1-2027", "11 januari 2027", "January 2027", ""])
def test_a_day_that_does_not_exist_or_has_another_form_is_refused(text: str) -> None:
    with pytest.raises(BadMoment):
        parse_day(text, "en")


def test_29_february_exists_in_a_leap_year_only() -> None:
    assert parse_day("29 februari 2028", "nl") == date(2028, 2, 29)
    with pytest.raises(BadMoment):
        parse_day("29 februari 2027", "nl")


@pytest.mark.parametrize(
    ("text", "language"),
    [("09:00 to 17:00", "en"), ("9.00 tot 17.00", "nl"), ("09:00-17:00", "en"), ("9:00 – 17:00", "nl")],
)
def test_hours_are_two_clocks(text: str, language: Language) -> None:
    assert parse_hours(text, language) == (time(9, 0), time(17, 0))


@pytest.mark.parametrize("text", ["17:00 to 09:00", "09:00 to 09:00", "09:00", "09:00 tot 17:00", "09:00 to 24:00"])
def test_hours_that_are_empty_or_in_another_language_are_refused(text: str) -> None:
    with pytest.raises(BadMoment):
        parse_hours(text, "en")


@pytest.mark.parametrize(
    ("text", "language", "span"),
    [
        ("90 minutes", "en", Span(90, "minutes")),
        ("1 hour", "en", Span(1, "hours")),
        ("5 Working  Days", "en", Span(5, "working days")),
        ("3 days", "en", Span(3, "days")),
        ("2 weeks", "en", Span(2, "weeks")),
        ("1 year", "en", Span(12, "months")),
        ("30 minuten", "nl", Span(30, "minutes")),
        ("2 uur", "nl", Span(2, "hours")),
        ("1 werkdag", "nl", Span(1, "working days")),
        ("3 dagen", "nl", Span(3, "days")),
        ("1 week", "nl", Span(1, "weeks")),
        ("6 maanden", "nl", Span(6, "months")),
    ],
)
def test_a_span_is_a_count_and_a_unit(text: str, language: Language, span: Span) -> None:
    assert parse_span(text, language) == span


@pytest.mark.parametrize("text", ["hours", "-1 hours", "2 uur", "two hours", "2", "2 fortnights", "1.5 hours"])
def test_another_span_is_refused(text: str) -> None:
    with pytest.raises(BadMoment):
        parse_span(text, "en")
