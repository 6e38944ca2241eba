"""The keys of a campaign file: which language they are in, and each block with its keys in English and its lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from campaigns import yaml_subset as tree
from campaigns.file_rules import Problem
from campaigns.words import KEYS, Language

LISTS: Final = frozenset({"for", "texts", "workdays", "extra_free", "still_working", "free_weeks"})
PROSE: Final = frozenset(
    {
        "text", "texts", "briefing", "question", "otherwise", "pain", "benefit", "title", "campaign", "why_limited",
        "extended_because", "influence", "time", "source", "action", "role", "alt",
    }
)  # fmt: skip
# A key of the top block → the block it holds; `blocks of one name each` are those whose keys the author chooses.
SINGLE: Final = {"goal": "goal", "seats": "seats", "rules": "rules"}
NAMED: Final = {"people": "person", "audiences": "audience", "wishes": "wish"}
TOP: Final = "campaign"
POSTS: Final = "posts"

# Per language and block: the word an author writes → its English name.
ENGLISH: Final[dict[Language, dict[str, dict[str, str]]]] = {
    "en": {block: {word: word for word in words} for block, words in KEYS.items()},
    "nl": {block: {dutch: word for word, dutch in words.items()} for block, words in KEYS.items()},
}


@dataclass(frozen=True)
class Text:
    """What an author wrote, and on which line. `first` is the line of its first words when they stand below a `|`."""

    line: int
    text: str
    first: int = 0

    def line_at(self, position: int) -> int:
        return self.first + self.text.count("\n", 0, position) if self.first else self.line


@dataclass
class Block:
    """One block with its keys in English. `lines` also has the keys whose value could not be used."""

    name: str
    line: int
    texts: dict[str, Text] = field(default_factory=dict)
    lists: dict[str, tuple[Text, ...]] = field(default_factory=dict)
    blocks: dict[str, tree.Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def __contains__(self, key: str) -> bool:
        return key in self.lines

    def line_of(self, key: str) -> int:
        return self.lines.get(key, self.line)

    def text_of(self, key: str) -> str | None:
        return self.texts[key].text if key in self.texts else None


def written(key: str, block: str, language: Language) -> str:
    """The word for an English key in the language of the file."""
    return KEYS[block][key] if language == "nl" else key


def guess_language(words: Iterable[str]) -> Language:
    """The language that most of these top keys are in; English when they say nothing."""
    seen = set(words)
    dutch = len(seen & ENGLISH["nl"][TOP].keys())
    return "nl" if dutch > len(seen & ENGLISH["en"][TOP].keys()) else "en"


def nearest(word: str, known: Iterable[str]) -> str | None:
    lowered = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), lowered, n=1, cutoff=0.6)
    return lowered[close[0]] if close else None


def choice(word: str, known: Iterable[str]) -> dict[str, str]:
    """The names to choose from, and the one that was probably meant, as fields of a finding."""
    names = tuple(known)
    guess = nearest(word, names)
    return {"names": ", ".join(names) or "-"} | ({"guess": guess} if guess else {})


class Reading:
    """Reads blocks of one file in one language and collects what is wrong."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.problems: list[Problem] = []

    def say(self, line: int, key: str, post: str | None = None, **fields: str | int) -> None:
        self.problems.append(Problem(line, key, fields, post))

    def block(self, node: tree.Node, name: str, where: str) -> Block | None:
        """`where` is how the author calls this block."""
        if not isinstance(node, tree.Mapping):
            self.say(node.line, "block_expected", word=where, keys=self.known_keys(name))
            return None
        block = Block(name, _first_line(node))
        english = ENGLISH[self.language][name]
        for word, value in node.items.items():
            line = node.key_lines[word]
            if word not in english:
                if meant := self._unknown_key(node, word, name):
                    block.lines.setdefault(meant, line)
                continue
            block.lines[english[word]] = line
            self._take(block, english[word], word, value, line)
        return block

    def known_keys(self, name: str) -> str:
        return ", ".join(ENGLISH[self.language][name])

    def _take(self, block: Block, key: str, word: str, value: tree.Node, line: int) -> None:
        if block.name == TOP and (key in SINGLE or key in NAMED or key == POSTS):
            if not self._is_empty(value, word, line):
                block.blocks[key] = value
        elif key in LISTS:
            self._take_list(block, key, word, value, line)
        elif text := self._text(value, word, line, is_prose=_is_prose(block.name, key)):
            block.texts[key] = text

    def _take_list(self, block: Block, key: str, word: str, value: tree.Node, line: int) -> None:
        if isinstance(value, tree.Scalar):
            if key == "texts":
                self.say(line, "list_expected", word=word)
            elif text := self._text(value, word, line):
                block.lists[key] = tuple(Text(text.line, part.strip()) for part in text.text.split(","))
            return
        if isinstance(value, tree.Mapping):
            self.say(line, "list_expected", word=word)
            return
        texts = [self._text(item, word, item.line, is_prose=key in PROSE) for item in value.items]
        if not texts:
            self.say(line, "empty_list", word=word)
        elif all(texts):
            block.lists[key] = tuple(text for text in texts if text)

    def _text(self, value: tree.Node, word: str, line: int, *, is_prose: bool = False) -> Text | None:
        if not isinstance(value, tree.Scalar):
            self._no_text(value, word, line)
            return None
        if self._is_empty(value, word, line):
            return None
        if is_prose and value.cut:
            self.say(value.line, "cut_by_comment", word=word, text=shown(value.text), lost=shown(value.cut))
        return Text(value.line, value.text, value.first)

    def _no_text(self, value: tree.Sequence | tree.Mapping, word: str, line: int) -> None:
        if isinstance(value, tree.Mapping) and not value.in_braces and len(value.items) == 1:
            self.say(value.line, "colon_in_item", word=word, text=f"{next(iter(value.items))}: …")
        else:
            self.say(line, "text_expected", word=word)

    def _is_empty(self, value: tree.Node, word: str, line: int) -> bool:
        if not isinstance(value, tree.Scalar) or value.text.strip():
            return False
        if value.cut.startswith("#") and not value.cut.startswith("# "):
            self.say(line, "empty_by_comment", word=word, lost=shown(value.cut))
        else:
            self.say(line, "empty_value", word=word)
        return True

    def _unknown_key(self, node: tree.Mapping, word: str, name: str) -> str | None:
        """Reports it; gives the English name of the key that was meant, so that it is not reported as missing too."""
        line, value = node.key_lines[word], node.items[word]
        known = ENGLISH[self.language][name]
        other: Language = "en" if self.language == "nl" else "nl"
        if word in ENGLISH[other][name]:
            meant = ENGLISH[other][name][word]
            self.say(line, "key_of_other_language", word=word, meant=written(meant, name, self.language))
            return meant
        if node.in_braces and isinstance(value, tree.Scalar) and not value.text:
            self.say(line, "comma_in_braces", word=shown(word))
        elif guess := nearest(word, known):
            self.say(line, "unknown_key", word=shown(word), guess=guess)
            return known[guess]
        else:
            self.say(line, "unknown_key", word=shown(word), keys=", ".join(known))
        return None


def shown(text: str, longest: int = 60) -> str:
    """One line of an author's text, short enough for a sentence."""
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[:longest].rstrip()}…"


def _is_prose(block: str, key: str) -> bool:
    return key in PROSE and block != "rules"


def _first_line(node: tree.Mapping) -> int:
    return min(node.key_lines.values(), default=node.line)


def named_blocks(reading: Reading, node: tree.Node, name: str, where: str) -> Mapping[str, Block]:
    """Blocks whose keys the author chose: people, audiences, wishes."""
    if not isinstance(node, tree.Mapping):
        reading.say(node.line, "block_expected", word=where, keys=reading.known_keys(name))
        return {}
    blocks: dict[str, Block] = {}
    for word, value in node.items.items():
        block = reading.block(value, name, word)
        if block is not None:
            block.line = node.key_lines[word]
            blocks[word] = block
    return blocks
