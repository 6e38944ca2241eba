"""Dates, kinds and people in the words of the page, in the campaign's language and its own time zone."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from babel.dates import format_date, format_datetime

from campaigns.texts.say import say
from campaigns.words import AUTOMATIC_KINDS, KINDS, Language

# Several kinds share a shape and a colour: what the post does to the balance and what it is about.
SHAPES: Final[dict[str, str]] = {
    "management": "news",
    "introduction": "news",
    "outcome": "news",
    "milestone": "news",
    "tip": "gift",
    "benefit": "gift",
    "thanks": "gift",
    "wish": "wish",
    "call": "seats",
    "status": "seats",
    "closing": "seats",
    "invitation": "voice",
    "pulse": "voice",
    "commitment": "voice",
    "proof": "proof",
    "consequence": "proof",
    "extension": "seats",
    "not_made": "news",
}
HUES: Final = 8


def kind_word(kind: str, language: Language) -> str:
    if language == "nl":
        return KINDS.get(kind) or AUTOMATIC_KINDS.get(kind, kind)
    return kind.replace("_", " ")


@lru_cache(maxsize=4096)
def long_moment(wall: datetime, language: Language) -> str:
    return format_datetime(wall, "EEEE d MMMM HH:mm", locale=language)


@lru_cache(maxsize=4096)
def short_moment(wall: datetime, language: Language) -> str:
    return format_datetime(wall, "EEE d MMM HH:mm", locale=language).replace(".", "")


@lru_cache(maxsize=1024)
def long_day(day: date, language: Language) -> str:
    return format_date(day, "EEEE d MMMM y", locale=language)


def day_heading(day: date, *, today: date, language: Language) -> str:
    if day == today:
        return say(language, "room_today")
    if day == today - timedelta(days=1):
        return say(language, "room_yesterday")
    return format_date(day, "EEEE d MMMM", locale=language)


def first_name(name: str) -> str:
    return name.split()[0] if name.split() else name


def initials(name: str) -> str:
    words = [word for word in name.split() if word[:1].isalnum()]
    picked = words[:1] + words[-1:] if len(words) > 1 else words[:1]
    return "".join(word[0] for word in picked).upper() or "?"


def hue(name: str) -> int:
    """Which of the page's avatar colours is this person's: always the same one."""
    return sum(ord(character) for character in name) % HUES
