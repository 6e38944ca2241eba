"""The example messages: one of each sort in both languages, with the counts that their author made of them."""

import re
from dataclasses import dataclass
from pathlib import Path

from campaigns.words import Language

FILE = Path(__file__).with_name("example_messages.md")
HEAD = re.compile(r"^\*\*(.+?)\*\* — NL (\d+) w, longest (\d+), FD (\S+) · EN (\d+) w, longest (\d+), FRE (\S+)$", re.M)


@dataclass(frozen=True)
class Example:
    """`score` is None where there are too few words for one."""

    name: str
    language: Language
    text: str
    words: int
    longest: int
    score: int | None


def examples() -> list[Example]:
    content = FILE.read_text(encoding="utf-8")
    heads = list(HEAD.finditer(content))
    ends = [*(head.start() for head in heads[1:]), len(content)]
    return [
        example for head, end in zip(heads, ends, strict=True) for example in _both(head, content[head.end() : end])
    ]


def _both(head: re.Match[str], block: str) -> list[Example]:
    dutch, english = (_unquoted(part) for part in re.findall(r"(?:^>.*\n?)+", block, re.M))
    return [
        Example(head[1], "nl", dutch, int(head[2]), int(head[3]), _score(head[4])),
        Example(head[1], "en", english, int(head[5]), int(head[6]), _score(head[7])),
    ]


def _unquoted(lines: str) -> str:
    return "\n".join(line.removeprefix(">").strip() for line in lines.splitlines())


def _score(text: str) -> int | None:
    return None if text == "–" else int(text)
