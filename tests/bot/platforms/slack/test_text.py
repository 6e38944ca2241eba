"""What would break: a person's words that ping, link or turn bold in Slack, or a word of anybody that is not there."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.authored import Span, bare_words
from bot.platforms.slack.text import (
    LONGEST_BLOCK,
    Block,
    of_author,
    of_people,
    plain,
    rich,
    rows_of_author,
    shortened,
    size_of,
    spelled_out,
)
from bot.web.safe_markdown import authored
from tests.bot.html_reading import Seen, SeenBlock, seen_in_html, seen_in_span, seen_line
from tests.bot.platforms.slack.block_kit import inlines, words
from tests.bot.test_authored import TEXTS

HOSTILE = (
    "<!channel>", "<!here>", "<@U1>", "<#C1|general>", "<!subteam^S1>", "<http://e.example|x>", "@here", "@channel",
    "#general", "*b*", "_i_", "~s~", "`c`", "```", "&gt; q", "> q", "&amp;", ":smile:", "- x", "1. x", "<!date^1^x|y>",
    "http://e.example", "[x](http://e.example)", "**b**", "😀", "👩‍👧", "שלום", "\u202e", "\u200b", "\u2066", "\u0301",
    "\n", "\n\n", " ", "é", "„ja\u201d", "'t", "x" * 90,
)  # fmt: skip
PEOPLES = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(HOSTILE), max_size=8).map("".join))
LONG = st.builds(
    lambda words, times: (words * times)[:9000],
    st.lists(st.sampled_from((*HOSTILE, "word ", "- item\n", "**b** ")), min_size=1, max_size=6).map("".join),
    st.integers(1, 900),
)


def seen_in_slack(blocks: list[Block]) -> list[SeenBlock]:
    """As somebody sees it: a free line ends a paragraph, and a list is one of its own."""
    return [seen for block in blocks for element in block["elements"] for seen in _seen(element)]


def _seen(element: Block) -> Iterator[SeenBlock]:
    if element["type"] == "rich_text_list":
        items = tuple(seen_line(_characters(item)) for item in element["elements"])
        yield ("number" if element["style"] == "ordered" else "bullet"), items
        return
    lines: list[list[Seen]] = [[]]
    for seen in _characters(element):
        if seen[0] == "\n":
            lines.append([])
        else:
            lines[-1].append(seen)
    yield from (("", tuple(map(seen_line, paragraph))) for paragraph in _paragraphs(lines))


def _paragraphs(lines: list[list[Seen]]) -> list[list[list[Seen]]]:
    found: list[list[list[Seen]]] = [[]]
    for line in lines:
        if line:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [paragraph for paragraph in found if paragraph]


def _characters(element: Block) -> list[Seen]:
    return [seen for inline in inlines(element) for seen in seen_in_span(_span(inline))]


def _span(inline: Any) -> Span:
    style = inline.get("style", {})
    return Span(inline["text"], bold="bold" in style, italic="italic" in style, url=inline.get("url", ""))


@given(TEXTS.filter(lambda text: not re.search(r"(^|\n)\s*0+[.)]\s", text)))
@example("**see [a](https://e.example/x) *b* now**")
@example("What:\n- a\n- *b*\n\n3. c\n4. **d!**\n\nAfter\nit")
@example("- a\n\n- b\n1. c\n\n1. d")
@example("* \n\n*")
def test_an_authors_text_means_in_slack_what_it_means_in_the_room(text: str) -> None:
    in_slack, in_the_room = seen_in_slack(of_author(text)), seen_in_html(authored(text))
    assert _without_free_lines(in_slack) == _without_free_lines(in_the_room)


def _without_free_lines(blocks: list[SeenBlock]) -> list[SeenBlock]:
    """A line of an author that shows nothing is free in Slack, and is left out before."""
    seen = [(mark, tuple(line for line in lines if line or mark)) for mark, lines in blocks]
    return [(mark, lines) for mark, lines in seen if lines]


def test_it_looks_like_this() -> None:
    [block] = of_author(
        "*Look*: **new**,\nsee [here](https://e.example/a).\n\nFor you:\n- „one”\n- two\n\n4. 't\n\nBye"
    )
    assert block == {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [
                    {"type": "text", "text": "Look", "style": {"italic": True}},
                    {"type": "text", "text": ": "},
                    {"type": "text", "text": "new", "style": {"bold": True}},
                    {"type": "text", "text": ",\nsee "},
                    {"type": "link", "url": "https://e.example/a", "text": "here"},
                    {"type": "text", "text": ".\n\nFor you:"},
                ],
            },
            {"type": "rich_text_list", "style": "bullet", "elements": [_item("„one”"), _item("two")]},
            {"type": "rich_text_list", "style": "ordered", "elements": [_item("'t")], "offset": 3},
            _item("\n\nBye".removeprefix("\n")),
        ],
    }


def _item(text: str) -> Block:
    return {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}


def test_a_quote_has_a_bar_before_its_lines_and_its_lists() -> None:
    [block] = rich(rows_of_author("One\n- two", is_quoted=True))
    assert [(element["type"], element.get("border")) for element in block["elements"]] == [
        ("rich_text_quote", None),
        ("rich_text_list", 1),
    ]


def test_a_list_that_begins_with_nought_keeps_its_numbers() -> None:
    assert words(of_author("0. a\n1. b")) == ["0. a\n1. b"]


@given(PEOPLES)
@example("<!channel> <@U1> @here *bold* <http://e.example|x> :smile:\n- no list\n1. nor this")
def test_peoples_words_are_text_and_nothing_else(text: str) -> None:
    said = "\n\n".join("\n".join(lines) for lines in (part.split("\n") for part in re.split(r"\n\s*\n", text.strip())))
    expected = [{"type": "rich_text", "elements": [_item(said)]}] if said else []
    assert of_people(text) == expected


@given(LONG, st.booleans())
@example("x" * 9000, False)
@example("😀" * 4500, True)
@example("**" + "b" * 5000 + "** and *" + "i" * 5000 + "*", True)
def test_nothing_is_lost_when_a_text_goes_on_in_the_next_block(text: str, is_authored: bool) -> None:
    blocks = of_author(text) if is_authored else of_people(text)
    assert all(sum(map(size_of, words(block))) <= LONGEST_BLOCK for block in blocks)
    assert _letters("".join(words(blocks))) == _letters(bare_words(text) if is_authored else text)


def _letters(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_a_list_goes_on_with_its_next_number() -> None:
    first, second = of_author("\n".join(f"{number}. " + "x" * 1400 for number in (1, 2, 3)))
    [[one], [other]] = [block["elements"] for block in (first, second)]
    assert ("offset" in one, len(one["elements"])) == (False, 2)
    assert (other["offset"], len(other["elements"])) == (2, 1)


def test_a_line_is_broken_after_a_word_and_its_look_goes_on() -> None:
    first, second = of_author("- **" + "word " * 700 + "end**")
    assert (first["elements"][0]["type"], second["elements"][0]["type"]) == ("rich_text_list", "rich_text_section")
    assert words([first, second])[0].endswith("word ")
    assert words([first, second])[1].endswith("end")
    assert [inline["style"] for inline in inlines([first, second])] == [{"bold": True}] * 2


@given(TEXTS)
def test_what_is_spelled_out_has_every_character_and_no_look(text: str) -> None:
    rows = rows_of_author(text)
    bare = rich(map(spelled_out, rows))
    assert all(set(inline) == {"type", "text"} for inline in inlines(bare))
    shown = "".join(words(bare))
    assert all(span.url in shown and span.text in shown for row in rows for span in row.spans)


def test_what_is_spelled_out_keeps_its_signs_and_addresses() -> None:
    [block] = rich(map(spelled_out, rows_of_author("3. [a](https://e.example)\n4. **b** https://e.example\n\n- c")))
    assert words(block) == ["3. a (https://e.example)\n4. b https://e.example\n\n• c"]


def test_an_empty_text_is_no_block_and_an_empty_item_stays() -> None:
    assert of_people(" \n\n ") == of_author("") == []
    assert words(of_author("- a\n-  \n- b")) == ["a", " ", "b"]


def test_plain_text_shows_no_pictures_for_words() -> None:
    assert plain(":smile:") == {"type": "plain_text", "text": ":smile:", "emoji": False}


@pytest.mark.parametrize(
    ("text", "longest", "shown"),
    [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("😀😀", 3, "😀…"), ("😀😀", 4, "😀😀"), ("ab cd", 4, "ab…")],
)
def test_a_name_that_is_too_long_ends_with_dots(text: str, longest: int, shown: str) -> None:
    assert shortened(text, longest) == shown


def test_an_emoji_counts_as_two() -> None:
    assert (size_of("a"), size_of("é"), size_of("😀"), size_of("\ud800")) == (1, 1, 2, 1)
