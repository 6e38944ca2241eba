"""People's own words can't hide, reverse or flood anything."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.plain_text import plain


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  a larger letter ", "a larger letter"),
        ("pay\u202egnp.exe", "paygnp.exe"),
        ("in\u200bvisible\ufeff", "invisible"),
        ("bell\x07 and\x00 nul", "bell and nul"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("a\ttab", "a tab"),
        ("👩\u200d💻 at work", "👩\u200d💻 at work"),
        ("❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"),
        ("a\u200db\u200d", "ab"),
        ("\u200b \u202e", ""),
    ],
)
def test_only_what_can_be_seen_stays(typed: str, kept: str) -> None:
    assert plain(typed, 100) == kept


def test_a_long_text_is_cut_without_a_dangling_space() -> None:
    assert plain("word " * 200, 10) == "word word"


@given(text=st.text(), limit=st.integers(0, 50))
def test_nothing_invisible_and_nothing_too_long_comes_through(text: str, limit: int) -> None:
    said = plain(text, limit)
    assert len(said) <= limit
    assert not [mark for mark in said if unicodedata.category(mark) in ("Cc", "Cf") and mark not in "\n\u200d"]
