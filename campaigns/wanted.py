"""What an author wants, before calendar and caps have a say: each post for each audience at the moment written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import IntEnum

from campaigns.calendar import WorkCalendar
from campaigns.happened import Happened
from campaigns.model import Campaign, Post
from campaigns.moments import PLANNED_AT, Around, AsSoonAs, Every, InWeek, OnDate
from campaigns.occurrence import slot_of
from campaigns.series import texts_left

ONE_MINUTE = timedelta(minutes=1)


Order = tuple[int, int, int]


class Firmness(IntEnum):
    """In the order in which they get their place."""

    FIXED = 0  # stays where it is, or is refused
    MOVABLE = 1
    DONE = 2  # news of a wish that is done: as soon as there is room
    EXPECTED = 3  # a wish that may be done by then: it takes no place from what is certain


@dataclass(frozen=True, slots=True)
class Turn:
    """One time that a post comes up. `is_left`: it is known that its text was not sent, whatever its number."""

    wall: datetime
    firmness: Firmness
    series: int | None = None
    wish: str | None = None
    expected: bool = False
    is_left: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """`order`: the turn of its campaign, the place of the post in its file and of the audience in the post."""

    campaign: Campaign
    calendar: WorkCalendar = field(repr=False)
    post: Post
    audience: str
    channel: str
    turn: Turn
    order: Order

    @property
    def slot(self) -> str:
        return slot_of(self.campaign.id, self.post.id, self.audience, self.turn.wish or self.turn.series)


def channel_name(campaign: Campaign, audience: str) -> str:
    """Two campaigns that write one channel's name in other capitals mean the same channel."""
    return " ".join(campaign.audiences[audience].channel.casefold().split())


def wanted_by(
    campaign: Campaign, calendar: WorkCalendar, happened: Happened, *, campaign_turn: int = 0
) -> Iterator[Wanted]:
    channels = {audience: channel_name(campaign, audience) for audience in campaign.audiences}
    for place, post in enumerate(campaign.posts):
        turns = tuple(turns_of(post, campaign, calendar, happened))
        for rank, audience in enumerate(dict.fromkeys(post.for_audiences)):
            order = (campaign_turn, place, rank)
            left = _left_of_series(post, audience, campaign, calendar, happened)
            for turn in turns if left is None else left:
                yield Wanted(campaign, calendar, post, audience, channels[audience], turn, order)


def turns_of(post: Post, campaign: Campaign, calendar: WorkCalendar, happened: Happened) -> Iterator[Turn]:
    """The checks of the file have seen to it that seats and wishes named by a moment exist."""
    moment = post.when
    if isinstance(moment, Every):
        yield from _series(post, moment, campaign, calendar)
    elif isinstance(moment, AsSoonAs) and moment.event == "wish done":
        yield from _wishes(campaign, calendar, happened)
    else:
        firmness = Firmness.MOVABLE if isinstance(moment, InWeek) else Firmness.FIXED
        yield Turn(wall_of_single(moment, campaign, calendar), firmness)


def wall_of_single(moment: InWeek | OnDate | Around | AsSoonAs, campaign: Campaign, calendar: WorkCalendar) -> datetime:
    """The wall time of a moment that comes once. Raises LookupError when the campaign lacks what it is tied to."""
    if isinstance(moment, Around):
        anchor = _anchor_day(moment.anchor, moment.wish, campaign, calendar)
        day = calendar.shift(anchor, moment.days if moment.side == "after" else -moment.days)
        return datetime.combine(day, moment.at)
    if isinstance(moment, AsSoonAs):
        return opening_and_closing(campaign, calendar)[0]
    return wall_of(moment, calendar)


def wall_of(moment: InWeek | OnDate, calendar: WorkCalendar) -> datetime:
    if isinstance(moment, OnDate):
        return datetime.combine(moment.day, moment.at)
    return datetime.combine(calendar.day(week=moment.week, weekday=moment.weekday), moment.at or PLANNED_AT)


def opening_and_closing(campaign: Campaign, calendar: WorkCalendar) -> tuple[datetime, datetime]:
    """The wall times between which people may sign up for the seats."""
    if campaign.seats is None:
        raise LookupError(f"{campaign.id} has no seats")
    return wall_of(campaign.seats.opens, calendar), wall_of(campaign.seats.closes, calendar)


def _anchor_day(anchor: str, wish: str | None, campaign: Campaign, calendar: WorkCalendar) -> date:
    if wish is None:
        opens, closes = opening_and_closing(campaign, calendar)
        return (opens if anchor == "opening" else closes).date()
    planned = campaign.wishes[wish].planned
    if planned is None:
        raise LookupError(f"wish {wish} of {campaign.id} has no planned day")
    return wall_of(planned, calendar).date()


def series_days(moment: Every, campaign: Campaign, calendar: WorkCalendar) -> list[date]:
    """The working days of a series, up to its own end or the campaign's: a free week is skipped, not made up for."""
    last = min(moment.until_week or campaign.weeks, campaign.weeks)
    days = (calendar.day(week=week, weekday=moment.weekday) for week in range(moment.from_week, last + 1))
    return [day for day in days if calendar.is_working_day(day)]


def _series(post: Post, moment: Every, campaign: Campaign, calendar: WorkCalendar) -> Iterator[Turn]:
    days = series_days(moment, campaign, calendar)[: len(post.texts) or None]
    for number, day in enumerate(days, start=1):
        yield Turn(datetime.combine(day, moment.at), Firmness.MOVABLE, series=number)


def _left_of_series(
    post: Post, audience: str, campaign: Campaign, calendar: WorkCalendar, happened: Happened
) -> list[Turn] | None:
    """What this audience still has to get of a series that has begun there; None when none has.

    A series comes once a week, so the weeks in which it came are over for it.
    """
    if not isinstance(post.when, Every) or not post.texts:
        return None
    sent = [one for one in happened.sent if (one.post, one.audience) == (post.id, audience) and one.series is not None]
    if not sent:
        return None
    weeks = {calendar.week_of((one.moved_from or one.wall).date()) for one in sent}
    days = [day for day in series_days(post.when, campaign, calendar) if calendar.week_of(day) not in weeks]
    return [
        Turn(datetime.combine(day, post.when.at), Firmness.MOVABLE, series=number, is_left=True)
        for number, day in zip(texts_left(post.texts, sent), days, strict=False)
    ]


def _wishes(campaign: Campaign, calendar: WorkCalendar, happened: Happened) -> Iterator[Turn]:
    """A wish that is done comes when it was done; another one is expected on its planned day, if it has one."""
    for name in {**campaign.wishes, **happened.extra_wishes}:
        done = happened.done_wishes.get(name)
        if done is not None:
            yield Turn(calendar.next_allowed(_whole_minute(calendar.to_wall(done))), Firmness.DONE, wish=name)
        elif name in campaign.wishes and (planned := campaign.wishes[name].planned):
            yield Turn(wall_of(planned, calendar), Firmness.EXPECTED, wish=name, expected=True)


def _whole_minute(wall: datetime) -> datetime:
    """Not before the wish was done, and a key counts in minutes."""
    started = wall.replace(second=0, microsecond=0)
    return started if started == wall else started + ONE_MINUTE
