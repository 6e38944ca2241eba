"""Both languages fill every list: a rule that knows one language only would be half a rule."""

from dataclasses import fields

import pytest

from campaigns.found_words import WORD_LISTS
from campaigns.word_lists.base import WordList
from campaigns.words import Language


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_list_has_phrases_and_none_twice(language: Language) -> None:
    for field in fields(WordList):
        phrases = list(getattr(WORD_LISTS[language], field.name))
        assert phrases, field.name
        assert len(set(phrases)) == len(phrases), field.name
