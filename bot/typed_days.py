"""A day as an owner types it, in either language: `week 7 Friday`, `12 March`, `12 March 2027` or `2027-03-12`."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Final

from campaigns.calendar import WorkCalendar
from campaigns.model import Campaign
from campaigns.moments import InWeek, parse_moment
from campaigns.spans import BadMoment, parse_day
from campaigns.words import Language

_LANGUAGES: Final[tuple[Language, ...]] = ("nl", "en")


def read_day(text: str, campaign: Campaign, *, today: date) -> date | None:
    """None when it is no day. Without a year it is the nearest one, as in a text: what was stays in the past."""
    return next(_readings(text.strip(), campaign, today), None)


def _readings(text: str, campaign: Campaign, today: date) -> Iterator[date]:
    for language in _LANGUAGES:
        try:
            moment = parse_moment(text, language, time_needed=False)
        except BadMoment:
            continue
        if isinstance(moment, InWeek):
            yield WorkCalendar.of(campaign).day(week=moment.week, weekday=moment.weekday)
    for language in _LANGUAGES:
        yield from sorted(_dated(text, language, today), key=lambda day: abs(day - today))


def _dated(text: str, language: Language, today: date) -> Iterator[date]:
    for whole in (text, *(f"{text} {today.year + step}" for step in (-1, 0, 1))):
        with suppress(BadMoment):
            yield parse_day(whole, language)
