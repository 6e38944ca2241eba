"""What would break: a value that changes by itself, a bomb that is expanded, a line number that is off, a traceback."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaigns.yaml_subset import LARGEST, BrokenYaml, Mapping, Node, Scalar, Sequence, read_yaml

SHIPPED = sorted((Path(__file__).parents[2] / "campaigns/library").glob("*.yaml"))
TEXTS = [path.read_text(encoding="utf-8") for path in SHIPPED]
BOMB = b"x0: &x0 {a: b}\n" + b"".join(b"x%d: &x%d\n  <<: [*x%d, *x%d]\n" % (i, i, i - 1, i - 1) for i in range(1, 20))


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.items.items()}


def broken(content: str | bytes) -> list[tuple[int, str]]:
    with pytest.raises(BrokenYaml) as caught:
        read_yaml(content)
    return [(problem.line, problem.key) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "value",
    [
        "NO",
        "no",
        "off",
        "on",
        "10:30",
        "10:30:00",
        "9:30",
        "010",
        "1700000000.000100",
        "2026-02-30",
        "1.000",
        "~",
        "null",
    ],
)
def test_every_value_stays_the_text_that_was_written(value: str) -> None:
    assert plain(read_yaml(f"id: {value}\n")) == {"id": value}


def test_every_node_has_its_own_line() -> None:
    root = read_yaml("# first\na:\n  - b\n  -\n    c: d\n\ne: |\n  one\n  two\n")
    assert isinstance(root, Mapping)
    listed, text = root.items["a"], root.items["e"]
    assert isinstance(listed, Sequence)
    assert root.key_lines == {"a": 2, "e": 7}
    assert [item.line for item in listed.items] == [3, 5]
    assert isinstance(text, Scalar)
    assert (text.line, text.first, text.text) == (7, 8, "one\ntwo\n")


def test_a_comment_that_ends_a_text_is_remembered_and_one_in_a_quoted_text_is_not() -> None:
    root = read_yaml("a: b # c\nd: 'e # f'\ng: #h\ni: j#k\nl: |\n  m # n\n")
    assert isinstance(root, Mapping)
    assert [node.cut for node in root.items.values() if isinstance(node, Scalar)] == ["# c", "", "#h", "", ""]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "empty_file"),
        (b" \n\n", "empty_file"),
        (b"# only this\n", "empty_file"),
        (b"\xff\xfea\0", "utf_16"),
        (b"\xfe\xff\0a", "utf_16"),
        (b"a\0b", "binary"),
        (b"a: \x81", "not_utf_8"),
        (b"a: \x07", "unreadable_sign"),
        ("a: \ud800", "unreadable_sign"),
        (b"a" * (LARGEST + 1), "too_large"),
    ],
)
def test_what_is_no_text_is_refused_before_it_is_parsed(content: str | bytes, key: str) -> None:
    assert broken(content) == [(1, key)]


def test_a_byte_that_is_not_utf_8_is_named_with_its_line() -> None:
    with pytest.raises(BrokenYaml) as caught:
        read_yaml("a: b\nc: é".encode("latin-1"))
    assert caught.value.problems[0].line == 2
    assert caught.value.problems[0].fields == {"byte": 9, "value": "0xE9"}


def test_a_file_of_just_the_largest_size_and_a_byte_order_mark_are_fine() -> None:
    assert plain(read_yaml(b"\xef\xbb\xbfa: b\n")) == {"a": "b"}
    assert plain(read_yaml("a: b\n#".ljust(LARGEST, "x"))) == {"a": "b"}


def test_a_bomb_is_refused_at_its_first_anchor() -> None:
    for bomb in (BOMB[:449], BOMB, b"a: &a [x, x]\nb: [*a, *a]\n"):
        assert broken(bomb) == [(1, "block_by_sign")]
    assert broken("a: [*r]\n") == [(1, "sign_at_start")]


def test_deep_nesting_is_refused_without_walking_it() -> None:
    assert broken("a: " + "[" * 100_000) == [(1, "too_deep")]
    assert broken("a: " + "{b: " * 50_000) == [(1, "too_deep")]


def test_a_file_as_large_as_may_be_is_read_to_its_end() -> None:
    many_keys = "".join(f"k{n}: b\n" for n in range(20_000))
    assert broken(many_keys + "c: 'd\n") == [(20_001, "quote_open")]
    assert broken("a: b\n" * (LARGEST // 5))[0] == (2, "repeated_key")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\nc: d\na: e\n", [(3, "repeated_key")]),
        ("a:\n  b: c\n  b: d\na: e\n", [(3, "repeated_key"), (4, "repeated_key")]),
        ("a:\n  <<: {b: c}\n", [(2, "merge_key")]),
        ("a: !!str b\n", [(1, "sign_at_start")]),
        ("a: !x {b: c}\n", [(1, "block_by_sign")]),
        ("a: b\n---\nc: d\n", [(2, "second_document")]),
        ("[a, b]: c\n", [(1, "key_is_no_text")]),
        ("a: {{b}}\n", [(1, "placeholder_at_start")]),
    ],
)
def test_what_could_hide_something_is_refused(text: str, expected: list[tuple[int, str]]) -> None:
    assert broken(text) == expected


@pytest.mark.parametrize("escape", ["0", "x07", "ud800", "UFFFFFFFF"])
def test_an_escape_can_not_bring_in_what_the_file_may_not_hold(escape: str) -> None:
    with pytest.raises(BrokenYaml):
        read_yaml(f'a: "\\{escape}"')


def test_a_quoted_merge_sign_is_an_ordinary_key() -> None:
    assert plain(read_yaml("'<<': a\n")) == {"<<": "a"}


def test_a_tab_between_words_is_a_space_and_lines_of_other_systems_count() -> None:
    assert plain(read_yaml("a:\tb\r\nc: d\te\r\n")) == {"a": "b", "c": "d e"}
    assert broken("a: b\u2028c\r\nd: 'e") == [(2, "quote_open")]


PIECES = [
    "{{",
    "}}",
    ": ",
    "- ",
    "\n",
    "\t",
    "#",
    " #",
    "'",
    '"',
    "&x ",
    "*x",
    "!y ",
    "|",
    "---\n",
    "[",
    "}",
    "%",
    "é",
    "\n  ",
]


@st.composite
def mutated_files(draw: st.DrawFn) -> str:
    """A shipped campaign with up to three cuts, and something odd in their place."""
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        text = text[:start] + draw(st.sampled_from(["", *PIECES]) | st.text(max_size=4)) + text[end:]
    return text


def mistaken_lines(text: str) -> list[int]:
    """None where the text can be read."""
    try:
        read_yaml(text)
    except BrokenYaml as error:
        return [problem.line for problem in error.problems]
    return []


@settings(max_examples=150, deadline=None)
@given(text=mutated_files())
def test_whatever_is_cut_there_is_a_tree_or_a_mistake_on_a_line_of_the_file(text: str) -> None:
    assert set(mistaken_lines(text)) <= set(range(1, len(text.splitlines()) + 1))
