"""Finding the phrases of the word lists: whole words, wherever they stand, never inside a placeholder or an address."""

from dataclasses import fields
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.found_words import WORD_LISTS, ListName, found_words, has_words, plain_words, readable
from campaigns.word_lists.base import WordList
from campaigns.words import Language

NAMES: tuple[ListName, ...] = get_args(ListName)
NOT_LOOKED_FOR = {"shouted", "empty_words", "except_for"}  # read word by word, or part of another list


def words(language: Language, name: ListName, text: str) -> list[str]:
    return [found.words for found in found_words(language, name, text)]


def test_every_list_has_a_name_and_every_exception_a_list() -> None:
    assert {field.name for field in fields(WordList)} - NOT_LOOKED_FOR == set(NAMES)
    for word_list in WORD_LISTS.values():
        assert set(word_list.except_for) <= set(NAMES)


@pytest.mark.parametrize(
    ("language", "name", "text", "expected"),
    [
        ("nl", "vague", "STRAKS, of z.s.m.!", ["STRAKS", "z.s.m."]),
        ("nl", "vague", "De zsmart straksjes", []),
        ("nl", "jargon", "Implementatieplan", ["Implementatieplan"]),
        ("nl", "minority", "pas {{ meting }}", ["pas {{ meting }}"]),
        ("nl", "minority", "{{ slechts }} https://x.nl/slechts", []),
        ("en", "pressure", "Don’t\n miss it", ["Don’t miss"]),
        ("en", "vague", "as soon as it is there; soon", ["soon"]),
        ("en", "if_then", "When I stop. I go, then.", []),
        ("en", "praise", "thanks to Anna van der Berg for it", ["thanks to Anna van der Berg"]),
        ("en", "praise", "thanks to anna", []),
        ("en", "deadlines", "by 11 February, on Friday, before 16:00", ["by 11 February", "on Friday", "before 16:00"]),
        ("nl", "deadlines", "tot elf maart, voor vrijdag, tot 16 uur", ["tot elf maart", "voor vrijdag", "tot 16 uur"]),
        ("nl", "seat_numbers", "3 vrije plekken en 3 vrije dagen", ["3 vrije plekken"]),
    ],
)  # fmt: skip
def test_a_phrase_is_found_as_whole_words(language: Language, name: ListName, text: str, expected: list[str]) -> None:
    assert words(language, name, text) == expected
    assert has_words(language, name, text) is bool(expected)


def test_a_found_word_knows_its_place() -> None:
    found = found_words("en", "vague", "Hi {{ team }}, soon.")[0]
    assert (found.start, found.end) == (15, 19)


def test_the_names_of_teams_are_looked_for_where_a_phrase_says_so() -> None:
    assert not found_words("en", "comparing", "better than sales (a+b)")
    assert found_words("en", "comparing", "better than sales (a+b)", ("sales", "a+b"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_jargon_has_plain_words(language: Language) -> None:
    for phrase, plain in WORD_LISTS[language].jargon.items():
        word = phrase.replace("(dient|dienen)", "dient").split("|")[0].replace("*", "")
        assert plain_words(language, word) == plain


@given(st.text(alphabet="soon asap{} .’'", max_size=40), st.sampled_from(NAMES), st.sampled_from(["nl", "en"]))
def test_what_is_found_stands_there(text: str, name: ListName, language: Language) -> None:
    assert len(readable(text)) == len(text)
    for found in found_words(language, name, text):
        assert " ".join(text[found.start : found.end].split()) == found.words
