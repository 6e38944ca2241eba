"""Working days, hours and the two nights on which the clock changes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.calendar import NoWorkingDay, OddHour, WorkCalendar, ends_at, has_started, holidays_of, is_known_country
from campaigns.model import Rules
from tests.builders import a_campaign

GOOD_FRIDAY = date(2027, 3, 26)
EASTER_MONDAY = date(2027, 3, 29)
AMSTERDAM = WorkCalendar.of(a_campaign())


def a_calendar(**rules: object) -> WorkCalendar:
    return WorkCalendar.of(a_campaign(rules=Rules.model_validate(rules)))


def test_a_week_of_the_campaign_is_the_iso_week_of_its_start() -> None:
    calendar = WorkCalendar.of(a_campaign(start=date(2027, 1, 14)))  # a Thursday
    assert calendar.day(week=1, weekday=0) == date(2027, 1, 11)
    assert calendar.day(week=2, weekday=6) == date(2027, 1, 24)
    assert [calendar.week_of(date(2027, 1, day)) for day in (10, 11, 17, 18)] == [0, 1, 1, 2]


def test_a_campaign_ends_after_its_last_week_in_its_own_time_zone() -> None:
    assert ends_at(a_campaign()) == datetime(2027, 4, 4, 22, 0, tzinfo=UTC)  # Monday 5 April 00:00 in Amsterdam


def test_a_campaign_starts_with_its_first_day_in_its_own_time_zone() -> None:
    midnight = datetime(2027, 1, 10, 23, 0, tzinfo=UTC)  # Monday 11 January 00:00 in Amsterdam
    assert has_started(a_campaign(), midnight)
    assert not has_started(a_campaign(), midnight - timedelta(seconds=1))


def test_weekends_and_public_holidays_are_free() -> None:
    free = [date(2027, 1, 16), date(2027, 1, 17), GOOD_FRIDAY, EASTER_MONDAY]
    assert [AMSTERDAM.is_working_day(day) for day in free] == [False] * 4
    assert AMSTERDAM.is_working_day(date(2027, 3, 30))


def test_without_a_country_holidays_are_working_days() -> None:
    assert a_calendar(holidays=None).is_working_day(GOOD_FRIDAY)


def test_a_country_may_be_written_in_small_letters() -> None:
    assert not a_calendar(holidays="nl").is_working_day(GOOD_FRIDAY)
    assert is_known_country("nl")
    assert not is_known_country("xx")


def test_extra_free_days_and_free_weeks_are_free() -> None:
    calendar = a_calendar(extra_free=frozenset({date(2027, 1, 12)}), free_weeks=frozenset({2}))
    assert not calendar.is_working_day(date(2027, 1, 12))
    assert not any(calendar.is_working_day(date(2027, 1, 18) + timedelta(days=day)) for day in range(7))
    assert calendar.is_working_day(date(2027, 1, 25))


def test_still_working_wins_over_everything() -> None:
    days = frozenset({GOOD_FRIDAY, date(2027, 1, 16), date(2027, 1, 12), date(2027, 1, 19)})
    calendar = a_calendar(still_working=days, extra_free=frozenset({date(2027, 1, 12)}), free_weeks=frozenset({2}))
    assert all(calendar.is_working_day(day) for day in days)


def test_working_days_are_counted_over_weekends_and_holidays() -> None:
    assert AMSTERDAM.shift(date(2027, 3, 25), 1) == date(2027, 3, 30)
    assert AMSTERDAM.shift(date(2027, 3, 30), -1) == date(2027, 3, 25)
    assert AMSTERDAM.shift(date(2027, 1, 16), 1) == date(2027, 1, 18)
    assert AMSTERDAM.shift(date(2027, 1, 16), 0) == date(2027, 1, 16)


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(1, 30))
def test_shifting_forth_and_back_returns_to_the_same_working_day(day: date, days: int) -> None:
    later = AMSTERDAM.shift(day, days)
    assert AMSTERDAM.is_working_day(later)
    between = sum(AMSTERDAM.is_working_day(day + timedelta(days=n)) for n in range(1, (later - day).days + 1))
    assert between == days
    if AMSTERDAM.is_working_day(day):
        assert AMSTERDAM.shift(later, -days) == day


def test_rules_without_any_working_day_do_not_hang() -> None:
    with pytest.raises(NoWorkingDay):
        a_calendar(workdays=frozenset()).shift(date(2027, 1, 11), 1)


def test_the_same_wall_time_is_another_instant_after_the_clock_changed() -> None:
    assert AMSTERDAM.to_utc(datetime(2026, 10, 23, 9, 30)) == datetime(2026, 10, 23, 7, 30, tzinfo=UTC)
    assert AMSTERDAM.to_utc(datetime(2026, 10, 26, 9, 30)) == datetime(2026, 10, 26, 8, 30, tzinfo=UTC)
    assert AMSTERDAM.to_utc(datetime(2027, 3, 26, 9, 30)) == datetime(2027, 3, 26, 8, 30, tzinfo=UTC)
    assert AMSTERDAM.to_utc(datetime(2027, 3, 30, 9, 30)) == datetime(2027, 3, 30, 7, 30, tzinfo=UTC)


def test_a_skipped_hour_moves_forward_and_of_a_double_hour_the_first_counts() -> None:
    gap, fold = datetime(2027, 3, 28, 2, 30), datetime(2026, 10, 25, 2, 30)
    assert AMSTERDAM.to_wall(AMSTERDAM.to_utc(gap)) == datetime(2027, 3, 28, 3, 30)
    assert AMSTERDAM.to_utc(fold) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert AMSTERDAM.to_utc(fold.replace(fold=1)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert AMSTERDAM.odd_hour(gap) is OddHour.GAP
    assert AMSTERDAM.odd_hour(fold) is OddHour.FOLD
    assert AMSTERDAM.odd_hour(datetime(2027, 3, 28, 9, 30)) is None


@given(st.datetimes(datetime(2025, 1, 1), datetime(2030, 1, 1)))
def test_wall_time_survives_utc_unless_the_clock_skips_it(wall: datetime) -> None:
    for zone in ("Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"):
        calendar = a_calendar(timezone=ZoneInfo(zone))
        back = calendar.to_wall(calendar.to_utc(wall))
        assert (back == wall) is (calendar.odd_hour(wall) is not OddHour.GAP)


def test_hours_include_both_ends() -> None:
    walls = [datetime(2027, 1, 12, *clock) for clock in ((8, 59), (9, 0), (17, 0), (17, 1))]
    assert [AMSTERDAM.is_allowed(wall) for wall in walls] == [False, True, True, False]
    assert not AMSTERDAM.is_allowed(datetime(2027, 1, 16, 10, 0))


@pytest.mark.parametrize(
    ("wall", "expected"),
    [
        ("2027-01-12 10:00", "2027-01-12 10:00"),
        ("2027-01-12 07:00", "2027-01-12 09:00"),
        ("2027-01-12 20:00", "2027-01-13 09:00"),
        ("2027-01-15 20:00", "2027-01-18 09:00"),
        ("2027-01-16 11:00", "2027-01-18 09:00"),
        ("2027-03-26 08:00", "2027-03-30 09:00"),
        ("2028-02-28 18:00", "2028-02-29 09:00"),
    ],
)
def test_the_next_allowed_moment_is_now_or_the_next_opening_hour(wall: str, expected: str) -> None:
    assert AMSTERDAM.next_allowed(datetime.fromisoformat(wall)) == datetime.fromisoformat(expected)


def test_some_working_days_later_is_the_same_time_of_day_inside_hours() -> None:
    friday = datetime(2027, 3, 19, 9, 0, tzinfo=UTC)
    assert AMSTERDAM.after_working_days(friday, 2) == datetime(2027, 3, 23, 9, 0, tzinfo=UTC)
    over_summer_time = datetime(2027, 3, 25, 9, 0, tzinfo=UTC)
    assert AMSTERDAM.after_working_days(over_summer_time, 1) == datetime(2027, 3, 30, 8, 0, tzinfo=UTC)
    evening = datetime(2027, 1, 12, 21, 0, tzinfo=UTC)
    assert AMSTERDAM.after_working_days(evening, 2) == datetime(2027, 1, 15, 8, 0, tzinfo=UTC)


def test_opening_is_the_first_hour_of_a_day_in_utc() -> None:
    assert a_calendar(opens_at=time(8, 30)).opening(date(2027, 1, 12)) == datetime(2027, 1, 12, 7, 30, tzinfo=UTC)


def test_holidays_are_made_once_for_all_campaigns() -> None:
    assert holidays_of("NL", 2027) is holidays_of("NL", 2027)
