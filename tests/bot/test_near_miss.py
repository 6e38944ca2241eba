"""What would break: an opposite that is suggested, or chatter among colleagues that is taken for a slip of the pen."""

import pytest

from bot.near_miss import MEANT, near_miss
from campaigns.words import COMMANDS


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("jion", "join"), ("meedon", "meedoen"), ("Aanmelden", "meedoen"), ("uitschrijven", "afmelden"), ("xyzzy", "")],
)
def test_the_nearest_word_or_what_people_call_it(typed: str, meant: str) -> None:
    assert near_miss(typed, is_private=True) == meant


def test_with_more_behind_it_only_in_private() -> None:
    assert near_miss("wihs a bigger font", is_private=True) == "wish"
    assert near_miss("wihs a bigger font", is_private=False) == ""


def test_what_is_suggested_is_a_command() -> None:
    assert set(MEANT.values()) <= {word for pair in COMMANDS.items() for word in pair}


def test_a_long_line_is_nothing() -> None:
    assert near_miss("join" * 1000, is_private=True) == ""
