"""What would break: the same act that looks like another because it was typed in another language."""

from dataclasses import FrozenInstanceError, replace

import pytest

from bot.inbound import Join, Origin, Person

ORIGIN = Origin("room", Person("room:anna", "Anna"), "e1", channel="sales")


def test_the_language_of_the_word_is_no_part_of_what_was_meant() -> None:
    assert Join(replace(ORIGIN, language="nl")) == Join(replace(ORIGIN, language="en"))
    assert Join(ORIGIN) != Join(replace(ORIGIN, channel=None))


def test_what_was_heard_can_not_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        ORIGIN.platform = "slack"  # type: ignore[misc]
