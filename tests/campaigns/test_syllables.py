"""Syllables against lists that a person counted: a wrong counter would call plain texts hard."""

from pathlib import Path

import pytest

from campaigns.sentences import ADDRESS, PLACEHOLDER
from campaigns.syllables import syllables
from campaigns.words import Language


def counted(language: Language) -> dict[str, int]:
    lines = Path(__file__).with_name(f"syllables_{language}.txt").read_text(encoding="utf-8").splitlines()
    return {word: int(count) for word, count in (line.split() for line in lines)}


@pytest.mark.parametrize(("language", "size"), [("nl", 180), ("en", 60)])
def test_at_least_98_percent_of_common_words_is_right(language: Language, size: int) -> None:
    right = counted(language)
    wrong = {word: syllables(language, word) for word, count in right.items() if syllables(language, word) != count}
    assert len(right) == size
    assert len(wrong) <= 0.02 * size, wrong


def test_the_words_that_spelling_gets_wrong_are_right() -> None:
    hard = "over open via idee radio agenda adoptie management museum dashboard"
    assert [syllables("nl", word) for word in hard.split()] == [2, 2, 2, 2, 3, 3, 3, 3, 3, 2]


@pytest.mark.parametrize(
    ("word", "count"),
    [("Reünie", 3), ("ideeën", 3), ("geëerd", 2), ("reëel", 2), ("één", 1), ("royaal", 2), ("e-mail", 2), ("foto's", 2),
     ("klantmanagement", 4), ("sentiment", 3), ("klantcase", 2), ("kwaliteit", 3), ("ĳs", 1)],
)  # fmt: skip
def test_dutch_signs_and_compounds_are_counted(word: str, count: int) -> None:
    assert syllables("nl", word) == count


@pytest.mark.parametrize("word", ["CRM", PLACEHOLDER * 8, ADDRESS * 20, "x"])
def test_what_is_read_at_a_glance_is_one(word: str) -> None:
    assert syllables("nl", word) == syllables("en", word) == 1
