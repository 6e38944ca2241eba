"""An author's text as HTML: paragraphs, lists, bold, italic and http(s) links; every other character is only itself."""

from markupsafe import Markup, escape

from bot.authored import Block, Line, Span, blocks, paragraphs

_LINK = Markup('<a href="{}" target="_blank" rel="noopener noreferrer nofollow">{}</a>')


def authored(text: str) -> Markup:
    return Markup("").join(_block(block) for block in blocks(text))


def plain_lines(text: str) -> Markup:
    """A person's own words: nothing in them is markup; only line ends are shown."""
    return Markup("").join(Markup("<p>{}</p>").format(Markup("<br>").join(lines)) for lines in paragraphs(text))


def _block(block: Block) -> Markup:
    if not block.mark:
        return Markup("<p>{}</p>").format(Markup("<br>").join(map(_line, block.lines)))
    items = Markup("").join(Markup("<li>{}</li>").format(_line(line)) for line in block.lines)
    if block.mark == "bullet":
        return Markup("<ul>{}</ul>").format(items)
    start = Markup(' start="{}"').format(block.first) if block.first != 1 else ""
    return Markup("<ol{}>{}</ol>").format(start, items)


def _line(line: Line) -> Markup:
    return Markup("").join(map(_span, line))


def _span(span: Span) -> Markup:
    shown = escape(span.text)
    for tag, applies in (("em", span.italic), ("strong", span.bold)):
        shown = Markup("<{0}>{1}</{0}>").format(tag, shown) if applies else shown
    return _LINK.format(span.url, shown) if span.url else shown
