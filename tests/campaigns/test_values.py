"""What would break: a number, date or span that is read as something else than its author meant."""

from datetime import date, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from campaigns.model import Audience, Goal, Rules, Seats, Wish
from campaigns.moments import AsSoonAs, Every, InWeek, OnDate
from campaigns.values import last_week

DUTCH = {"language": "nl"}
SEATS = {"name": "x", "why_limited": "x", "influence": "x", "time": "x", "closes": "week 5 Monday 09:30"}


def rules(context: dict[str, str] | None = None, **fields: Any) -> Rules:
    return Rules.model_validate(fields, context=context)


def key_of(error: ValidationError) -> str:
    return str(error.errors()[0]["type"])


def test_rules_are_read_in_the_language_of_the_file() -> None:
    read = rules(DUTCH, opens_at="9:30 tot 16:00", closes_at="9:30 tot 16:00", late_after="90 minuten",
                 approval_ahead="3 werkdagen", remind_ahead="1", keep_months="1 jaar", workdays=("maandag", "Vrijdag"),
                 holidays="be", extra_free=("24 december 2026",), still_working="2027-05-05, 6 mei 2027",
                 free_weeks=("6", "7"), timezone="Europe/Brussels", max_per_day="2")  # fmt: skip
    assert (read.opens_at, read.closes_at, read.late_after) == (time(9, 30), time(16), timedelta(minutes=90))
    assert (read.approval_ahead, read.remind_ahead, read.keep_months, read.max_per_day) == (3, 1, 12, 2)
    assert (read.workdays, read.holidays, read.free_weeks) == (frozenset({0, 4}), "BE", frozenset({6, 7}))
    assert read.extra_free == {date(2026, 12, 24)}
    assert read.still_working == {date(2027, 5, 5), date(2027, 5, 6)}
    assert read.timezone == ZoneInfo("Europe/Brussels")


def test_typed_values_pass_as_they_are() -> None:
    first = rules(DUTCH, keep_months="3 maanden", late_after="1 uur", extra_free=("1 mei 2027",))
    assert Rules(**first.model_dump()) == first
    assert Goal(text="x", target=0.8, by=date(2027, 4, 1)).target == 0.8
    assert Goal(text="x", target=None, by=None).by is None


@pytest.mark.parametrize(
    ("field", "value", "key"),
    [
        ("max_per_day", "two", "number"),
        ("max_per_day", "1.000", "number_with_point"),
        ("max_per_day", "-1", "number"),
        ("max_per_day", "0", "number_bounds"),
        ("max_per_day", "9" * 5000, "number"),
        ("minimum_group", "4", "group_too_small"),
        ("minimum_group", 4, "group_too_small"),
        ("keep_months", "13 months", "kept_too_long"),
        ("keep_months", 13, "kept_too_long"),
        ("keep_months", "0 months", "span"),
        ("keep_months", "3 weeks", "span"),
        ("late_after", "0 hours", "span"),
        ("late_after", "2 working days", "span"),
        ("late_after", "later", "span"),
        ("approval_ahead", "2 hours", "span"),
        ("approval_ahead", "0", "number_bounds"),
        ("approval_ahead", "90 working days", "number_bounds"),
        ("opens_at", "9 to 5", "hours"),
        ("opens_at", "17:00 to 09:00", "hours"),
        ("timezone", "Europe", "timezone"),
        ("timezone", "../../etc/passwd", "timezone"),
        ("timezone", "Atlantis/Main", "timezone"),
        ("workdays", "Mon", "weekday"),
        ("extra_free", "31 February 2027", "no_such_date"),
        ("extra_free", "Christmas", "date"),
        ("extra_free", "24-12-2026", "date"),
        ("extra_free", "99-99-2026", "no_such_date"),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(field: str, value: object, key: str) -> None:
    with pytest.raises(ValidationError) as caught:
        rules(None, **{field: value})
    assert key_of(caught.value) == key


def test_a_date_in_figures_or_in_the_other_language_gives_a_guess() -> None:
    for text in ("24-5-2027", "24 May 2027"):
        with pytest.raises(ValidationError) as caught:
            rules(DUTCH, extra_free=(text,))
        assert caught.value.errors()[0]["ctx"]["guess"] == "24 mei 2027"


@pytest.mark.parametrize(("text", "share"), [("80%", 0.8), ("7,5 %", 0.075), ("100%", 1.0), ("0%", 0.0)])
def test_a_percentage_becomes_a_share(text: str, share: float) -> None:
    assert Goal.model_validate({"text": "x", "target": text}).target == pytest.approx(share)


@pytest.mark.parametrize("text", ["80", "0.8", "101%", "eighty"])
def test_another_share_is_refused(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Goal.model_validate({"text": "x", "target": text})
    assert key_of(caught.value) == "share"


def test_no_holidays_is_a_choice() -> None:
    assert rules(DUTCH, holidays="geen").holidays is None
    assert rules(None, holidays="None").holidays is None


def test_seats_need_a_fixed_moment_and_a_wish_needs_no_time() -> None:
    seats = Seats.model_validate({**SEATS, "places": "3", "opens": "2027-02-01 9:30", "max_per_team": "1"})
    assert (seats.opens, seats.max_per_team) == (OnDate(date(2027, 2, 1), time(9, 30)), 1)
    with pytest.raises(ValidationError) as caught:
        Seats.model_validate({**SEATS, "places": "3", "opens": "at opening"})
    assert key_of(caught.value) == "moment_fixed"
    assert Wish.model_validate({"title": "x", "asked_by": "x", "planned": "week 3 Friday"}).planned == InWeek(
        3, 4, None
    )


def test_the_last_week_of_a_moment() -> None:
    assert [last_week(one) for one in (InWeek(3, 0, None), Every(0, time(9), 2), Every(0, time(9), 2, 9))] == [3, 2, 9]
    assert last_week(AsSoonAs("opening")) == last_week(None) == 0


def test_a_size_is_a_whole_number() -> None:
    with pytest.raises(ValidationError):
        Audience.model_validate({"channel": "x", "lead": "x", "size": "0", "pain": "x", "benefit": "x"})
