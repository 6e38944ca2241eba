"""Single times, days, hours and spans as an author writes them, in the file's language."""

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Final, Literal

from campaigns.words import MONTHS, Language

Unit = Literal["minutes", "hours", "days", "working days", "weeks", "months"]

CLOCK: Final = r"[0-9]{1,2}[:.][0-9]{2}"
ISO_DAY: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
WRITTEN_DAY: Final[dict[Language, str]] = {
    language: rf"[0-9]{{1,2}} (?:{'|'.join(months)}) [0-9]{{4}}" for language, months in MONTHS.items()
}

_UNITS: Final[dict[Language, dict[str, tuple[Unit, int]]]] = {
    "en": {
        "minute": ("minutes", 1),
        "hour": ("hours", 1),
        "day": ("days", 1),
        "working day": ("working days", 1),
        "week": ("weeks", 1),
        "month": ("months", 1),
        "year": ("months", 12),
    },
    "nl": {
        "minuut": ("minutes", 1),
        "minuten": ("minutes", 1),
        "uur": ("hours", 1),
        "uren": ("hours", 1),
        "dag": ("days", 1),
        "dagen": ("days", 1),
        "werkdag": ("working days", 1),
        "werkdagen": ("working days", 1),
        "week": ("weeks", 1),
        "weken": ("weeks", 1),
        "maand": ("months", 1),
        "maanden": ("months", 1),
        "jaar": ("months", 12),
    },
}
_BETWEEN: Final[dict[Language, str]] = {"en": "to|until", "nl": "tot"}


class BadMoment(ValueError):
    """Not one of the forms. `guess` is a form that was probably meant, in the same language."""

    def __init__(self, text: str, guess: str | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.guess = guess


@dataclass(frozen=True)
class Span:
    """`2 hours`, `5 working days`, `6 months`. A year counts as twelve months."""

    count: int
    unit: Unit


def tidy(text: str) -> str:
    """One space between words: how many an author typed means nothing."""
    return " ".join(text.split())


def parse_clock(text: str) -> time:
    """`09:30`, `9:30` or `9.30`."""
    if not re.fullmatch(CLOCK, text):
        raise BadMoment(text)
    hour, minute = re.split("[:.]", text)
    try:
        return time(int(hour), int(minute))
    except ValueError as error:
        raise BadMoment(text) from error


def parse_day(text: str, language: Language) -> date:
    """`11 January 2027` or `2027-01-11`."""
    words = tidy(text)
    try:
        if re.fullmatch(ISO_DAY, words):
            return date.fromisoformat(words)
        if re.fullmatch(WRITTEN_DAY[language], words, re.IGNORECASE):
            day, month, year = words.split()
            return date(int(year), month_number(month, language), int(day))
    except ValueError as error:
        raise BadMoment(text) from error
    raise BadMoment(text)


def month_number(name: str, language: Language) -> int:
    return [month.casefold() for month in MONTHS[language]].index(name.casefold()) + 1


def describe_day(day: date, language: Language) -> str:
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year:04}"


def parse_hours(text: str, language: Language) -> tuple[time, time]:
    """`09:00 to 17:00`, the earlier one first."""
    words = re.fullmatch(rf"({CLOCK}) ?(?:{_BETWEEN[language]}|-|–) ?({CLOCK})", tidy(text), re.IGNORECASE)
    if words is None:
        raise BadMoment(text)
    opens_at, closes_at = parse_clock(words[1]), parse_clock(words[2])
    if opens_at >= closes_at:
        raise BadMoment(text)
    return opens_at, closes_at


def parse_span(text: str, language: Language) -> Span:
    words = re.fullmatch(r"([0-9]{1,4}) ([a-z ]+)", tidy(text).casefold())
    if words is None:
        raise BadMoment(text)
    units = _UNITS[language]
    name = words[2] if words[2] in units or language == "nl" else words[2].removesuffix("s")
    if name not in units:
        raise BadMoment(text)
    unit, factor = units[name]
    return Span(int(words[1]) * factor, unit)
