"""Where a wanted post may stand: on a working day, inside hours, and where its channel has room over all campaigns."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from campaigns.calendar import NoWorkingDay, WorkCalendar
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.wanted import Firmness, Wanted, channel_name

# So many working days a post may move: later is not what its author meant, but news of a wish may wait for room.
FARTHEST_MOVE: Final = {Firmness.MOVABLE: 10, Firmness.DONE: 100, Firmness.EXPECTED: 10}


class Obstacle(StrEnum):
    """Why a post may not stand at its moment."""

    FREE_DAY = "free_day"
    OUTSIDE_HOURS = "outside_hours"
    DAY_FULL = "day_full"
    WEEK_FULL = "week_full"


@dataclass(frozen=True, slots=True)
class Placed:
    """`at` is the wall time in UTC; `obstacle` is why it is another moment than the wanted one."""

    wanted: Wanted
    wall: datetime
    at: datetime
    obstacle: Obstacle | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    wanted: Wanted
    obstacle: Obstacle


@dataclass(frozen=True, slots=True)
class Caps:
    """At most so many posts in one channel."""

    per_day: int
    per_week: int


class Taken:
    """How many posts each channel has on each day and in each ISO week, while a plan is made."""

    def __init__(self, campaigns: Iterable[Campaign]) -> None:
        self._caps = caps_by_channel(campaigns)
        self._days: Counter[tuple[str, date]] = Counter()
        self._weeks: Counter[tuple[str, date]] = Counter()

    def add(self, channel: str, day: date) -> None:
        self._days[channel, day] += 1
        self._weeks[channel, monday_of(day)] += 1

    def obstacle(self, channel: str, day: date) -> Obstacle | None:
        caps = self._caps[channel]
        if self._days[channel, day] >= caps.per_day:
            return Obstacle.DAY_FULL
        if self._weeks[channel, monday_of(day)] >= caps.per_week:
            return Obstacle.WEEK_FULL
        return None

    def add_sent(self, campaign: Campaign, sent: Iterable[Occurrence]) -> None:
        """An audience that is no longer in the file has no channel that we know of."""
        for occurrence in sent:
            if occurrence.audience in campaign.audiences:
                self.add(channel_name(campaign, occurrence.audience), occurrence.wall.date())


def caps_by_channel(campaigns: Iterable[Campaign]) -> dict[str, Caps]:
    """Campaigns that share a channel all keep to the strictest of their caps, else one would break the other's."""
    caps: dict[str, Caps] = {}
    for campaign in campaigns:
        per_day, per_week = campaign.rules.max_per_day, campaign.rules.max_per_week
        for audience in campaign.audiences:
            channel = channel_name(campaign, audience)
            known = caps.get(channel, Caps(per_day, per_week))
            caps[channel] = Caps(min(per_day, known.per_day), min(per_week, known.per_week))
    return caps


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def place(wanted: Wanted, taken: Taken) -> Placed | Refused:
    """Takes its place when it gets one."""
    wall = wanted.turn.wall
    obstacle = _obstacle(wanted, wall, taken)
    if obstacle is None:
        return _take(wanted, wall, taken)
    if wanted.turn.firmness is Firmness.FIXED:
        return Refused(wanted, obstacle)
    for later in _later(wall, wanted.calendar, FARTHEST_MOVE[wanted.turn.firmness]):
        if taken.obstacle(wanted.channel, later.date()) is None:
            return _take(wanted, later, taken, obstacle)
    return Refused(wanted, obstacle)


def _take(wanted: Wanted, wall: datetime, taken: Taken, obstacle: Obstacle | None = None) -> Placed:
    taken.add(wanted.channel, wall.date())
    return Placed(wanted, wall, wanted.calendar.to_utc(wall), obstacle)


def _obstacle(wanted: Wanted, wall: datetime, taken: Taken) -> Obstacle | None:
    if not wanted.calendar.is_working_day(wall.date()):
        return Obstacle.FREE_DAY
    if not wanted.calendar.is_inside_hours(wall):
        return Obstacle.OUTSIDE_HOURS
    return taken.obstacle(wanted.channel, wall.date())


def _later(wall: datetime, calendar: WorkCalendar, farthest: int) -> Iterator[datetime]:
    """The same time of day on this and the next working days; a time outside hours becomes the next opening hour."""
    day, at = wall.date(), wall.time()
    if at > calendar.closes_at:
        day += timedelta(days=1)
    if not calendar.is_inside_hours(wall):
        at = calendar.opens_at
    try:
        for _ in range(farthest + 1):
            day = calendar.working_day_from(day)
            yield datetime.combine(day, at)
            day += timedelta(days=1)
    except NoWorkingDay:
        return
