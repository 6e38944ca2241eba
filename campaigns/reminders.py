"""One private reminder for the one who asked: a moment as people type it, in either language, never at night."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from campaigns.calendar import ONE_DAY, WorkCalendar
from campaigns.words import MONTHS, WEEKDAYS

DAY_BEFORE_AT: Final = time(10, 0)
LAST_CALL: Final = timedelta(hours=1)
FURTHEST: Final = timedelta(days=366)

_DAYS_AHEAD: Final = {"today": 0, "vandaag": 0, "tomorrow": 1, "morgen": 1, "day after tomorrow": 2, "overmorgen": 2}
_WEEKDAYS: Final = {name.casefold(): at for names in WEEKDAYS.values() for at, name in enumerate(names)}
_MONTHS: Final = {name.casefold(): at for names in MONTHS.values() for at, name in enumerate(names, start=1)}
_FILLERS: Final = re.compile(r"\b(?:at|om|on|op)\b ?")
_TIME: Final = re.compile(r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?: ?(?:uur|u))?| ?(?:uur|u))$")
_DATE: Final = re.compile(r"(?P<day>\d{1,2}) (?P<month>[a-z]+)(?: (?P<year>\d{4}))?")


class ReminderProblem(StrEnum):
    NOT_UNDERSTOOD = "not_understood"
    IN_THE_PAST = "in_the_past"
    NO_CLOSING = "no_closing"  # nothing was typed and there is no closing to be reminded of
    CLOSED = "closed"  # or so nearly that no reminder fits before it
    TOO_FAR = "too_far"


@dataclass(frozen=True)
class BadReminder:
    """Why a moment can't be used, and what was typed."""

    problem: ReminderProblem
    text: str = ""


@dataclass(frozen=True)
class Reminder:
    """`about` is the key of the post it is about, or "" for the seats or the whole campaign. `due` is UTC.

    `before_closing`: no moment was typed, so it comes ahead of the closing of the seats, whenever that will be.
    """

    person: str
    campaign: str
    about: str
    due: datetime
    text: str
    made_at: datetime
    before_closing: bool = False

    @property
    def key(self) -> str:
        return f"{self.campaign}/{self.person}/{self.about}/{self.due.isoformat()}"


def reminder_moment(
    text: str, *, now: datetime, calendar: WorkCalendar, closes: datetime | None
) -> datetime | BadReminder:
    """What people type after `remind me`, in either language, as UTC inside the campaign's hours.

    "" is the working day before the closing of the seats, or else that morning, or else an hour ahead of it. A time
    outside the hours moves to the next opening hour: say the returned moment back to the person.
    """
    said = _cleaned(text)
    if not said:
        return _before_closing(now, calendar, closes)
    wall = _read_wall(said, calendar.to_wall(now), calendar.opens_at)
    if wall is None:
        return BadReminder(ReminderProblem.NOT_UNDERSTOOD, text)
    here = calendar.to_wall(now)
    if wall > here + FURTHEST:
        return BadReminder(ReminderProblem.TOO_FAR, text)
    if wall <= here:
        return BadReminder(ReminderProblem.IN_THE_PAST, text)
    return calendar.to_utc(calendar.next_allowed(wall))


def names_no_moment(text: str) -> bool:
    return not _cleaned(text)


def _cleaned(text: str) -> str:
    return " ".join(text.casefold().replace(",", " ").rstrip(" .!").split())


def _before_closing(now: datetime, calendar: WorkCalendar, closes: datetime | None) -> datetime | BadReminder:
    if closes is None:
        return BadReminder(ReminderProblem.NO_CLOSING)
    closing_day = calendar.to_wall(closes).date()
    day_before = datetime.combine(calendar.shift(closing_day, -1), DAY_BEFORE_AT)
    moments = (day_before, datetime.combine(closing_day, calendar.opens_at), calendar.to_wall(closes) - LAST_CALL)
    for wall in moments:
        moment = calendar.to_utc(calendar.next_allowed(wall))
        if now < moment < closes:
            return moment
    return BadReminder(ReminderProblem.CLOSED)


def _read_wall(said: str, now: datetime, opens_at: time) -> datetime | None:
    words = _FILLERS.sub("", said).strip()
    timed = _TIME.search(words)
    if timed is None:
        day = _read_day(words, now.date(), from_today=False)
        return None if day is None else datetime.combine(day, opens_at)
    hour, minute = int(timed["hour"]), int(timed["minute"] or 0)
    if hour > 23 or minute > 59:
        return None
    at = time(hour, minute)
    day = _read_day(words[: timed.start()].strip(), now.date(), from_today=at > now.time())
    return None if day is None else datetime.combine(day, at)


def _read_day(words: str, today: date, *, from_today: bool) -> date | None:
    """`from_today`: the time is still to come today, so a bare time or today's weekday may mean today."""
    first = today if from_today else today + ONE_DAY
    if not words:
        return first
    if words in _DAYS_AHEAD:
        return today + _DAYS_AHEAD[words] * ONE_DAY
    if words in _WEEKDAYS:
        return first + ONE_DAY * ((_WEEKDAYS[words] - first.weekday()) % 7)
    dated = _DATE.fullmatch(words)
    if dated is not None and dated["month"] in _MONTHS:
        return _date_of(int(dated["day"]), _MONTHS[dated["month"]], dated["year"], today)
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _date_of(day: int, month: int, year: str | None, today: date) -> date | None:
    """Without a year: the first time that this date comes, today included."""
    for each in (int(year),) if year else (today.year, today.year + 1):
        try:
            found = date(each, month, day)
        except ValueError:  # no such day in that year
            continue
        if year or found >= today:
            return found
    return None
