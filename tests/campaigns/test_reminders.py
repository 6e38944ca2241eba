"""A reminder comes when people meant, in either language, and never at night."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.calendar import WorkCalendar
from campaigns.reminders import BadReminder, Reminder, ReminderProblem, names_no_moment, reminder_moment
from tests.builders import a_campaign

CALENDAR = WorkCalendar.of(a_campaign())
NOW = CALENDAR.to_utc(datetime(2027, 2, 3, 12, 0))  # a Wednesday
CLOSES = CALENDAR.to_utc(datetime(2027, 2, 11, 16, 0))  # the Thursday of the week after


def moment(text: str, *, now: datetime = NOW, closes: datetime | None = CLOSES) -> datetime | ReminderProblem:
    """As the campaign's clock shows it, or the problem."""
    found = reminder_moment(text, now=now, calendar=CALENDAR, closes=closes)
    return found.problem if isinstance(found, BadReminder) else CALENDAR.to_wall(found)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tomorrow 10:00", (4, 10, 0)),
        ("morgen 10:00", (4, 10, 0)),
        ("Morgen om 10.00 uur.", (4, 10, 0)),
        ("tomorrow at 10:00", (4, 10, 0)),
        ("morgen 10 uur", (4, 10, 0)),
        ("morgen", (4, 9, 0)),
        ("today 16:30", (3, 16, 30)),
        ("vandaag 16:30", (3, 16, 30)),
        ("overmorgen 11:15", (5, 11, 15)),
        ("day after tomorrow 11:15", (5, 11, 15)),
        ("14:00", (3, 14, 0)),
        ("11:00", (4, 11, 0)),  # today's has gone by
        ("Thursday 14:00", (4, 14, 0)),
        ("op donderdag, 14:00", (4, 14, 0)),
        ("Wednesday 14:00", (3, 14, 0)),
        ("Wednesday 11:00", (10, 11, 0)),
        ("woensdag", (10, 9, 0)),
        ("10 February 10:00", (10, 10, 0)),
        ("10 februari 2027 10:00", (10, 10, 0)),
        ("on 10 February", (10, 9, 0)),
        ("2027-02-10 10:00", (10, 10, 0)),
        ("2027-02-10", (10, 9, 0)),
    ],
)
def test_a_moment_is_understood_in_both_languages(typed: str, meant: tuple[int, int, int]) -> None:
    day, hour, minute = meant
    assert moment(typed) == datetime(2027, 2, day, hour, minute)


def test_a_date_without_a_year_is_the_next_time_it_comes() -> None:
    assert moment("11 January 10:00") == datetime(2028, 1, 11, 10, 0)
    in_2027 = CALENDAR.to_utc(datetime(2027, 5, 3, 12, 0))
    assert moment("29 February 10:00", now=in_2027) == datetime(2028, 2, 29, 10, 0)


@pytest.mark.parametrize(
    ("typed", "moved_to"),
    [
        ("tomorrow 03:00", (4, 9, 0)),
        ("tomorrow 22:00", (5, 9, 0)),
        ("Saturday 10:00", (8, 9, 0)),
        ("today 23:59", (4, 9, 0)),
    ],
)
def test_a_night_or_a_weekend_moves_to_the_next_opening_hour(typed: str, moved_to: tuple[int, int, int]) -> None:
    day, hour, minute = moved_to
    assert moment(typed) == datetime(2027, 2, day, hour, minute)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("soon", ReminderProblem.NOT_UNDERSTOOD),
        ("tomorrow 25:00", ReminderProblem.NOT_UNDERSTOOD),
        ("tomorrow 10:75", ReminderProblem.NOT_UNDERSTOOD),
        ("someday 10:00", ReminderProblem.NOT_UNDERSTOOD),
        ("31 February 10:00", ReminderProblem.NOT_UNDERSTOOD),
        ("11 Smarch 10:00", ReminderProblem.NOT_UNDERSTOOD),
        ("0 February", ReminderProblem.NOT_UNDERSTOOD),
        ("today 11:59", ReminderProblem.IN_THE_PAST),
        ("vandaag", ReminderProblem.IN_THE_PAST),
        ("2026-12-01 10:00", ReminderProblem.IN_THE_PAST),
        ("1 February 2027 10:00", ReminderProblem.IN_THE_PAST),
        ("2029-02-01", ReminderProblem.TOO_FAR),
        ("9999-12-31 10:00", ReminderProblem.TOO_FAR),
    ],
)
def test_a_moment_that_cannot_be_says_why(typed: str, problem: ReminderProblem) -> None:
    assert reminder_moment(typed, now=NOW, calendar=CALENDAR, closes=CLOSES) == BadReminder(problem, typed)


@pytest.mark.parametrize(
    ("now", "chosen"),
    [
        (datetime(2027, 2, 3, 12, 0), datetime(2027, 2, 10, 10, 0)),
        (datetime(2027, 2, 10, 10, 0), datetime(2027, 2, 11, 9, 0)),
        (datetime(2027, 2, 11, 9, 0), datetime(2027, 2, 11, 15, 0)),
        (datetime(2027, 2, 11, 15, 0), ReminderProblem.CLOSED),
        (datetime(2027, 2, 12, 9, 0), ReminderProblem.CLOSED),
    ],
)
def test_without_a_moment_it_is_the_last_fitting_one_before_the_closing(
    now: datetime, chosen: datetime | ReminderProblem
) -> None:
    assert moment("", now=CALENDAR.to_utc(now)) == chosen


def test_without_a_moment_and_without_seats_there_is_nothing_to_remind_of() -> None:
    assert moment(" . ", closes=None) is ReminderProblem.NO_CLOSING


def test_an_early_closing_never_gets_a_reminder_after_it() -> None:
    closes = CALENDAR.to_utc(datetime(2027, 2, 11, 9, 0))
    eve = CALENDAR.to_utc(datetime(2027, 2, 10, 18, 0))
    assert moment("", now=eve, closes=closes) is ReminderProblem.CLOSED, "an hour ahead of it would be at night"


def test_a_reminder_knows_its_person_and_its_moment() -> None:
    reminder = Reminder("room:anna", "crm", "", due=NOW + timedelta(days=1), text="Sign-up closes.", made_at=NOW)
    assert reminder.due > reminder.made_at
    assert not reminder.before_closing, "as in a store of before that was kept"
    assert reminder.key == f"crm/room:anna//{reminder.due.isoformat()}"


@pytest.mark.parametrize(("typed", "is_none"), [("", True), (" . ", True), ("tomorrow", False), ("whenever", False)])
def test_without_a_moment_it_comes_before_the_closing(typed: str, *, is_none: bool) -> None:
    assert names_no_moment(typed) is is_none


@given(
    day=st.sampled_from(["", "today", "morgen", "Saturday", "zondag", "1 May", "31 december", "2027-06-06"]),
    hour=st.integers(0, 25),
    minute=st.integers(0, 61),
)
def test_whatever_is_typed_nobody_is_reminded_in_the_past_or_at_night(day: str, hour: int, minute: int) -> None:
    found = reminder_moment(f"{day} {hour}:{minute:02}", now=NOW, calendar=CALENDAR, closes=CLOSES)
    if isinstance(found, datetime):
        assert found.tzinfo is UTC
        assert found > NOW
        assert CALENDAR.is_allowed(CALENDAR.to_wall(found))


@given(text=st.text(max_size=40))
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(reminder_moment(text, now=NOW, calendar=CALENDAR, closes=CLOSES), datetime | BadReminder)
