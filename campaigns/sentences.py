"""Where sentences and words begin and end: line breaks end a sentence; a placeholder or a URL is one word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from campaigns.words import SHORT_MONTHS

PLACEHOLDER: Final = "\ue000"  # stands for each sign of a placeholder, so that every place in the text stays the same
ADDRESS: Final = "\ue001"  # and this for each sign of a URL or an e-mail address

_PLACEHOLDERS: Final = re.compile(r"\{\{[^{}\n]*\}\}")
_ADDRESSES: Final = re.compile(r"\b(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)\"'”’]|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SIGN: Final = rf"(?:[^\W_]|[{PLACEHOLDER}{ADDRESS}])"
_NUMBER: Final = r"[0-9](?:[0-9.,:/-]*[0-9])?(?![\w-])"
_WORDS: Final = re.compile(rf"(?!{_NUMBER}){_SIGN}(?:[\w{PLACEHOLDER}{ADDRESS}'’./:,&@-]*{_SIGN})?")
_LINES: Final = re.compile(r"[^\n]+")
_BULLET: Final = re.compile(r"\s*(?:[-*•–—>]|[0-9]{1,2}[.)]|[a-z]\))\s+")
_ENDS: Final = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_LAST_WORD: Final = re.compile(r"[\w.’'-]*$")

# What has a full stop and goes on. The second list may also close a sentence: a capital behind it decides.
_GOES_ON: Final = frozenset({
    "bijv", "bv", "b.v", "d.w.z", "dwz", "o.a", "oa", "m.b.v", "mbv", "m.b.t", "mbt", "t.a.v", "tav", "i.v.m", "ivm",
    "n.a.v", "nav", "t.o.v", "tov", "z.s.m", "zsm", "a.u.b", "aub", "s.v.p", "svp", "m.i.v", "miv", "t.z.t", "tzt",
    "i.p.v", "ipv", "i.o.m", "e.v.t", "evt", "incl", "excl", "max", "min", "ca", "nr", "blz", "pag", "afd", "tel",
    "dhr", "mevr", "mw", "dr", "drs", "ir", "ing", "mr", "prof", "st", "resp", "vgl", "zgn", "zg", "jl", "a.s", "m.n",
    "mn", "e.g", "eg", "i.e", "ie", "approx", "no", "vs", "mrs", "ms", "sr", "jr", "dept", "fig", "est", "ext", "vol",
    "p", "pp",
})  # fmt: skip
_MAY_CLOSE: Final = frozenset({
    "enz", "e.d", "ed", "etc", "e.a", "n.v", "nv", "p.m", "pm", "a.m", "am", "inc", "ltd",
    *(month.casefold() for months in SHORT_MONTHS.values() for month in months),
})  # fmt: skip


@dataclass(frozen=True)
class Sentence:
    """`start` is its place in the whole text; `words` are as written, a placeholder as signs that are PLACEHOLDER."""

    text: str
    start: int
    words: tuple[str, ...]


def masked(text: str) -> str:
    """The text with every placeholder and address made unreadable, sign for sign: no words and no digits in them."""
    text = _PLACEHOLDERS.sub(lambda found: PLACEHOLDER * len(found[0]), text)
    return _ADDRESSES.sub(lambda found: ADDRESS * len(found[0]), text)


@lru_cache(maxsize=1024)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Every sentence that has a word, in order."""
    return tuple(_sentences(text, masked(text)))


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[str, ...]:
    """Every word, as written; a figure is none."""
    return tuple(_WORDS.findall(masked(text)))


def _sentences(text: str, readable: str) -> Iterator[Sentence]:
    for line in _LINES.finditer(readable):
        bullet = _BULLET.match(line[0])
        start = line.start() + (bullet.end() if bullet else 0)
        for end in (*_ends(readable, start, line.end()), line.end()):
            found = tuple(_WORDS.findall(readable, start, end))
            if found:
                lead = len(readable[start:end]) - len(readable[start:end].lstrip())
                yield Sentence(text[start:end].strip(), start + lead, found)
            start = end


def _ends(readable: str, start: int, stop: int) -> Iterator[int]:
    for found in _ENDS.finditer(readable, start, stop):
        before = _LAST_WORD.search(readable, start, found.start())
        if _closes(before[0] if before else "", found[0], readable[found.end() : stop].lstrip()[:1]):
            yield found.end()


def _closes(word: str, marks: str, following: str) -> bool:
    """Whether these marks behind this word end a sentence, given the first sign of what follows."""
    if marks[0] in "!?":
        return marks[-1] in "!?" or not following.islower()
    if marks[0] == "…" or marks.startswith(".."):
        return not following.islower()
    word = word.casefold()
    if word in _MAY_CLOSE or word.isdecimal():
        return not following.islower()
    return word not in _GOES_ON and not (len(word) == 1 and word.isalpha())
