"""How one value of a campaign file is read: text in, typed value out, or an error. What is typed already passes."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from campaigns.approval import VALID_WORKING_DAYS
from campaigns.moments import BadMoment, Every, InWeek, Moment, OnDate, forms, parse_moment
from campaigns.spans import Span, describe_day, parse_day, parse_hours, parse_span, tidy
from campaigns.words import WEEKDAYS, Language

NUMBER: Final = re.compile(r"[0-9]{1,9}")
NUMBER_WITH_MARKS: Final = re.compile(r"[0-9]+([.,'  ][0-9]{3})+")
SHARE: Final = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,2})?) ?%")
DAY_IN_FIGURES: Final = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
NOTHING: Final = {"nl": ("geen", "nee"), "en": ("none", "no")}
Reader = Callable[..., Any]
SMALLEST_GROUP: Final = 5
LONGEST_KEPT: Final = 12
UNIT_WORDS: Final = {
    "nl": {"hours": "2 uur", "working days": "5 werkdagen", "months": "6 maanden"},
    "en": {"hours": "2 hours", "working days": "5 working days", "months": "6 months"},
}


def language_of(info: ValidationInfo) -> Language:
    """The file's language, from the context of the reading; English when there is no file."""
    return info.context["language"] if info.context else "en"


def wrong(key: str, **fields: str | int) -> PydanticCustomError:
    """`key` is a key of file_rules.RULES."""
    return PydanticCustomError(key, "{key}", {"key": key, **fields})


def if_given(read: Reader) -> Reader:
    """None stays None."""

    def read_if_given(value: Any, info: ValidationInfo) -> Any:
        return None if value is None else read(value, info)

    return read_if_given


def number(lowest: int, highest: int) -> Reader:
    def read(value: Any, _info: ValidationInfo | None = None) -> int:
        count = value if isinstance(value, int) else _whole(str(value).strip())
        if not lowest <= count <= highest:
            raise wrong("number_bounds", text=str(value), lowest=lowest, highest=highest)
        return count

    return read


def _whole(text: str) -> int:
    if NUMBER.fullmatch(text):
        return int(text)
    if NUMBER_WITH_MARKS.fullmatch(text):
        raise wrong("number_with_point", text=text, guess=re.sub("[^0-9]", "", text))
    raise wrong("number", text=text)


def group(value: Any) -> int:
    """Small groups give people away, so the floor can't be lowered."""
    size = int(number(0, 10_000)(value))
    if size < SMALLEST_GROUP:
        raise wrong("group_too_small", text=str(value), smallest=SMALLEST_GROUP)
    return size


def share(value: Any, _info: ValidationInfo) -> float:
    if isinstance(value, float | int):
        return float(value)
    found = SHARE.fullmatch(value.strip())
    part = float(found[1].replace(",", ".")) if found else -1.0
    if not 0 <= part <= 100:
        raise wrong("share", text=value)
    return part / 100


def day(value: Any, info: ValidationInfo) -> date:
    if isinstance(value, date):
        return value
    language = language_of(info)
    try:
        return parse_day(value, language)
    except BadMoment:
        if guess := _guessed_day(value, language):
            raise wrong("date", text=value, guess=describe_day(guess, language)) from None
        key = "no_such_date" if re.search("[0-9]{4}", value) else "date"
        raise wrong(key, text=value, example=describe_day(date(2027, 1, 11), language)) from None


def _guessed_day(text: str, language: Language) -> date | None:
    """A day in figures, or in words of the other language."""
    found = DAY_IN_FIGURES.fullmatch(text.strip())
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
        return parse_day(text, "en" if language == "nl" else "nl")
    except ValueError:
        return None


def opening_hour(value: Any, info: ValidationInfo) -> time:
    return value if isinstance(value, time) else _hours(value, info)[0]


def closing_hour(value: Any, info: ValidationInfo) -> time:
    return value if isinstance(value, time) else _hours(value, info)[1]


def _hours(text: str, info: ValidationInfo) -> tuple[time, time]:
    try:
        return parse_hours(text, language_of(info))
    except BadMoment:
        raise wrong("hours", text=text) from None


