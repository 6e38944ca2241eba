"""How dates, lists and names are written in a text, in the campaign's language."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from campaigns.model import Campaign
from campaigns.texts.say import say
from campaigns.words import MONTHS, WEEKDAYS, Language

A_YEAR: Final = timedelta(days=365)


def written_day(language: Language, day: date) -> str:
    """`11 februari`, `11 February`."""
    return f"{day.day} {MONTHS[language][day.month - 1]}"


def promised_day(campaign: Campaign, day: date) -> str:
    """With its year where nobody could guess it: a year or more after the campaign's start."""
    written = written_day(campaign.language, day)
    return written if day - campaign.start < A_YEAR else f"{written} {day.year}"


def written_moment(language: Language, wall: datetime) -> str:
    """`donderdag 11 februari 16:00`, `Thursday 11 February 16:00`; wall time of the campaign's zone."""
    return f"{WEEKDAYS[language][wall.weekday()]} {written_day(language, wall.date())} {wall:%H:%M}"


def written_list(language: Language, names: Sequence[str]) -> str:
    """`Anna, Bo en Cas`, `Anna, Bo and Cas`."""
    if len(names) < 2:
        return "".join(names)
    return say(language, "list_last", first=", ".join(names[:-1]), last=names[-1])


def readable(identifier: str) -> str:
    """An id as a name: `klant_service` is `Klant service`."""
    words = identifier.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]
