"""What would break: a sentence that is missing in one language, or has a field that nobody fills."""

import re
from string import Formatter

import pytest

from campaigns.file_rules import RULES
from campaigns.texts.say import SENTENCES, say
from campaigns.words import Language


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_sentences_with_the_same_fields() -> None:
    assert SENTENCES["nl"].keys() == SENTENCES["en"].keys()
    for key, sentence in SENTENCES["nl"].items():
        assert fields(sentence) == fields(SENTENCES["en"][key]), key


def test_no_sentence_has_a_field_without_a_name() -> None:
    for sentences in SENTENCES.values():
        for key, sentence in sentences.items():
            assert all(name != "" for _, name, _, _ in Formatter().parse(sentence)), key


@pytest.mark.parametrize(
    "key", ["first_third_asks", "sign_up_is_short", "commitment_too_early", "few_principles", "report_posts"]
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_count_that_may_be_one_stands_before_no_plural(language: Language, key: str) -> None:
    sentence = say(language, key, **dict.fromkeys(fields(SENTENCES[language][key]), 1))
    assert not re.search("1 (berichten|weken|werkdagen|principes|posts|weeks|working days|principles)", sentence)


def test_every_rule_of_the_file_has_a_message_and_a_fix() -> None:
    for key in RULES:
        assert key in SENTENCES["en"]
        assert f"{key}.fix" in SENTENCES["en"] or f"{key}.guess" in SENTENCES["en"], key


def test_the_fields_are_filled_in() -> None:
    assert say("en", "empty_value", word="goal") == "'goal' has no value."
    assert say("nl", "empty_value", word="doel") == "'doel' heeft geen waarde."
    with pytest.raises(KeyError):
        say("en", "empty_value")


def test_words_of_a_person_are_never_read_as_fields() -> None:
    assert "{size!r}" in say("en", "empty_value", word="{size!r}")
