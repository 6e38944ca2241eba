"""The whole page for one person: where they may look, the conversation, what comes next and the time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.platforms.room.people import RoomPerson
from bot.platforms.room.platform import RoomPlatform
from bot.roles import has_role
from bot.web.clock_controls import ClockControls, Colleagues
from bot.web.look import Kept, Look
from bot.web.room_hub import RoomHub
from bot.web.room_plan import Step, StepView, ahead, now_position, timeline
from bot.web.room_posts import PostView
from bot.web.room_seats import BalanceView, SeatsView, balances, seats_view
from bot.web.room_words import hue, initials, kind_word, long_day, long_moment
from campaigns.model import Campaign

SPEEDS = (1, 60, 3600, 10000, 43200)


@dataclass(frozen=True)
class PlaceView:
    id: str
    title: str
    unread: int
    is_open: bool
    is_private: bool = False


@dataclass(frozen=True)
class PersonView:
    id: str
    name: str
    role: str
    hue: int
    initials: str
    is_me: bool


@dataclass(frozen=True)
class AheadView:
    """The right-hand side."""

    steps: tuple[StepView, ...]
    seats: SeatsView | None
    balances: tuple[BalanceView, ...]


@dataclass(frozen=True)
class ClockView:
    """`position` is where now stands on the timeline, 0 to 1000. `moment` is for machines."""

    moment: str
    day: str
    time: str
    week: str
    iso: str
    position: float
    has_controls: bool
    playing: bool
    speed: float
    why: str
    pause_for_me: bool
    answering: bool | None


def open_campaign(campaigns: Mapping[str, Campaign], me: RoomPerson, wanted: str) -> Campaign:
    """The one that is asked for, else the first in which this person reads along, else the first."""
    if wanted in campaigns:
        return campaigns[wanted]
    mine = (campaign for id_, campaign in campaigns.items() if any(a.startswith(f"{id_}/") for a in me.audiences))
    return next(mine, next(iter(campaigns.values())))


def places(look: Look, kept: Kept, hub: RoomHub) -> tuple[PlaceView, ...]:
    channels = [
        PlaceView(id_, look.campaign.audiences[key].channel, _unread(look, kept, hub, id_), id_ == look.place)
        for key in look.audiences
        for id_ in (f"{look.campaign.id}/{key}",)
    ]
    private = PlaceView(
        look.me.id, look.say("room_bot"), _unread(look, kept, hub, look.me.id), look.is_private, is_private=True
    )
    return (*channels, private)


def _unread(look: Look, kept: Kept, hub: RoomHub, place: str) -> int:
    return 0 if place == look.place else hub.unread(look.me.id, place, kept.posts.get(place, []))


def people(look: Look, room: RoomPlatform) -> tuple[tuple[str, tuple[PersonView, ...]], ...]:
    """Who one can look through: first everybody with a role, then the employees per audience."""
    everybody = room.everybody()
    with_role = [person for person in everybody if has_role(look.campaign, person.chat)]
    groups = [(look.say("room_people_with_role"), with_role)]
    for key in look.campaign.audiences:
        place = f"{look.campaign.id}/{key}"
        employees = [p for p in everybody if place in p.audiences and not has_role(look.campaign, p.chat)]
        groups.append((look.say("room_colleagues_of", audience=look.audience_title(key)), employees))
    return tuple((title, tuple(person_view(look, p) for p in group)) for title, group in groups if group)


def person_view(look: Look, person: RoomPerson) -> PersonView:
    return PersonView(
        id=person.id,
        name=person.name,
        role=person.role or look.say("room_no_role"),
        hue=hue(person.name),
        initials=initials(person.name),
        is_me=person.id == look.me.id,
    )


def ahead_view(look: Look, kept: Kept, steps: Sequence[Step]) -> AheadView:
    return AheadView(ahead(look, steps), seats_view(look, kept), balances(look, steps))


def timeline_view(look: Look, steps: Sequence[Step]) -> tuple[StepView, ...]:
    return timeline(look, steps)


def clock_view(look: Look, controls: ClockControls | None, colleagues: Colleagues | None) -> ClockView:
    wall = look.wall(look.now)
    return ClockView(
        moment=wall.isoformat(timespec="minutes"),
        day=long_day(wall.date(), look.language),
        time=f"{wall:%H:%M}",
        week=_week(look),
        iso=look.say("room_iso_week", iso=wall.isocalendar().week),
        position=now_position(look),
        has_controls=controls is not None,
        playing=controls is None or controls.playing,
        speed=controls.speed if controls else 1,
        why=controls.why_paused if controls else "",
        pause_for_me=controls.pause_for_me if controls else False,
        answering=colleagues.answering if colleagues else None,
    )


def _week(look: Look) -> str:
    day = look.wall(look.now).date()
    week = look.calendar.week_of(day)
    if week < 1 or day < look.campaign.start:
        return look.say("room_before_start")
    if week > look.campaign.weeks:
        return look.say("room_after_end")
    return look.say("room_week", week=week, weeks=look.campaign.weeks)


def speeds(look: Look, speed: float) -> tuple[tuple[float, str], ...]:
    """What can be chosen, with the speed that it has now among them."""
    known = [(float(one), look.say(f"room_speed_{one}")) for one in SPEEDS]
    if speed not in SPEEDS:
        known.append((speed, look.say("room_speed_other", speed=f"{speed:g}")))
    return tuple(sorted(known))


def empty_words(look: Look, posts: Sequence[PostView], steps: Sequence[Step]) -> tuple[str, ...]:
    """What to say where nothing was said yet: what will happen, and when."""
    if posts:
        return ()
    if look.is_private:
        role = "role" if look.has_role else "employee"
        return look.say("room_empty_private"), look.say(f"room_empty_private_{role}")
    audience = look.place.partition("/")[2]
    later = (step.occurrence for step in steps if step.occurrence.at > look.now)
    coming = next((occurrence for occurrence in later if occurrence.audience == audience), None)
    if coming is None:
        return look.say("room_empty_channel"), look.say("room_empty_nothing")
    moment = long_moment(coming.wall, look.language)
    kind = kind_word(coming.kind, look.language)
    return look.say("room_empty_channel"), look.say("room_empty_next", moment=moment, kind=kind)
