"""Working days and hours of one campaign: naive wall time in its own zone, and the one place where it becomes UTC."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from campaigns.model import Campaign

ONE_DAY = timedelta(days=1)
LONGEST_SEARCH = 3 * 366  # days; further away no author looks, and a calendar without working days must not hang us


class OddHour(StrEnum):
    """A wall time that the clock skips, or shows twice, when daylight saving changes."""

    GAP = "gap"
    FOLD = "fold"


class NoWorkingDay(Exception):
    """The rules leave no working day within three years."""


@dataclass(frozen=True)
class WorkCalendar:
    """`still_working` wins over holidays, free days and free weeks. Hours include both ends."""

    first_monday: date
    zone: ZoneInfo
    opens_at: time
    closes_at: time
    workdays: frozenset[int]
    country: str | None
    extra_free: frozenset[date]
    still_working: frozenset[date]
    free_weeks: frozenset[int]
    _known_days: dict[date, bool] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, campaign: Campaign) -> "WorkCalendar":
        rules = campaign.rules
        return cls(
            first_monday=campaign.start - ONE_DAY * campaign.start.weekday(),
            zone=rules.timezone,
            opens_at=rules.opens_at,
            closes_at=rules.closes_at,
            workdays=rules.workdays,
            country=rules.holidays,
            extra_free=rules.extra_free,
            still_working=rules.still_working,
            free_weeks=rules.free_weeks,
        )

    def day(self, *, week: int, weekday: int) -> date:
        """The date of a weekday (0 is Monday) in a campaign week (the first is 1)."""
        return self.first_monday + timedelta(weeks=week - 1, days=weekday)

    def week_of(self, day: date) -> int:
        return (day - self.first_monday).days // 7 + 1

    def is_working_day(self, day: date) -> bool:
        """Remembered: a plan asks the same days for every post and audience."""
        known = self._known_days.get(day)
        if known is None:
            known = self._known_days[day] = self._works_on(day)
        return known

    def _works_on(self, day: date) -> bool:
        if day in self.still_working:
            return True
        is_free = day.weekday() not in self.workdays or day in self.extra_free or self.week_of(day) in self.free_weeks
        return not is_free and not self.is_holiday(day)

    def is_holiday(self, day: date) -> bool:
        return self.country is not None and day in holidays_of(self.country, day.year)

    def shift(self, day: date, working_days: int) -> date:
        """So many working days later, or earlier when negative."""
        step = ONE_DAY if working_days >= 0 else -ONE_DAY
        for _ in range(abs(working_days)):
            day = self.working_day_from(day + step, step)
        return day

    def working_day_from(self, day: date, step: timedelta = ONE_DAY) -> date:
        """The day itself when it is one, otherwise the nearest in the direction of the step."""
        for _ in range(LONGEST_SEARCH):
            if self.is_working_day(day):
                return day
            day += step
        raise NoWorkingDay(day)

    def to_utc(self, wall: datetime) -> datetime:
        """A time that the clock skips moves forward; of a time that comes twice we take the first (PEP 495)."""
        return wall.replace(tzinfo=self.zone, fold=0).astimezone(UTC)

    def to_wall(self, instant: datetime) -> datetime:
        return instant.astimezone(self.zone).replace(tzinfo=None, fold=0)

    def odd_hour(self, wall: datetime) -> OddHour | None:
        first = wall.replace(tzinfo=self.zone, fold=0)
        second = first.replace(fold=1)
        if first.utcoffset() == second.utcoffset():
            return None
        return OddHour.FOLD if self.to_wall(self.to_utc(wall)) == wall else OddHour.GAP

    def is_inside_hours(self, wall: datetime) -> bool:
        return self.opens_at <= wall.time() <= self.closes_at

    def is_allowed(self, wall: datetime) -> bool:
        return self.is_inside_hours(wall) and self.is_working_day(wall.date())

    def next_allowed(self, wall: datetime) -> datetime:
        """The same moment when it is allowed, otherwise the first opening hour after it."""
        if self.is_allowed(wall):
            return wall
        day = wall.date() if wall.time() < self.opens_at else wall.date() + ONE_DAY
        return datetime.combine(self.working_day_from(day), self.opens_at)

    def opening(self, day: date) -> datetime:
        """When the hours of that day begin, in UTC."""
        return self.to_utc(datetime.combine(day, self.opens_at))

    def after_working_days(self, instant: datetime, days: int) -> datetime:
        wall = self.to_wall(instant)
        later = datetime.combine(self.shift(wall.date(), days), wall.time())
        return self.to_utc(self.next_allowed(later))


def has_started(campaign: Campaign, now: datetime) -> bool:
    """From then on people may have read what its file says."""
    return campaign.local(now).date() >= campaign.start


def ends_at(campaign: Campaign) -> datetime:
    """The first instant after its last week."""
    calendar = WorkCalendar.of(campaign)
    return calendar.to_utc(datetime.combine(calendar.day(week=campaign.weeks + 1, weekday=0), time()))


@lru_cache(maxsize=1024)
def holidays_of(country: str, year: int) -> frozenset[date]:
    """Public holidays, kept per country and year: making them costs more than planning a campaign."""
    return frozenset(holidays.country_holidays(country.upper(), years=year))


def is_known_country(country: str) -> bool:
    return country.upper() in holidays.list_supported_countries()
