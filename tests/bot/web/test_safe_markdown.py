"""What would break: markup or a link that somebody smuggled in, and an author's list or bold that isn't one."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.safe_markdown import authored, plain_lines

HOSTILE = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](javascript:alert`1`)",
    "[x](//evil.example/a)",
    "[x](data:text/html,<script>alert(1)</script>)",
    '[x](https://a.example/"onmouseover="alert(1))',
    "**<img src=x onerror=alert(1)>**",
    "https://a.example/<script>",
    "{{DATE()}} ${x} <!channel> <@U1> <at>Sandra</at>",
    "\u202eevil\u202c",
]
ALLOWED = {"p", "br", "ul", "ol", "li", "strong", "em", "a"}


class Found(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    found = Found()
    found.feed(html)
    return found.tags


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_hostile_stays_text(text: str) -> None:
    assert {tag for tag, _ in tags(plain_lines(text))} <= {"p", "br"}
    for tag, attributes in tags(authored(text)):
        assert tag in ALLOWED
        assert set(attributes) <= {"href", "target", "rel", "start"}
        assert re.match(r"https?://", attributes.get("href") or "https://")


@given(st.text(alphabet="ab<>&\"'*[]()-\n{}:/hps1. ", max_size=80))
def test_nothing_but_the_few_allowed_tags_ever_comes_out(text: str) -> None:
    for tag, attributes in tags(authored(text)):
        assert tag in ALLOWED
        assert re.match(r"https?://", attributes.get("href") or "https://")
    assert {tag for tag, _ in tags(plain_lines(text))} <= {"p", "br"}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One\nline.\n\nTwo.", "<p>One<br>line.</p><p>Two.</p>"),
        ("**Now** and *then*", "<p><strong>Now</strong> and <em>then</em></p>"),
        ("What:\n- one\n- two", "<p>What:</p><ul><li>one</li><li>two</li></ul>"),
        ("1. one\n2. two", "<ol><li>one</li><li>two</li></ol>"),
        ("3) one\n4) two", '<ol start="3"><li>one</li><li>two</li></ol>'),
        ("2 * 3 * 4 and a_b_c", "<p>2 * 3 * 4 and a_b_c</p>"),
        ("", ""),
    ],
)
def test_an_author_gets_paragraphs_lists_bold_and_italic(text: str, html: str) -> None:
    assert authored(text) == html


def test_a_link_opens_elsewhere_and_its_full_stop_is_not_part_of_it() -> None:
    [(_, bare)] = [item for item in tags(authored("See https://crm.example/help.")) if item[0] == "a"]
    assert bare["href"] == "https://crm.example/help"
    assert "noopener" in (bare["rel"] or "")
    assert '<a href="https://crm.example/a" ' in authored("[**help**](https://crm.example/a)")
