"""An author's text in pieces: paragraphs, lists, bold, italic and http(s) links; every other character is only itself.

Every platform shows these pieces in its own way; the room's is `bot/web/safe_markdown.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, Literal

Mark = Literal["", "bullet", "number"]

_BLANK: Final = re.compile(r"\n\s*\n")
_INLINE: Final = re.compile(
    r"\[(?P<label>[^\[\]\n]{1,200})\]\((?P<url>https?://[^\s()<>\"']+)\)"
    r"|(?P<bare>https?://[^\s()<>\"']*[^\s()<>\"'.,;:!?])"
    r"|\*\*(?P<bold>[^*\n]+)\*\*"
    r"|(?<![\w*])\*(?P<italic>[^*\s](?:[^*\n]*[^*\s])?)\*(?![\w*])"
)
_ITEM: Final = re.compile(r"\s*(?:[-*•]|(?P<number>\d{1,2})[.)])\s+")


@dataclass(frozen=True)
class Span:
    """Characters that look alike. `url` is where a link goes: http or https, never anything else."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""


Line = tuple[Span, ...]


@dataclass(frozen=True)
class Block:
    """Lines that belong together, or the items of one list; `first` is the number that its author began with."""

    lines: tuple[Line, ...]
    mark: Mark = ""
    first: int = 1


def paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    """The lines of each paragraph, markup and all."""
    return tuple(tuple(part.split("\n")) for part in _BLANK.split(text.strip()) if part.strip())


def blocks(text: str) -> tuple[Block, ...]:
    """In every paragraph, neighbouring lines that are items of a list become that list."""
    return tuple(
        _block(mark, tuple(lines)) for paragraph in paragraphs(text) for mark, lines in groupby(paragraph, key=_mark)
    )


def bare_words(text: str) -> str:
    """The text without its markup, one line for each of its own; a link is its label."""
    return "\n".join("".join(span.text for span in line) for block in blocks(text) for line in block.lines)


def _mark(line: str) -> Mark:
    item = _ITEM.match(line)
    if item is None:
        return ""
    return "number" if item["number"] else "bullet"


def _block(mark: Mark, lines: tuple[str, ...]) -> Block:
    if not mark:
        return Block(tuple(_line(line) for line in lines))
    items = [(_ITEM.match(line), line) for line in lines]
    number = items[0][0]["number"] if items[0][0] else None
    return Block(tuple(_line(line[item.end() :]) for item, line in items if item), mark, int(number or 1))


def _line(text: str) -> Line:
    return tuple(_spans(text.strip(" \t")))


def _spans(text: str) -> Iterator[Span]:
    at = 0
    for found in _INLINE.finditer(text):
        yield from _only_text(text[at : found.start()])
        yield from _marked(found)
        at = found.end()
    yield from _only_text(text[at:])


def _only_text(text: str) -> Iterator[Span]:
    if text:
        yield Span(text)


def _marked(found: re.Match[str]) -> Iterator[Span]:
    if found["bold"]:
        yield from (replace(span, bold=True) for span in _spans(found["bold"]))
    elif found["italic"]:
        yield from (replace(span, italic=True) for span in _spans(found["italic"]))
    else:
        yield Span(found["label"] or found["bare"], url=found["url"] or found["bare"])
