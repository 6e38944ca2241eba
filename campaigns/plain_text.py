"""People's own words made safe to show: nothing invisible, nothing that turns the reading direction, not too long."""

import unicodedata

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # controls, bidi and zero-width marks, and what is no character
_LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "}
_JOINER = "\u200d"  # holds families and flags of emoji together


def plain(text: str, limit: int) -> str:
    """The text without control, bidi and zero-width characters, trimmed, at most `limit` characters long.

    Line breaks stay. A joiner stays between two symbols, because it is part of an emoji.
    """
    for ending, kept in _LINE_ENDS.items():
        text = text.replace(ending, kept)
    shown = "".join(character for at, character in enumerate(text) if _is_shown(text, at))
    return shown.strip()[:limit].rstrip()


def _is_shown(text: str, at: int) -> bool:
    character = text[at]
    if character == _JOINER:
        before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
        return _is_symbol(before) and _is_symbol(after)
    return character == "\n" or unicodedata.category(character) not in _INVISIBLE


def _is_symbol(character: str) -> bool:
    return character != "" and (unicodedata.category(character) in {"So", "Sk"} or character == "\ufe0f")
