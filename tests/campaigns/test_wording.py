"""Dates, lists and names as people write them, in both languages."""

from datetime import date, datetime

import pytest

from campaigns.wording import promised_day, readable, written_day, written_list, written_moment
from tests.builders import a_campaign


def test_a_moment_has_its_weekday_day_month_and_time() -> None:
    wall = datetime(2027, 2, 11, 16, 0)
    assert written_moment("nl", wall) == "donderdag 11 februari 16:00"
    assert written_moment("en", wall) == "Thursday 11 February 16:00"


def test_a_day_has_no_leading_zero() -> None:
    assert written_day("nl", date(2027, 3, 1)) == "1 maart"
    assert written_day("en", date(2027, 12, 1)) == "1 December"


@pytest.mark.parametrize(
    ("names", "text"), [([], ""), (["Anna"], "Anna"), (["Anna", "Bo"], "Anna en Bo"), (["A", "B", "C"], "A, B en C")]
)
def test_a_list_ends_in_a_word(names: list[str], text: str) -> None:
    assert written_list("nl", names) == text


@pytest.mark.parametrize(
    ("identifier", "text"), [("sales", "Sales"), ("klant_service", "Klant service"), ("HR-team", "HR team"), ("", "")]
)
def test_an_id_reads_as_a_name(identifier: str, text: str) -> None:
    assert readable(identifier) == text


@pytest.mark.parametrize(
    ("day", "written"),
    [(date(2028, 1, 10), "10 January"), (date(2028, 1, 11), "11 January 2028"), (date(2026, 12, 1), "1 December")],
)
def test_a_promised_day_has_its_year_where_nobody_could_guess_it(day: date, written: str) -> None:
    """The campaign starts on 11 January 2027."""
    assert promised_day(a_campaign(), day) == written
