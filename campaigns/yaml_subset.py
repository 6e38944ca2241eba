"""The YAML that is accepted: mappings, lists and texts, with their lines. All is read as text; nothing is expanded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Protocol

import yaml

from campaigns.file_rules import Problem
from campaigns.yaml_mistakes import explain

LARGEST: Final = 256 * 1024
MOST_PROBLEMS: Final = 50
DEEPEST: Final = 12
UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
UNREADABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
RARE_LINE_BREAKS: Final = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})
TAB_AFTER_TEXT: Final = re.compile(r"(?<=\S)[ \t]*\t")


@dataclass(frozen=True)
class Scalar:
    """One text. `cut` is the comment behind it on the same line; `first` is the line of its first words after a `|`."""

    line: int
    text: str
    plain: bool = True
    cut: str = ""
    first: int = 0


@dataclass(frozen=True)
class Sequence:
    line: int
    items: tuple["Node", ...]


@dataclass(frozen=True)
class Mapping:
    """`key_lines` has the line of every key; `in_braces` says that it was written as `{…}`."""

    line: int
    items: dict[str, "Node"]
    key_lines: dict[str, int]
    in_braces: bool = False


Node = Scalar | Sequence | Mapping


class Place(Protocol):
    """Where an event begins or ends: the parser has its own class for it, which is not yaml.Mark."""

    line: int
    column: int


class BrokenYaml(Exception):
    """The text is not the YAML that is accepted; every reason with its line."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(f"{problem.line}: {problem.key}" for problem in problems))
        self.problems = problems


def read_yaml(content: str | bytes) -> Node:
    """The tree of a file. Raises BrokenYaml; never any other error.

    One parser reads every file, the one in C: PyYAML's other one accepts other texts and has other errors.
    """
    text = _decode(content)
    if not text.strip():
        raise BrokenYaml(Problem(1, "empty_file"))
    tree = _Tree(text.splitlines())
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            tree.add(event)
            if tree.gave_up:
                break
    except yaml.MarkedYAMLError as error:
        tree.problems.append(explain(tree.lines, error, tree.last_quoted))
    except (yaml.YAMLError, ValueError, OverflowError):
        tree.problems.append(Problem(1, "not_readable"))
    if tree.problems:
        raise BrokenYaml(*_first_per_line(tree.problems))
    if tree.root is None:
        raise BrokenYaml(Problem(1, "empty_file"))
    return tree.root


