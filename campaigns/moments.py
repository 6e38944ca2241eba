"""The time forms an author may write, and nothing else."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Final, Literal

from campaigns.clues import Clues, clues_in
from campaigns.spans import CLOCK, ISO_DAY, WRITTEN_DAY, describe_day, parse_clock, parse_day, tidy
from campaigns.spans import BadMoment as BadMoment
from campaigns.words import WEEKDAYS, Language

Anchor = Literal["opening", "closing"]
Event = Literal["wish done", "opening"]
Side = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class InWeek:
    """`week 4 Monday 09:30`; week 1 holds the start, weekday 0 is Monday. Only a wish's plan may omit the time."""

    week: int
    weekday: int
    at: time | None


@dataclass(frozen=True, slots=True)
class Every:
    """`every Tuesday 09:30 from week 2 until week 9`. The last week counts too."""

    weekday: int
    at: time
    from_week: int
    until_week: int | None = None


@dataclass(frozen=True, slots=True)
class OnDate:
    """`11 January 2027 09:30`, also `2027-01-11 09:30`. A fixed moment: never moved."""

    day: date
    at: time


@dataclass(frozen=True, slots=True)
class Around:
    """`2 working days before closing 10:00`; `wish` names the wish when the anchor is a wish's planned day."""

    days: int
    side: Side
    anchor: Anchor | Literal["wish"]
    at: time
    wish: str | None = None


@dataclass(frozen=True, slots=True)
class AsSoonAs:
    """`as soon as wish done` or `at opening`."""

    event: Event


Moment = InWeek | Every | OnDate | Around | AsSoonAs

PLANNED_AT: Final = time(15, 0)  # when a planned day says no time, news of a wish comes in the afternoon
_SEVERAL: Final = 2  # from here on a language writes the plural

_WEEK: Final = "0*[1-9][0-9]{0,2}"
_FORMS: Final[dict[Language, tuple[str, ...]]] = {
    "en": (
        "week 4 Monday 09:30",
        "every Tuesday 09:30 from week 2",
        "every Tuesday 09:30 from week 2 until week 9",
        "11 January 2027 09:30",
        "2 working days before closing 10:00",
        "1 working day after opening 10:00",
        "1 working day after wish postcode 10:00",
        "as soon as wish done",
        "at opening",
    ),
    "nl": (
        "week 4 maandag 09:30",
        "elke dinsdag 09:30 vanaf week 2",
        "elke dinsdag 09:30 vanaf week 2 tot en met week 9",
        "11 januari 2027 09:30",
        "2 werkdagen voor sluiting 10:00",
        "1 werkdag na opening 10:00",
        "1 werkdag na wens postcode 10:00",
        "zodra wens klaar",
        "bij opening",
    ),
}
_GRAMMAR: Final[dict[Language, tuple[str, ...]]] = {
    "en": (
        rf"week (?P<week>{_WEEK}) (?P<weekday>[a-z]+)(?: (?P<at>{CLOCK}))?",
        rf"every (?P<weekday>[a-z]+) (?P<at>{CLOCK}) from week (?P<since>{_WEEK})(?: until week (?P<until>{_WEEK}))?",
        rf"(?P<day>{ISO_DAY}|{WRITTEN_DAY['en']})[ T](?P<at>{CLOCK})",
        r"(?P<days>[0-9]{1,3}) working days? (?P<side>before|after) "
        rf"(?:(?P<anchor>opening|closing)|wish (?P<wish>\S+)) (?P<at>{CLOCK})",
        r"as soon as (?P<done>wish done)|at (?P<opening>opening)",
    ),
    "nl": (
        rf"week (?P<week>{_WEEK}) (?P<weekday>[a-z]+)(?: (?P<at>{CLOCK}))?",
        rf"elke (?P<weekday>[a-z]+) (?P<at>{CLOCK}) vanaf week (?P<since>{_WEEK})"
        rf"(?: (?:tot en met|t/m|tot) week (?P<until>{_WEEK}))?",
        rf"(?P<day>{ISO_DAY}|{WRITTEN_DAY['nl']})[ T](?P<at>{CLOCK})",
        r"(?P<days>[0-9]{1,3}) werkdag(?:en)? (?P<side>voor|vóór|na) "
        rf"(?:(?P<anchor>opening|sluiting)|wens (?P<wish>\S+)) (?P<at>{CLOCK})",
        r"zodra (?P<done>wens klaar)|bij (?P<opening>opening)",
    ),
}
_SIDES: Final[dict[str, Side]] = {
    "before": "before",
    "after": "after",
    "voor": "before",
    "vóór": "before",
    "na": "after",
}
_ANCHORS: Final[dict[str, Anchor]] = {"opening": "opening", "closing": "closing", "sluiting": "closing"}


def forms(language: Language) -> tuple[str, ...]:
    """An example of every form, for an author who wrote something else."""
    return _FORMS[language]


def parse_moment(text: str, language: Language, *, time_needed: bool = True) -> Moment:
    """Raises BadMoment, with a guess where one can be made. A wish's planned day needs no time."""
    words = tidy(text)
    try:
        moment = _read(words, language)
    except ValueError as error:
        raise BadMoment(text, _guess(words, language)) from error
    if time_needed and isinstance(moment, InWeek) and moment.at is None:
        raise BadMoment(text, _guess(words, language))
    return moment


