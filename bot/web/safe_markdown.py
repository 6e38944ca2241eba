"""An author's text as HTML: paragraphs, lists, bold, italic and http(s) links; every other character is only itself."""

import re
from typing import Final

from markupsafe import Markup, escape

_INLINE: Final = re.compile(
    r"\[(?P<label>[^\[\]\n]{1,200})\]\((?P<url>https?://[^\s()<>\"']+)\)"
    r"|(?P<bare>https?://[^\s()<>\"']*[^\s()<>\"'.,;:!?])"
    r"|\*\*(?P<strong>[^*\n]+)\*\*"
    r"|(?<![\w*])\*(?P<em>[^*\s](?:[^*\n]*[^*\s])?)\*(?![\w*])"
)
_BULLET: Final = re.compile(r"\s*[-*•]\s+")
_NUMBER: Final = re.compile(r"\s*\d{1,2}[.)]\s+")


def authored(text: str) -> Markup:
    blocks = re.split(r"\n\s*\n", text.strip())
    return Markup("").join(_block(block) for block in blocks if block.strip())


def plain_lines(text: str) -> Markup:
    """A person's own words: nothing in them is markup; only line ends are shown."""
    blocks = re.split(r"\n\s*\n", text.strip())
    paragraph = Markup("<p>{}</p>")
    return Markup("").join(paragraph.format(Markup("<br>").join(block.split("\n"))) for block in blocks)


def _block(block: str) -> Markup:
    """Lines of one paragraph; neighbouring lines that are items of a list become that list."""
    made: list[Markup] = []
    run: list[str] = []
    mark: re.Pattern[str] | None = None
    for line in [*block.split("\n"), None]:
        its_mark = None if line is None else next((m for m in (_BULLET, _NUMBER) if m.match(line)), None)
        if run and (line is None or its_mark is not mark):
            made.append(_run(run, mark))
            run = []
        if line is not None:
            run.append(line)
            mark = its_mark
    return Markup("").join(made)


def _run(lines: list[str], mark: re.Pattern[str] | None) -> Markup:
    if mark is None:
        return Markup("<p>{}</p>").format(Markup("<br>").join(_inline(line) for line in lines))
    items = Markup("").join(Markup("<li>{}</li>").format(_inline(mark.sub("", line, count=1))) for line in lines)
    return Markup("<ol>{}</ol>").format(items) if mark is _NUMBER else Markup("<ul>{}</ul>").format(items)


def _inline(text: str) -> Markup:
    made: list[Markup] = []
    at = 0
    for found in _INLINE.finditer(text):
        made += [escape(text[at : found.start()]), _marked(found)]
        at = found.end()
    return Markup("").join([*made, escape(text[at:])])


def _marked(found: re.Match[str]) -> Markup:
    if found["strong"]:
        return Markup("<strong>{}</strong>").format(_inline(found["strong"]))
    if found["em"]:
        return Markup("<em>{}</em>").format(_inline(found["em"]))
    link = Markup('<a href="{}" target="_blank" rel="noopener noreferrer nofollow">{}</a>')
    return link.format(found["url"] or found["bare"], found["label"] or found["bare"])
