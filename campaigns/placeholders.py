"""The closed list of names that may stand between {{ and }} in a text: found and replaced, nothing else, once."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from campaigns.words import PLACEHOLDERS, Language

_MARK: Final = re.compile(r"\{\{\s*([^{}\n]*?)\s*\}\}")
_ENGLISH: Final = {dutch: english for english, dutch in PLACEHOLDERS.items()} | {name: name for name in PLACEHOLDERS}


def english_name(name: str) -> str:
    """The English twin of a placeholder; a name that is on no list stays as it is."""
    return _ENGLISH.get(name.casefold(), name)


def written_name(name: str, language: Language) -> str:
    """An English placeholder as a file in this language has it; a name that is on no list stays as it is."""
    return PLACEHOLDERS.get(name, name) if language == "nl" else name


@lru_cache(maxsize=1000)
def placeholders_in(text: str) -> tuple[str, ...]:
    """The English names in a text, in order, each once; a name that is on no list is given as it was written."""
    return tuple(dict.fromkeys(english_name(found[1]) for found in _MARK.finditer(text)))


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with every placeholder replaced, in one pass: a value is never read for placeholders of its own.

    Raises KeyError for a placeholder without a value.
    """
    return _MARK.sub(lambda found: values[english_name(found[1])], text)
