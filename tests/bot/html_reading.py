"""HTML read as people see it: blocks of lines of characters, each with how it looks; not how it was written."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from bot.authored import Block, Mark, Span

# A character, whether it is bold and italic, and where it links to.
Seen = tuple[str, bool, bool, str]
SeenBlock = tuple[Mark, tuple[tuple[Seen, ...], ...]]

_MARKS: dict[str, Mark] = {"p": "", "ul": "bullet", "ol": "number"}
_LOOKS = {"strong": "bold", "em": "italic"}


def seen_in_html(html: str) -> list[SeenBlock]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [(mark, tuple(seen_line(line) for line in lines)) for mark, lines in reader.blocks]


def seen_in_blocks(blocks: tuple[Block, ...]) -> list[SeenBlock]:
    return [
        (block.mark, tuple(seen_line([seen for span in line for seen in seen_in_span(span)]) for line in block.lines))
        for block in blocks
    ]


def seen_in_span(span: Span) -> list[Seen]:
    return [(character, span.bold, span.italic, span.url) for character in span.text]


def seen_line(line: list[Seen]) -> tuple[Seen, ...]:
    """Spaces at the ends are not seen, and of several only the first."""
    shown: list[Seen] = []
    for seen in line:
        character, *looks = seen
        if not character.isspace():
            shown.append(seen)
        elif shown and shown[-1][0] != " ":
            shown.append((" ", *looks))  # type: ignore[arg-type]
    return tuple(shown[:-1] if shown and shown[-1][0] == " " else shown)


@dataclass
class _Reader(HTMLParser):
    """Tags of `p`, lists, `br`, `strong`, `em` and `a`; any other tag fails the test."""

    blocks: list[tuple[Mark, list[list[Seen]]]] = field(default_factory=list)
    looks: list[str] = field(default_factory=list)
    url: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _MARKS:
            self.blocks.append((_MARKS[tag], [[]] if tag == "p" else []))
        elif tag in ("li", "br"):
            self.blocks[-1][1].append([])
        elif tag == "a":
            self.url = dict(attrs)["href"] or ""
        else:
            self.looks.append(_LOOKS[tag])

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.url = ""
        elif tag in _LOOKS:
            self.looks.remove(_LOOKS[tag])

    def handle_data(self, data: str) -> None:
        if self.blocks and self.blocks[-1][1]:
            line = self.blocks[-1][1][-1]
            line += [(character, "bold" in self.looks, "italic" in self.looks, self.url) for character in data]