def _decode(content: str | bytes) -> str:
    size = len(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    if size > LARGEST:
        raise BrokenYaml(Problem(1, "too_large", {"largest": LARGEST // 1024}))
    if isinstance(content, bytes):
        content = _from_utf8(content)
    content = content.removeprefix("\ufeff")
    if odd := UNREADABLE.search(content):
        line = content.count("\n", 0, odd.start()) + 1
        raise BrokenYaml(Problem(line, "unreadable_sign", {"sign": f"U+{ord(odd[0]):04X}"}))
    return TAB_AFTER_TEXT.sub(lambda gap: " " * len(gap[0]), content.translate(RARE_LINE_BREAKS))


def _from_utf8(content: bytes) -> str:
    if content.startswith(UTF16_MARKS):
        raise BrokenYaml(Problem(1, "utf_16"))
    if b"\0" in content:
        raise BrokenYaml(Problem(content[: content.index(b"\0")].count(b"\n") + 1, "binary"))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        fields: dict[str, str | int] = {"byte": error.start + 1, "value": f"0x{content[error.start]:02X}"}
        raise BrokenYaml(Problem(line, "not_utf_8", fields)) from None


def _mark(mark: Place | None) -> Place:
    assert mark is not None, "a parser marks every event"
    return mark


def _first_per_line(problems: list[Problem]) -> Iterator[Problem]:
    """One mistake often gives a second one on the same line; the first names it best."""
    seen: set[int] = set()
    for problem in sorted(problems, key=lambda one: one.line):
        if problem.line not in seen:
            seen.add(problem.line)
            yield problem


@dataclass
class _Open:
    """A mapping or list that has not ended. `key` is the key that waits for its value."""

    line: int
    in_braces: bool = False
    is_mapping: bool = False
    items: list[Node] = field(default_factory=list)
    values: dict[str, Node] = field(default_factory=dict)
    key_lines: dict[str, int] = field(default_factory=dict)
    key: str | None = None

    def closed(self) -> Node:
        if self.is_mapping:
            return Mapping(self.line, self.values, self.key_lines, self.in_braces)
        return Sequence(self.line, tuple(self.items))


class _Tree:
    """Builds nodes from events, one at a time, and refuses what could grow or hide something."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.open: list[_Open] = []
        self.last_quoted: tuple[int, int] | None = None
        self.gave_up = False
        self._documents = 0

    def add(self, event: yaml.Event) -> None:
        line = _mark(event.start_mark).line + 1
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._give_up(line, "second_document")
        elif isinstance(event, yaml.AliasEvent):
            self._give_up(line, "sign_at_start", sign="*")
        elif isinstance(event, yaml.CollectionEndEvent):
            self._place(self.open.pop().closed())
        elif isinstance(event, yaml.NodeEvent):
            self._add_node(event, line)

    def _add_node(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor is not None:
            self._give_up(line, self._sign(event), sign="&")
        elif getattr(event, "tag", None) is not None:
            self._give_up(line, self._sign(event), sign="!")
        elif isinstance(event, yaml.ScalarEvent):
            self._place(self._scalar(event, line))
        elif self._waits_for_key():
            written = self.lines[line - 1]
            self._give_up(line, "placeholder_at_start" if "{{" in written else "key_is_no_text")
        elif len(self.open) >= DEEPEST:
            self._give_up(line, "too_deep", deepest=DEEPEST)
        else:
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            self.open.append(_Open(line, in_braces=bool(getattr(event, "flow_style", False)), is_mapping=is_mapping))

    @staticmethod
    def _sign(event: yaml.NodeEvent) -> str:
        return "sign_at_start" if isinstance(event, yaml.ScalarEvent) else "block_by_sign"

    def _waits_for_key(self) -> bool:
        return bool(self.open) and self.open[-1].is_mapping and self.open[-1].key is None

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> Scalar:
        if event.style in ("'", '"'):
            self._refuse_odd_signs(event.value, line)
            self.last_quoted = (line, _mark(event.end_mark).line + 1)
        is_plain = not event.style
        cut = self._comment_after(_mark(event.end_mark)) if is_plain else ""
        return Scalar(line, event.value, is_plain, cut, line + 1 if event.style == "|" else 0)

    def _refuse_odd_signs(self, text: str, line: int) -> None:
        """An escape in double quotes can make a sign that may not stand in the file itself."""
        if odd := UNREADABLE.search(text):
            self._give_up(line, "unreadable_sign", sign=f"U+{ord(odd[0]):04X}")

    def _comment_after(self, mark: Place) -> str:
        rest = self.lines[mark.line][mark.column :].strip() if mark.line < len(self.lines) else ""
        return rest if rest.startswith("#") else ""

    def _place(self, node: Node) -> None:
        if not self.open:
            self.root = node if self.root is None else self.root
            return
        parent = self.open[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            self._take_key(parent, node)
        else:
            parent.values.setdefault(parent.key, node)
            parent.key = None

    def _take_key(self, parent: _Open, node: Node) -> None:
        assert isinstance(node, Scalar), "collections as keys are refused when they open"
        first = parent.key_lines.setdefault(node.text, node.line)
        if node.text == "<<" and node.plain:
            self._give_up(node.line, "merge_key")
        elif node.text in parent.values:
            self.problems.append(Problem(node.line, "repeated_key", {"word": node.text[:60], "first": first}))
            self.gave_up = len(self.problems) >= MOST_PROBLEMS
        parent.key = node.text

    def _give_up(self, line: int, key: str, **fields: str | int) -> None:
        self.problems.append(Problem(line, key, fields))
        self.gave_up = True
