"""What a mistyped moment still tells: enough to guess what its author meant, never enough to act on."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, time
from difflib import get_close_matches
from typing import Final, Literal

from campaigns.words import MONTHS, WEEKDAYS

_HOURS: Final[dict[str, int]] = {
    name: hour
    for names in (
        "one two three four five six seven eight nine ten eleven twelve",
        "een twee drie vier vijf zes zeven acht negen tien elf twaalf",
    )
    for hour, name in enumerate(names.split(), start=1)
} | {"één": 1}
_FIRST_WORKING_HOUR: Final = 7  # "half three" at work is in the afternoon
_WEEKDAYS: Final[dict[str, int]] = {
    name.casefold(): number for names in WEEKDAYS.values() for number, name in enumerate(names)
}
_SHORT_WEEKDAYS: Final[dict[str, int]] = {
    short: number
    for shorts in ("ma di wo do vr za zo", "mon tue wed thu fri sat sun")
    for number, short in enumerate(shorts.split())
}
_MONTHS: Final[dict[str, int]] = {
    name.casefold()[:3]: number for names in MONTHS.values() for number, name in enumerate(names, start=1)
} | {"mrt": 3}
_REPEATED: Final = {"every", "each", "weekly", "elke", "iedere", "wekelijks"}
_SIDES: Final[dict[str, Literal["before", "after"]]] = {
    "before": "before",
    "voor": "before",
    "vóór": "before",
    "after": "after",
    "na": "after",
}
_ANCHORS: Final[tuple[tuple[str, Literal["opening", "closing"]], ...]] = (
    ("open", "opening"),
    ("clos", "closing"),
    ("slui", "closing"),
)


@dataclass(frozen=True)
class Clues:
    """Every field that the words did not tell is empty."""

    at: time | None
    weekday: int | None
    weeks: tuple[int, ...]
    day: date | None
    days: int | None
    side: Literal["before", "after"] | None
    anchor: Literal["opening", "closing"] | None
    is_repeated: bool
    wish_done: bool


def clues_in(text: str) -> Clues:
    text = text.casefold()
    words = re.findall(r"[^\W\d_]+", text)
    return Clues(
        at=_clock(text),
        weekday=next((day for word in words if (day := _weekday(word)) is not None), None),
        weeks=tuple(max(1, int(week)) for week in re.findall(r"\b(?:week|wk|w) ?([0-9]{1,3})\b", text)),
        day=_day(text),
        days=_days(text),
        side=next((_SIDES[word] for word in words if word in _SIDES), None),
        anchor=next((anchor for word in words for start, anchor in _ANCHORS if word.startswith(start)), None),
        is_repeated=bool(_REPEATED & set(words)),
        wish_done=bool({"wish", "wens"} & set(words) and {"done", "ready", "klaar", "soon", "zodra"} & set(words)),
    )


def _weekday(word: str) -> int | None:
    if word in _SHORT_WEEKDAYS:
        return _SHORT_WEEKDAYS[word]
    close = get_close_matches(word, _WEEKDAYS, n=1, cutoff=0.8)
    return _WEEKDAYS[close[0]] if close else None


def _clock(text: str) -> time | None:
    figures = re.search(r"(?<![0-9])([01]?[0-9]|2[0-3])(?:[:.]| ?u ?)([0-5][0-9])(?![0-9])", text)
    if figures:
        return time(int(figures[1]), int(figures[2]))
    whole = re.search(r"(?<![0-9])([01]?[0-9]|2[0-3]) ?(uur|u\b|o'clock|am\b|pm\b)", text)
    if whole:
        return time(int(whole[1]) % 12 + 12 if whole[2] == "pm" else int(whole[1]), 0)
    return _spoken_clock(text)


def _spoken_clock(text: str) -> time | None:
    hour = rf"({'|'.join(_HOURS)})\b"
    for pattern, minutes in (
        (rf"\bhalf past {hour}", 30),
        (rf"\bhalf {hour}", -30),
        (rf"\b(?:quarter past|kwart over) {hour}", 15),
        (rf"\b(?:quarter to|kwart voor) {hour}", -15),
        (rf"\b{hour} (?:o'clock|uur)", 0),
    ):
        found = re.search(pattern, text)
        if found:
            return _at_work(_HOURS[found[1]] * 60 + minutes)
    return None


def _at_work(minutes: int) -> time:
    if minutes < _FIRST_WORKING_HOUR * 60:
        minutes += 12 * 60
    return time(minutes // 60, minutes % 60)


def _day(text: str) -> date | None:
    figures = re.search(r"\b([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})\b", text)
    if figures:
        return _real_day(figures[3], int(figures[2]), figures[1])
    iso = re.search(r"\b([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})\b", text)
    if iso:
        return _real_day(iso[1], int(iso[2]), iso[3])
    written = re.search(r"\b([0-9]{1,2}) ([a-z]{3})[a-z]* ([0-9]{4})\b", text)
    if written and written[2] in _MONTHS:
        return _real_day(written[3], _MONTHS[written[2]], written[1])
    return None


def _real_day(year: str, month: int, day: str) -> date | None:
    """31 February was probably meant as the last day of that month."""
    if not (1 <= month <= 12 and MINYEAR <= int(year) <= MAXYEAR):
        return None
    return date(int(year), month, max(1, min(int(day), monthrange(int(year), month)[1])))


def _days(text: str) -> int | None:
    found = re.search(r"\b([0-9]{1,3}|[^\W\d_]+) (?:working |work |business )?(?:werk)?da[gy]", text)
    if found is None:
        return None
    count = int(found[1]) if found[1].isdecimal() else _HOURS.get(found[1], 0)
    return count or None
