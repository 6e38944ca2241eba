"""Where a phrase of a word list stands in a text, as whole words; never inside a placeholder, a URL or an address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from campaigns.sentences import PLACEHOLDER, masked
from campaigns.word_lists import en, nl
from campaigns.word_lists.base import Phrases, WordList
from campaigns.words import MONTHS, SHORT_MONTHS, WEEKDAYS, Language

WORD_LISTS: Final[dict[Language, WordList]] = {"nl": nl.WORDS, "en": en.WORDS}

ListName = Literal[
    "acts",
    "approval",
    "blame",
    "click_path",
    "comparing",
    "conditional",
    "cost",
    "deadlines",
    "first_person",
    "fixed",
    "groups",
    "hype",
    "if_then",
    "jargon",
    "job_words",
    "keeping_lists",
    "less_well",
    "level_claims",
    "minority",
    "no_reply",
    "numbers",
    "obligatory",
    "obliging",
    "off_limits",
    "passive",
    "permitting",
    "praise",
    "pressure",
    "reason_words",
    "rule_words",
    "scarcity",
    "seat_numbers",
    "second_person",
    "sign_up",
    "speech",
    "undecided",
    "vague",
    "voluntary",
    "works_council",
]


@dataclass(frozen=True)
class FoundWord:
    """The words as the text has them, on one line, and their place in it."""

    words: str
    start: int
    end: int


def found_words(language: Language, name: ListName, text: str, teams: Phrases = ()) -> tuple[FoundWord, ...]:
    """Every phrase of this list in the text, in order, without what the list makes an exception for.

    `teams` are the names that `{team}` stands for.
    """
    return tuple(_found(language, name, text, teams))


def has_words(language: Language, name: ListName, text: str) -> bool:
    return next(_found(language, name, text, ()), None) is not None


def plain_words(language: Language, jargon: str) -> str:
    """The plain words for a phrase that was found in the list `jargon`."""
    return next(
        plain
        for phrase, plain in WORD_LISTS[language].jargon.items()
        if _compiled(language, (phrase,)).fullmatch(jargon)
    )


@lru_cache(maxsize=1024)
def readable(text: str) -> str:
    """The text with its placeholders made unreadable and straight apostrophes, sign for sign."""
    return masked(text).replace("’", "'")


def _found(language: Language, name: ListName, text: str, teams: Phrases) -> Iterator[FoundWord]:
    ready = readable(text)
    excepted: list[tuple[int, int]] | None = None
    for found in _compiled(language, _phrases(language, name, teams)).finditer(ready):
        if excepted is None:
            excepted = list(_excepted(language, name, ready))
        if not any(start <= found.start() and found.end() <= end for start, end in excepted):
            yield FoundWord(" ".join(text[found.start() : found.end()].split()), found.start(), found.end())


def _excepted(language: Language, name: ListName, ready: str) -> Iterator[tuple[int, int]]:
    phrases = WORD_LISTS[language].except_for.get(name, ())
    if phrases:
        yield from (found.span() for found in _compiled(language, phrases).finditer(ready))


@lru_cache(maxsize=256)
def _phrases(language: Language, name: ListName, teams: Phrases) -> Phrases:
    either = "|".join(map(re.escape, teams)) or "(?!)"
    return tuple(phrase.replace("{team}", f"({either})") for phrase in getattr(WORD_LISTS[language], name))


@lru_cache(maxsize=256)
def _compiled(language: Language, phrases: Phrases) -> re.Pattern[str]:
    choices = "|".join(sorted((_pattern(language, phrase) for phrase in phrases), key=len, reverse=True))
    return re.compile(rf"(?<![\w{PLACEHOLDER}])(?:{choices})(?![\w{PLACEHOLDER}])", re.IGNORECASE)


def _pattern(language: Language, phrase: str) -> str:
    """The notation of word_lists/base.py as a regular expression."""
    for sign, meaning in _signs(language).items():
        phrase = phrase.replace(sign, meaning)
    return phrase


@lru_cache(maxsize=2)
def _signs(language: Language) -> dict[str, str]:
    months = rf"(?:{'|'.join(MONTHS[language])}|(?:{'|'.join(SHORT_MONTHS[language])})\b\.?)"
    days = "|".join(WEEKDAYS[language])
    spoken = "|".join(word.replace("*", r"\w*") for word in WORD_LISTS[language].numbers if " " not in word)
    day = "(?:the )?[0-9]{1,2}(?:st|nd|rd|th|e)?"
    number = rf"(?:[0-9]+|{spoken})(?!\w)"
    return {
        ".": r"\.",
        "*": r"\w*",
        "~": r"[^.?!\n]*?",
        "…": r"(?:[^.?!\n]*?[^\w.?!\n])??",
        "<name>": r"(?-i:[A-ZÀ-Þ][\w-]+(?: (?:van|de|den|der|ten|ter|el)\b)*(?: [A-ZÀ-Þ][\w-]+)*)",
        "<day>": rf"(?:{days})",
        "<date>": rf"(?:(?:{day}|{spoken})\s{months}|{months}\s{day}|[0-9]{{1,2}}[-/][0-9]{{1,2}})",
        "<clock>": r"(?:[0-9]{1,2}[:.][0-9]{2}|[0-9]{1,2} (?:uur|o'clock|am|pm))",
        "#": number,
        "□": f"{PLACEHOLDER}+",
        " ": r"\s+",
    }
