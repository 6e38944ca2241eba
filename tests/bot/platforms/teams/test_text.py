"""What would break: an author's sign that Teams takes for markup, or a person's words that become a link or a date."""

import re
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.authored import Mark, Span
from bot.platforms.teams.text import WORD_JOINER, Element, heading, inert, of_author, of_people
from bot.web.safe_markdown import authored
from tests.bot.html_reading import Seen, SeenBlock, seen_in_html, seen_in_span, seen_line
from tests.bot.test_authored import TEXTS

HOSTILE = (
    "<at>Sandra</at>", "<b>x</b>", "[x](http://e.example)", "{{DATE(2020-01-01T00:00:00Z,SHORT)}}", "{{{", "${x}",
    "*b*", "_i_", "- x", "# x", "1. x", "&amp;", "`x`", "\\*", "😀", "👩‍👧", "שלום", "\u200b", "http://e.example", "\n",
    "\n\n", " ", "é",
)  # fmt: skip
PEOPLES = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(HOSTILE), max_size=8).map("".join))
COMMONMARK = MarkdownIt("js-default")  # what Teams on the web reads a TextBlock with, HTML switched off
COMMONMARK.normalizeLink = str  # type: ignore[assignment, method-assign]  # an address in another spelling is the same address


def seen_in_teams(elements: list[Element]) -> list[SeenBlock]:
    """As somebody sees it: TextBlocks through a reader of markdown, TextRuns as they are."""
    seen: list[SeenBlock] = []
    for element in elements:
        for mark, lines in _seen(element):
            if element.get("spacing") == "None" and seen[-1][0] == mark:
                seen[-1] = (mark, (*seen[-1][1], *lines))
            else:
                seen.append((mark, lines))
    return seen


def _seen(element: Element) -> list[SeenBlock]:
    if element["type"] == "TextBlock":
        return seen_in_html(COMMONMARK.render(element["text"].replace(WORD_JOINER, "")))
    sign, *rest = element["inlines"]
    mark = _sign(sign)
    runs = rest if mark else [sign, *rest]
    return [(mark, (seen_line([one for run in runs for one in _seen_in_run(run)]),))]


def _sign(run: dict[str, Any]) -> Mark:
    """A run of its own before an item, without any looks."""
    if run.keys() != {"type", "text"}:
        return ""
    return "bullet" if run["text"] == "• " else "number" if re.fullmatch(r"\d\d?\. ", run["text"]) else ""


def _seen_in_run(run: dict[str, Any]) -> list[Seen]:
    return seen_in_span(
        Span(
            run["text"].replace(WORD_JOINER, ""),
            bold=run.get("weight") == "Bolder",
            italic=run.get("italic", False),
            url=run.get("selectAction", {}).get("url", ""),
        )
    )


def with_written_addresses(blocks: list[SeenBlock]) -> list[SeenBlock]:
    """An address is the same when `{` or `é` in it is sent as a browser would send it."""
    return [
        (mark, tuple(tuple((*seen[:3], unquote(seen[3])) for seen in line) for line in lines)) for mark, lines in blocks
    ]


@given(TEXTS)
@example("**see [a](https://e.example/x) *b* now**")
@example("https://e.example/{{DATE()}}|x")
@example("!https://e.example/a")
@example("a ** b ** c")
@example("[a](javascript:alert(1)) [b](ftp://e.example)")
@example("- a\n- *b*\n\n3. c\n4. **d!**")
def test_an_authors_text_means_in_teams_what_it_means_in_the_room(text: str) -> None:
    in_teams, in_the_room = seen_in_teams(of_author(text)), seen_in_html(authored(text))
    assert with_written_addresses(in_teams) == with_written_addresses(in_the_room)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One (1 March).\nTwo.", [{"text": "One (1 March)."}, {"text": "Two.", "spacing": "None"}]),
        (
            "**Now** and *then*, [here](https://e.example/a).",
            [{"text": "**Now** and _then_, [here](https://e.example/a)."}],
        ),
        ("What:\n- one\n- **two**", [{"text": "What:"}, {"text": "- one\n- **two**"}]),
        ("7) g\n8) h", [{"text": "7. g\n8. h"}]),
    ],
)
def test_plain_markdown_is_a_text_block(text: str, shown: list[Element]) -> None:
    assert of_author(text) == [{"type": "TextBlock", "wrap": True, **element} for element in shown]


@pytest.mark.parametrize(
    "text", ["2 * 3 * 4", "a_b_c", "# no heading", "1000. no list", "R&D", "x < y", "~~no~~", "`no`"]
)
def test_a_line_that_can_be_read_in_two_ways_is_read_without_markdown(text: str) -> None:
    assert of_author(text) == [{"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": text}]}]


def test_its_bold_italic_and_links_stay() -> None:
    [line] = of_author("*a_b* **Why?** https://e.example/a_{b}")
    assert line["inlines"] == [
        {"type": "TextRun", "text": "a_b", "italic": True},
        {"type": "TextRun", "text": " "},
        {"type": "TextRun", "text": "Why?", "weight": "Bolder"},
        {"type": "TextRun", "text": " "},
        {
            "type": "TextRun",
            "text": "https://e.example/a_{b}",
            "underline": True,
            "selectAction": {"type": "Action.OpenUrl", "url": "https://e.example/a_%7Bb%7D"},
        },
    ]


def test_a_list_with_such_a_line_is_a_list_still() -> None:
    assert [line["inlines"][0]["text"] for line in of_author("4. a_b\n5. c")] == ["4. ", "5. "]
    assert [line["inlines"][0]["text"] for line in of_author("- a_b\n- c")] == ["• ", "• "]


@given(PEOPLES)
def test_peoples_words_are_in_text_runs_and_nowhere_else(text: str) -> None:
    elements = of_people(text)
    runs = [element["inlines"][0]["text"] for element in elements]
    assert [{**element, "inlines": []} for element in elements] == [
        {"type": "RichTextBlock", "inlines": [], **({"spacing": "None"} if "spacing" in element else {})}
        for element in elements
    ]
    assert [element["inlines"] for element in elements] == [[{"type": "TextRun", "text": run}] for run in runs]
    said = "".join(runs).replace(WORD_JOINER, "")
    assert said == re.sub(r"\n\s*\n|\n", "", text.strip()).replace(WORD_JOINER, "")
    assert not any("{{" in run or "${" in run for run in runs)


def test_peoples_paragraphs_and_lines_stay() -> None:
    spacings = [(line["inlines"][0]["text"], line.get("spacing")) for line in of_people("One\nTwo\n\nThree\n")]
    assert spacings == [("One", None), ("Two", "None"), ("Three", None)]


def test_nothing_is_left_that_a_client_fills_in() -> None:
    shown = inert("{{{DATE(2020-01-01T00:00:00Z)}}} ${x} $ {x}")
    assert "{{" not in shown
    assert "${" not in shown
    assert shown.replace(WORD_JOINER, "") == "{{{DATE(2020-01-01T00:00:00Z)}}} ${x} $ {x}"


def test_a_heading_is_one_to_a_screen_reader_too() -> None:
    assert heading("Approval asked: tip-1")["style"] == "heading"
    assert heading("Approval asked: my_tip")["inlines"][0]["text"] == "Approval asked: my_tip"
