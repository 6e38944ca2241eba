"""How dates, lists and names are written in a text, in the campaign's language."""

from collections.abc import Sequence
from datetime import date, datetime

from campaigns.texts.say import say
from campaigns.words import MONTHS, WEEKDAYS, Language


def written_day(language: Language, day: date) -> str:
    """`11 februari`, `11 February`."""
    return f"{day.day} {MONTHS[language][day.month - 1]}"


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
