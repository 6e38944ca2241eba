"""The days that a text names, in Dutch or English, and the sentence of each. A day that was is no promise."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from campaigns.sentences import sentences
from campaigns.words import MONTHS

FURTHEST: Final = timedelta(days=3 * 366)  # what lies further away is a vision, and nobody is reminded of it

_SHORT: Final = {
    "jan": 1, "feb": 2, "mrt": 3, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_NUMBERS: Final = _SHORT | {
    name.casefold(): number for months in MONTHS.values() for number, name in enumerate(months, start=1)
}
_MONTH: Final = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_ENGLISH_MONTH: Final = "|".join(MONTHS["en"])
_YEAR: Final = r"(?:,?\s+([0-9]{4}))?(?![0-9])"
_DAY: Final = re.compile(
    rf"(?P<week>\bweek\s+(?:of|van)\s+(?:(?:monday|maandag)\s+)?)?(?<![\w.,/-])(?:"
    rf"([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}})(?![\w-])|"
    rf"([0-9]{{1,2}})(?:st|nd|rd|th|ste|de|e)?\s+(?:of\s+)?({_MONTH})\b\.?{_YEAR}|"
    rf"\b({_ENGLISH_MONTH})\s+([0-9]{{1,2}})(?:st|nd|rd|th)?\b(?!\s*[%.:][0-9]){_YEAR})",
    re.IGNORECASE,
)
_FRIDAY: Final = 4


@dataclass(frozen=True)
class Dated:
    """A sentence, and one day that it names."""

    sentence: str
    day: date


def promised_days(text: str, *, today: date, not_these: Iterable[date] = ()) -> tuple[Dated, ...]:
    """Every day after today, once per sentence. `not_these` are the days that the campaign keeps by itself.

    A day without a year is the one nearest to today: so what a text tells of the past (`On 12 January I promised`,
    `count by Joris, 8 January`) stays in the past. A week stands for its Friday.
    """
    excluded = frozenset(not_these)
    found = (
        Dated(sentence.text, day)
        for sentence in sentences(text)
        for day in days_in(sentence.text, today)
        if today < day <= today + FURTHEST and day not in excluded
    )
    return tuple(dict.fromkeys(found))


def days_in(sentence: str, today: date) -> Iterator[date]:
    """In order, also days that were; a day without a year is the one nearest to today."""
    for found in _DAY.finditer(sentence):
        day = _day_of(found, today)
        if day is not None:
            yield day + timedelta(days=_FRIDAY - day.weekday()) if found["week"] else day


def without_days(text: str) -> str:
    return _DAY.sub(" ", text)


def _day_of(found: re.Match[str], today: date) -> date | None:
    _, iso_year, iso_month, iso_day, day, month, year, first_month, later_day, last_year = found.groups()
    if iso_year:
        return _date(int(iso_year), int(iso_month), int(iso_day))
    number = _NUMBERS[(month or first_month).casefold()]
    written_year = year or last_year
    if written_year:
        return _date(int(written_year), number, int(day or later_day))
    around = (_date(today.year + step, number, int(day or later_day)) for step in (-1, 0, 1))
    return min((one for one in around if one is not None), key=lambda one: abs(one - today), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    """None for a day that no calendar has, such as 31 February; the last year has no Friday after its end."""
    try:
        return date(year, month, day) if year < date.max.year else None
    except ValueError:
        return None
