"""What authors and people wrote, as elements of a card; the same characters mean the same on every client.

An author's line is a TextBlock where its markdown can be read in one way only. Any other line, and everything that
people write, goes as TextRuns, in which Teams reads no markup at all. There are no backslashes before characters:
Teams on a phone shows them. A line end inside an element is shown by some clients only, so each line is an element.
"""

import re
import string
from collections.abc import Iterator
from typing import Any, Final

from bot.authored import Block, Line, Span, blocks, paragraphs

Element = dict[str, Any]

WORD_JOINER: Final = "\u2060"
_EXPANDED: Final = re.compile(r"(?<=[{$])(?=\{)")  # Teams fills in {{DATE(…)}} and {{TIME(…)}}, templates fill in ${…}
_MAY_BE_MARKUP: Final = re.compile(r"[\\*_`\[\]<>~&|]")
_MAY_START_BLOCK: Final = re.compile(r"[-+#=]|\d+[.)]")
_NOT_IN_URL: Final = re.compile(r"[\\^`{|}]")


def inert(text: str) -> str:
    """The same to the eye, with nothing left in it that a client fills in."""
    return _EXPANDED.sub(WORD_JOINER, text)


def of_people(text: str) -> list[Element]:
    """Nothing in it is markup; its paragraphs and lines stay."""
    return [
        _spaced(rich((Span(line),)), is_first=number == 0)
        for lines in paragraphs(text)
        for number, line in enumerate(lines)
    ]


def of_author(text: str) -> list[Element]:
    """The author's paragraphs, lists, bold, italic and links."""
    return [element for block in blocks(text) for element in _of_block(block)]


def rich(spans: Line, **looks: Any) -> Element:
    """One line that is read without markdown; `looks` are properties of each of its runs."""
    return {"type": "RichTextBlock", "inlines": [{**_run(span), **looks} for span in spans]}


def heading(text: str) -> Element:
    """A line that a screen reader can jump to."""
    line, looks = (Span(text),), {"size": "Medium", "weight": "Bolder"}
    return {**_text_block(inert(text)), **looks, "style": "heading"} if _reads_one_way(line) else rich(line, **looks)


def _of_block(block: Block) -> Iterator[Element]:
    if block.mark and all(_reads_one_way(line) for line in block.lines):
        items = (f"{sign} {_markdown(line)}" for sign, line in zip(_signs(block, "-"), block.lines, strict=True))
        yield _text_block("\n".join(items))
        return
    signs = _signs(block, "•") if block.mark else ("",) * len(block.lines)
    for number, (sign, line) in enumerate(zip(signs, block.lines, strict=True)):
        yield _spaced(_of_line(sign, line), is_first=number == 0)


def _signs(block: Block, bullet: str) -> tuple[str, ...]:
    count = len(block.lines)
    return (bullet,) * count if block.mark == "bullet" else tuple(f"{block.first + n}." for n in range(count))


def _of_line(sign: str, line: Line) -> Element:
    if sign:
        return rich((Span(f"{sign} "), *line))
    return _text_block(_markdown(line)) if _reads_one_way(line) else rich(line)


def _reads_one_way(line: Line) -> bool:
    """Whether every reader of markdown makes the same of it; in doubt it does not."""
    if _MAY_START_BLOCK.match("".join(span.text for span in line)):
        return False
    before = (" ", *(span.text[-1] for span in line[:-1]))
    after = (*(span.text[0] for span in line[1:]), " ")
    return all(map(_is_clear, line, before, after))


def _is_clear(span: Span, before: str, after: str) -> bool:
    """Bold, italic and links are certain only between spaces and signs, and the first two from letter to letter."""
    if _MAY_BE_MARKUP.search(span.text + span.url):
        return False
    if span == Span(span.text):
        return True
    is_one_thing = bool(span.url) + span.bold + span.italic == 1
    is_outlined = before != "!" and all(sign.isspace() or sign in string.punctuation for sign in (before, after))
    is_whole = bool(span.url) or (span.text[0].isalnum() and span.text[-1].isalnum())
    return is_one_thing and is_outlined and is_whole


def _markdown(line: Line) -> str:
    return "".join(_written(span, inert(span.text)) for span in line)


def _written(span: Span, text: str) -> str:
    if span.url:
        return f"[{text}]({_address(span.url)})"
    mark = "**" if span.bold else "_" if span.italic else ""
    return f"{mark}{text}{mark}"


def _run(span: Span) -> Element:
    run: Element = {"type": "TextRun", "text": inert(span.text)}
    if span.bold:
        run["weight"] = "Bolder"
    if span.italic:
        run["italic"] = True
    if span.url:
        run |= {"underline": True, "selectAction": {"type": "Action.OpenUrl", "url": _address(span.url)}}
    return run


def _address(url: str) -> str:
    """Characters that no address has are sent as a browser would send them, which leaves nothing to fill in."""
    return _NOT_IN_URL.sub(lambda found: f"%{ord(found[0]):02X}", url)


def _text_block(text: str) -> Element:
    return {"type": "TextBlock", "text": text, "wrap": True}


def _spaced(element: Element, *, is_first: bool) -> Element:
    return element if is_first else {**element, "spacing": "None"}
