"""What would break: a text that means one thing in the room and another where there is no HTML."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.authored import Block, Span, bare_words, blocks
from bot.web.safe_markdown import authored
from tests.bot.html_reading import seen_in_blocks, seen_in_html

# What markup is made of, in every order.
PIECES = (
    "*", "**", "_", "[", "]", "(", ")", "[a](https://e.example/x_y?b=1&c)", "https://e.example/a.", "http://", "- ",
    "\n", "\n\n", "* ", "• ", "1. ", "12) ", "123. ", "a", "B", " ", "é", "😀", "<b>", "&amp;", "#", "> ", "\\", "`",
    "~~", "{{", "|", "+ ", "---", "1", ".", "!", "=", "\"", "'", "    ",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@given(TEXTS)
@example("**see [a](https://e.example/x) *b* now**")
@example("*[a](https://e.example/x)* x*y*z **a**b")
def test_it_is_read_as_the_room_shows_it(text: str) -> None:
    assert seen_in_blocks(blocks(text)) == seen_in_html(authored(text))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", ()),
        ("One\nline.\n\nTwo.", (Block(((Span("One"),), (Span("line."),))), Block(((Span("Two."),),)))),
        ("What:\n- one\n- two", (Block(((Span("What:"),),)), Block(((Span("one"),), (Span("two"),)), "bullet"))),
        ("3. c\n4) d", (Block(((Span("c"),), (Span("d"),)), "number", 3),)),
        ("**Now** *then*", (Block(((Span("Now", bold=True), Span(" "), Span("then", italic=True)),)),)),
        ("a_b_c 2 * 3 * 4", (Block(((Span("a_b_c 2 * 3 * 4"),),)),)),
        ("[x](javascript:alert(1))", (Block(((Span("[x](javascript:alert(1))"),),)),)),
        ("https://e.example.", (Block(((Span("https://e.example", url="https://e.example"), Span(".")),)),)),
    ],
)
def test_an_author_gets_paragraphs_lists_bold_italic_and_links(text: str, read: tuple[Block, ...]) -> None:
    assert blocks(text) == read


def test_its_bare_words_have_no_markup_left() -> None:
    assert bare_words("**Now**: see [here](https://e.example)\n\n- *one*\n- two") == "Now: see here\none\ntwo"