def _read(words: str, language: Language) -> Moment:
    for pattern, build in zip(_GRAMMAR[language], _BUILDERS, strict=True):
        found = re.fullmatch(pattern, words, re.IGNORECASE)
        if found:
            return build(found, language)
    raise BadMoment(words)


def _weekday(found: re.Match[str], language: Language) -> int:
    names = [name.casefold() for name in WEEKDAYS[language]]
    return names.index(found["weekday"].casefold())


def _in_week(found: re.Match[str], language: Language) -> Moment:
    at = parse_clock(found["at"]) if found["at"] else None
    return InWeek(int(found["week"]), _weekday(found, language), at)


def _every(found: re.Match[str], language: Language) -> Moment:
    since, until = int(found["since"]), int(found["until"]) if found["until"] else None
    if until is not None and until < since:
        raise BadMoment(found[0])
    return Every(_weekday(found, language), parse_clock(found["at"]), since, until)


def _on_date(found: re.Match[str], language: Language) -> Moment:
    return OnDate(parse_day(found["day"], language), parse_clock(found["at"]))


def _around(found: re.Match[str], _language: Language) -> Moment:
    days, side, at = int(found["days"]), _SIDES[found["side"].casefold()], parse_clock(found["at"])
    if days == 0:
        raise BadMoment(found[0])
    if found["wish"]:
        return Around(days, side, "wish", at, found["wish"])
    return Around(days, side, _ANCHORS[found["anchor"].casefold()], at)


def _as_soon_as(found: re.Match[str], _language: Language) -> Moment:
    return AsSoonAs("wish done" if found["done"] else "opening")


_BUILDERS: Final[tuple[Callable[[re.Match[str], Language], Moment], ...]] = (
    _in_week,
    _every,
    _on_date,
    _around,
    _as_soon_as,
)


def describe(moment: Moment, language: Language) -> str:
    """The moment as its author would write it; reading it gives the same moment."""
    if isinstance(moment, InWeek):
        at = f" {moment.at:%H:%M}" if moment.at else ""
        return f"week {moment.week} {WEEKDAYS[language][moment.weekday]}{at}"
    if isinstance(moment, Every):
        return _describe_every(moment, language)
    if isinstance(moment, OnDate):
        return f"{describe_day(moment.day, language)} {moment.at:%H:%M}"
    if isinstance(moment, Around):
        return _describe_around(moment, language)
    if moment.event == "opening":
        return {"en": "at opening", "nl": "bij opening"}[language]
    return {"en": "as soon as wish done", "nl": "zodra wens klaar"}[language]


def _describe_every(moment: Every, language: Language) -> str:
    every, since, until = {"en": ("every", "from", "until"), "nl": ("elke", "vanaf", "tot en met")}[language]
    end = f" {until} week {moment.until_week}" if moment.until_week is not None else ""
    return f"{every} {WEEKDAYS[language][moment.weekday]} {moment.at:%H:%M} {since} week {moment.from_week}{end}"


def _describe_around(moment: Around, language: Language) -> str:
    many = moment.days >= _SEVERAL
    if language == "en":
        days, side, anchor = "working days" if many else "working day", str(moment.side), str(moment.anchor)
    else:
        days, side = "werkdagen" if many else "werkdag", {"before": "voor", "after": "na"}[moment.side]
        anchor = {"opening": "opening", "closing": "sluiting", "wish": "wens"}[moment.anchor]
    name = f" {moment.wish}" if moment.wish else ""
    return f"{moment.days} {days} {side} {anchor}{name} {moment.at:%H:%M}"


def _guess(words: str, language: Language) -> str | None:
    """Another language's form, else what its words hint at."""
    other: Language = "nl" if language == "en" else "en"
    try:
        return describe(_with_time(_read(words, other)), language)
    except ValueError:
        moment = _guessed_moment(words)
        return describe(moment, language) if moment else None


def _with_time(moment: Moment) -> Moment:
    return InWeek(moment.week, moment.weekday, time(9, 30)) if isinstance(moment, InWeek) and not moment.at else moment


def _guessed_moment(words: str) -> Moment | None:
    clues = clues_in(words)
    at = clues.at or time(9, 30)
    if clues.wish_done:
        return AsSoonAs("wish done")
    if clues.anchor and clues.side:
        return Around(clues.days or 1, clues.side, clues.anchor, at)
    if clues.anchor == "opening":
        return AsSoonAs("opening")
    if clues.anchor or clues.side:
        return None  # around what, or on which side of it?
    if clues.day:
        return OnDate(clues.day, at)
    return _guessed_week(clues, at)


def _guessed_week(clues: Clues, at: time) -> Moment | None:
    if clues.weekday is not None and (clues.is_repeated or not clues.weeks):
        return Every(clues.weekday, at, *(sorted(clues.weeks[:2]) or (1,)))
    if clues.weeks:
        return InWeek(clues.weeks[0], clues.weekday or 0, at)
    return InWeek(1, 0, at) if clues.at else None
