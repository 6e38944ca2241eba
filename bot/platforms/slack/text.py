"""What authors and people wrote, as rich text of Slack, in which no character is markup and nothing is cut off.

Rule: a block holds as many lines as Slack takes; what is longer goes on in the next one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from operator import attrgetter
from typing import Any, Final

from bot.authored import Block as Authored
from bot.authored import Line, Mark, Span, blocks, paragraphs

Block = dict[str, Any]

LONGEST_BLOCK: Final = 3000  # characters in one block of text
LONGEST_PIECE: Final = 1000  # characters of one look that stay together; half a block is left if all of them are emoji
_LOOK: Final = attrgetter("bold", "italic", "url")
_LINE_END: Final = 2  # characters that a row may add: it ends the line before, and may leave one free


@dataclass(frozen=True)
class Row:
    """One line. `opens`: a paragraph or a list of its own begins here. `is_quoted`: it is shown behind a bar."""

    spans: Line
    mark: Mark = ""
    number: int = 1
    opens: bool = False
    is_quoted: bool = False


def of_people(text: str) -> list[Block]:
    """Nothing in it is markup; its paragraphs and lines stay."""
    return rich(rows_of_people(text))


def of_author(text: str) -> list[Block]:
    """The author's paragraphs, lists, bold, italic and links."""
    return rich(rows_of_author(text))


def rows_of_people(text: str) -> list[Row]:
    return [
        Row((Span(line),), opens=number == 0)
        for lines in paragraphs(text)
        for number, line in enumerate(lines)
    ]  # fmt: skip


def rows_of_author(text: str, *, is_quoted: bool = False) -> list[Row]:
    return [
        replace(row, opens=number == 0, is_quoted=is_quoted)
        for block in blocks(text)
        for number, row in enumerate(_rows_of(block))
    ]


def rich(rows: Iterable[Row]) -> list[Block]:
    """Each block with as many of the rows as fit."""
    return [{"type": "rich_text", "elements": list(_elements(page))} for page in _pages(rows)]


def spelled_out(row: Row) -> Row:
    """The same characters without a look: far smaller where every word has its own."""
    sign = {"": "", "bullet": "• ", "number": f"{row.number}. "}[row.mark]
    return replace(row, spans=(Span(sign + "".join(map(_spelled_out, row.spans))),), mark="")


def plain(text: str) -> Block:
    """Text that has no markup, in which `:smile:` is no picture either."""
    return {"type": "plain_text", "text": text, "emoji": False}


def size_of(text: str) -> int:
    """In UTF-16, so that an emoji counts as two: Slack says nowhere how it counts, and more is safe."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shortened(text: str, longest: int) -> str:
    """For names of buttons and forms only; what people or authors wrote is never shortened."""
    if size_of(text) <= longest:
        return text
    while size_of(text) > longest - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def _spelled_out(span: Span) -> str:
    return f"{span.text} ({span.url})" if span.url not in ("", span.text) else span.text


def _rows_of(block: Authored) -> Iterator[Row]:
    for number, line in enumerate(block.lines, block.first):
        if block.mark == "number" and block.first < 1:  # a list of Slack begins with 1 at the least
            yield Row((Span(f"{number}. "), *line))
        else:
            yield Row(line or (Span(" "),), block.mark, number)


def _pages(rows: Iterable[Row]) -> Iterator[list[Row]]:
    page: list[Row] = []
    size = 0
    for row in chain.from_iterable(map(_fitting, rows)):
        if page and size + _size_of(row.spans) > LONGEST_BLOCK:
            yield page
            page, size = [], 0
        page.append(row)
        size += _size_of(row.spans)
    if page:
        yield page


def _size_of(spans: Iterable[Span]) -> int:
    return sum(size_of(span.text) + size_of(span.url) for span in spans) + _LINE_END


def _fitting(row: Row) -> Iterator[Row]:
    """A row that is too long goes on as a line without a mark, which never comes into the block of its beginning."""
    line: list[Span] = []
    size = _LINE_END
    for piece in (replace(span, text=text) for span in row.spans for text in _pieces(span.text)):
        more = size_of(piece.text) + size_of(piece.url)
        if line and size + more > LONGEST_BLOCK:
            yield replace(row, spans=tuple(line))
            row, line, size = Row((), is_quoted=row.is_quoted), [], _LINE_END
        line.append(piece)
        size += more
    yield replace(row, spans=tuple(line))


def _pieces(text: str) -> Iterator[str]:
    """Broken after a space where there is one."""
    while len(text) > LONGEST_PIECE:
        end = text.rfind(" ", 0, LONGEST_PIECE) + 1 or LONGEST_PIECE
        yield text[:end]
        text = text[end:]
    yield text


def _elements(page: Sequence[Row]) -> Iterator[Block]:
    """Lines that belong together as one element, the items of a list as another."""
    is_after_list = False
    for rows in _runs(page):
        first = rows[0]
        if first.mark:
            yield _list(rows)
        else:
            kind = "rich_text_quote" if first.is_quoted else "rich_text_section"
            yield {"type": kind, "elements": list(_inlines(_joined(rows, is_apart=is_after_list)))}
        is_after_list = bool(first.mark)


def _runs(page: Sequence[Row]) -> list[list[Row]]:
    runs: list[list[Row]] = []
    for row in page:
        last = runs[-1][-1] if runs else None
        if last and (last.mark, last.is_quoted) == (row.mark, row.is_quoted) and not (row.mark and row.opens):
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _joined(rows: Sequence[Row], *, is_apart: bool) -> Iterator[Span]:
    """A free line before every paragraph but the first, which has one after a list only."""
    for number, row in enumerate(rows):
        ends = "\n" * ((number > 0) + (row.opens and (number > 0 or is_apart)))
        yield from (Span(ends), *row.spans)


def _list(rows: Sequence[Row]) -> Block:
    first = rows[0]
    return {
        "type": "rich_text_list",
        "style": "ordered" if first.mark == "number" else "bullet",
        "elements": [{"type": "rich_text_section", "elements": list(_inlines(row.spans))} for row in rows],
        **({"offset": first.number - 1} if first.mark == "number" and first.number > 1 else {}),
        **({"border": 1} if first.is_quoted else {}),
    }


def _inlines(spans: Iterable[Span]) -> Iterator[Block]:
    """Spans that look alike are one; an empty one is refused by Slack."""
    for (bold, italic, url), alike in groupby((span for span in spans if span.text), key=_LOOK):
        text = "".join(span.text for span in alike)
        style = {name: True for name, is_so in (("bold", bold), ("italic", italic)) if is_so}
        link = {"type": "link", "url": url} if url else {"type": "text"}
        yield {**link, "text": text, **({"style": style} if style else {})}