def _span(text: str, info: ValidationInfo, unit: str) -> Span:
    language = language_of(info)
    try:
        return parse_span(text, language)
    except BadMoment:
        raise wrong("span", text=text, example=UNIT_WORDS[language][unit]) from None


def lateness(value: Any, info: ValidationInfo) -> timedelta:
    if isinstance(value, timedelta):
        return value
    span = _span(value, info, "hours")
    if span.unit in ("minutes", "hours") and span.count:
        return timedelta(**{span.unit: span.count})
    raise wrong("span", text=value, example=UNIT_WORDS[language_of(info)]["hours"])


def working_days(value: Any, info: ValidationInfo) -> int:
    """`5` or `5 working days`, as long as a yes holds at most."""
    if isinstance(value, int) or NUMBER.fullmatch(value.strip()):
        return int(number(1, VALID_WORKING_DAYS)(value))
    span = _span(value, info, "working days")
    if span.unit not in ("days", "working days"):
        raise wrong("span", text=value, example=UNIT_WORDS[language_of(info)]["working days"])
    return int(number(1, VALID_WORKING_DAYS)(span.count))


def months(value: Any, info: ValidationInfo) -> int:
    if not isinstance(value, int):
        span = _span(value, info, "months")
        if span.unit != "months" or not span.count:
            raise wrong("span", text=value, example=UNIT_WORDS[language_of(info)]["months"])
        value = span.count
    if value > LONGEST_KEPT:
        raise wrong("kept_too_long", text=str(value), longest=LONGEST_KEPT)
    return int(value)


def timezone(value: Any) -> ZoneInfo:
    if isinstance(value, ZoneInfo):
        return value
    try:
        return ZoneInfo(value)
    except (ValueError, OSError, LookupError):
        raise wrong("timezone", text=value) from None


def country(value: Any, info: ValidationInfo) -> str | None:
    """An upper-case country code; None when holidays do not count."""
    if value is None or value.casefold() in NOTHING[language_of(info)]:
        return None
    return str(value).strip().upper()


def weekday(value: Any, info: ValidationInfo) -> int:
    if isinstance(value, int):
        return value
    names = WEEKDAYS[language_of(info)]
    lowered = [name.casefold() for name in names]
    if value.strip().casefold() not in lowered:
        raise wrong("weekday", text=value, names=", ".join(names))
    return lowered.index(value.strip().casefold())


def moment(value: Any, info: ValidationInfo) -> Moment:
    return _moment(value, info, time_needed=True) if isinstance(value, str) else value


def fixed_moment(value: Any, info: ValidationInfo) -> InWeek | OnDate:
    return _fixed(_moment(value, info, time_needed=True), value, info) if isinstance(value, str) else value


def planned_day(value: Any, info: ValidationInfo) -> InWeek | OnDate | None:
    """A wish's planned day needs no time."""
    return _fixed(_moment(value, info, time_needed=False), value, info) if isinstance(value, str) else value


def _moment(text: str, info: ValidationInfo, *, time_needed: bool) -> Moment:
    language = language_of(info)
    try:
        return parse_moment(text, language, time_needed=time_needed)
    except BadMoment as bad:
        known = " · ".join(forms(language))
        if bad.guess:
            raise wrong("moment", text=tidy(text), guess=bad.guess, forms=known) from None
        raise wrong("moment", text=tidy(text), forms=known) from None


def _fixed(found: Moment, text: str, info: ValidationInfo) -> InWeek | OnDate:
    if isinstance(found, InWeek | OnDate):
        return found
    examples = forms(language_of(info))
    raise wrong("moment_fixed", text=tidy(text), example=examples[0], date=examples[3])


def last_week(found: Moment | None) -> int:
    """The latest campaign week that a moment names; 0 when it names none."""
    if isinstance(found, Every):
        return max(found.from_week, found.until_week or 0)
    return found.week if isinstance(found, InWeek) else 0


def every_item(value: Any, read: Reader, *info: ValidationInfo) -> Iterable[Any]:
    """A list, or one text with commas."""
    items: Sequence[Any] | frozenset[Any] = value.split(",") if isinstance(value, str) else value
    return (read(item, *info) for item in items)
