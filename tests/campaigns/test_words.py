"""What would break: two words for one thing, or one word for two."""

import pytest

from campaigns import words
from campaigns.kinds import KINDS

TABLES = {**{f"keys of {block}": table for block, table in words.KEYS.items()}, "kinds": words.KINDS,
          "placeholders": words.PLACEHOLDERS, "allocations": words.ALLOCATIONS, "conditions": words.CONDITIONS,
          "commands": words.COMMANDS}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_every_word_has_exactly_one_word_in_the_other_language(name: str) -> None:
    table = TABLES[name]
    assert len(set(table.values())) == len(table)
    assert all(word and word == word.strip() for pair in table.items() for word in pair)


def test_a_command_never_means_two_things() -> None:
    for english, dutch in words.COMMANDS.items():
        assert words.COMMANDS.get(dutch, dutch) == dutch or dutch == english


def test_every_kind_has_its_words() -> None:
    assert set(words.KINDS) == set(KINDS)


def test_days_and_months_are_complete() -> None:
    for language in ("nl", "en"):
        assert len(set(words.WEEKDAYS[language])) == 7
        assert len(set(words.MONTHS[language])) == 12
