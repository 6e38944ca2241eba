"""What an author should know about a plan: what moved, what has no place, and what the calendar makes of a moment."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final

from campaigns.already_sent import SentBefore
from campaigns.calendar import OddHour, WorkCalendar
from campaigns.findings import Finding, Level
from campaigns.model import Campaign, Post
from campaigns.moments import Every
from campaigns.placing import Obstacle, Placed, Refused
from campaigns.spans import describe_day
from campaigns.texts.say import say
from campaigns.wanted import Firmness, Wanted, series_days
from campaigns.words import WEEKDAYS, Language

# Rule id → what it is about. The docs are made from this.
ABOUT: Final[dict[str, str]] = {
    "E1": "Posts keep to working days and hours: others are moved, or refused where their moment is fixed.",
    "H4": "Every text of a series has a day.",
    "H6": "A channel gets no more posts a day and a week than agreed, over all campaigns.",
    "M5": "A post that was sent keeps its moment.",
    "M6": "No post comes before the campaign starts.",
    "M9": "A moment exists, and once, when the clock changes for summer time.",
}
KEEPS_ITS_MOMENT: Final = "M5"
_RULES: Final[dict[Obstacle, str]] = {
    Obstacle.FREE_DAY: "E1",
    Obstacle.OUTSIDE_HOURS: "E1",
    Obstacle.DAY_FULL: "H6",
    Obstacle.WEEK_FULL: "H6",
}


def placing_findings(outcomes: Iterable[Placed | Refused]) -> Iterator[Finding]:
    """One finding per post and moment, with the audiences that it is about."""
    together: dict[tuple[str, str, datetime, Obstacle, datetime | None], list[Placed | Refused]] = {}
    for outcome in outcomes:
        if outcome.obstacle is None or outcome.wanted.turn.firmness is Firmness.DONE:
            continue
        wall = outcome.wall if isinstance(outcome, Placed) else None
        wanted = outcome.wanted
        key = (wanted.campaign.id, wanted.post.id, wanted.turn.wall, outcome.obstacle, wall)
        together.setdefault(key, []).append(outcome)
    for (_, _, _, obstacle, _), alike in together.items():
        yield _placing_finding(alike[0], obstacle, [one.wanted.audience for one in alike])


def _placing_finding(outcome: Placed | Refused, obstacle: Obstacle, audiences: list[str]) -> Finding:
    wanted = outcome.wanted
    rules, language = wanted.campaign.rules, wanted.campaign.language
    if isinstance(outcome, Placed):
        level, what, moment = Level.WARN, "moved", spoken(outcome.wall, language)
    else:
        level, what, moment = Level.ERROR, "refused" if wanted.turn.firmness is Firmness.FIXED else "no_room", ""
    return _finding(
        wanted.campaign,
        wanted.post,
        rule=_RULES[obstacle],
        level=level,
        key=f"{what}_{obstacle}",
        wanted=spoken(wanted.turn.wall, language),
        moment=moment,
        audiences=", ".join(audiences),
        opens=f"{rules.opens_at:%H:%M}",
        closes=f"{rules.closes_at:%H:%M}",
    )


def early_findings(outcomes: Iterable[Placed | Refused]) -> Iterator[Finding]:
    """One finding per post and moment. Week 1 also holds the days before the start."""
    seen: set[tuple[str, str, datetime]] = set()
    for one in outcomes:
        if not isinstance(one, Placed) or one.wall.date() >= one.wanted.campaign.start:
            continue
        campaign, post = one.wanted.campaign, one.wanted.post
        if (campaign.id, post.id, one.wall) not in seen:
            seen.add((campaign.id, post.id, one.wall))
            yield _early_finding(campaign, post, one.wall)


def _early_finding(campaign: Campaign, post: Post, wall: datetime) -> Finding:
    language = campaign.language
    start, moment = spoken_day(campaign.start, language), spoken(wall, language)
    return _finding(campaign, post, rule="M6", level=Level.ERROR, key="before_start", moment=moment, start=start)


def series_findings(campaign: Campaign, calendar: WorkCalendar) -> Iterator[Finding]:
    for post in campaign.posts:
        if not isinstance(post.when, Every):
            continue
        fit = len(series_days(post.when, campaign, calendar))
        if fit < len(post.texts):
            fields = {"fit": fit, "texts": len(post.texts), "weeks": campaign.weeks}
            yield _finding(campaign, post, rule="H4", level=Level.WARN, key="series_cut_short", **fields)


def sent_findings(sent: Iterable[SentBefore]) -> Iterator[Finding]:
    """One finding per post, with the last day on which it was sent."""
    last: dict[str, SentBefore] = {}
    for one in sent:
        known = last.get(one.wanted.post.id)
        if known is None or known.sent.wall < one.sent.wall:
            last[one.wanted.post.id] = one
    for one in last.values():
        moment = spoken(one.sent.wall, one.wanted.campaign.language)
        yield _finding(
            one.wanted.campaign,
            one.wanted.post,
            rule=KEEPS_ITS_MOMENT,
            level=Level.WARN,
            key="sent_before",
            moment=moment,
        )


def odd_hour_findings(wanted: Iterable[Wanted]) -> Iterator[Finding]:
    """Only when hours reach into the night; one finding per post and moment."""
    seen: set[tuple[str, datetime]] = set()
    for one in wanted:
        wall = one.turn.wall
        if (one.post.id, wall) in seen:
            continue
        seen.add((one.post.id, wall))
        odd = one.calendar.odd_hour(wall)
        if odd is not None:
            yield _odd_hour_finding(one, odd)


def _odd_hour_finding(wanted: Wanted, odd: OddHour) -> Finding:
    language, wall = wanted.campaign.language, wanted.turn.wall
    real = wanted.calendar.to_wall(wanted.calendar.to_utc(wall))
    return _finding(
        wanted.campaign,
        wanted.post,
        rule="M9",
        level=Level.WARN,
        key=f"odd_hour_{odd}",
        wanted=spoken(wall, language),
        moment=spoken(real, language),
    )


def spoken(wall: datetime, language: Language) -> str:
    return f"{spoken_day(wall.date(), language)} {wall:%H:%M}"


def spoken_day(day: date, language: Language) -> str:
    return f"{WEEKDAYS[language][day.weekday()]} {describe_day(day, language)}"


def _finding(campaign: Campaign, post: Post, *, rule: str, level: Level, key: str, **fields: str | int) -> Finding:
    fields = {"post": post.id, **fields}
    return Finding(
        file=campaign.file,
        line=post.line,
        rule=rule,
        level=level,
        message=say(campaign.language, key, **fields),
        fix=say(campaign.language, f"{key}.fix", **fields),
        post=post.id,
    )
