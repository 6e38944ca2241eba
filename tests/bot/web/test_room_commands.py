"""What would break: a suggestion for a word that does nothing, for somebody who may not, or in the other language."""

import pytest

from bot.commands import read_command
from bot.inbound import Origin, Person, Unknown
from bot.web.room_commands import commands
from campaigns.words import COMMANDS, Language
from tests.bot.web.a_room import a_campaign_with_two_teams, a_room


def words(person: str, language: Language = "en") -> list[str]:
    return [word for word, _ in commands(a_room(a_campaign_with_two_teams(language=language)).look(person))]


def test_an_employee_is_only_offered_what_is_for_everybody() -> None:
    assert {"join", "leave", "forget me"} <= set(words("anna"))
    assert not {"pause", "connect", "approve", "report"} & set(words("anna"))


def test_the_owner_is_offered_everything_and_a_lead_what_they_may() -> None:
    assert words("joris") == list(COMMANDS)
    assert "approve" in words("karim")
    assert "wish done" not in words("karim")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_word_that_is_offered_is_understood(language: Language) -> None:
    origin = Origin("room", Person("room:joris", "Joris"), "e", None)
    for word in words("joris", language):
        tail = ": Hello" if word in ("text", "tekst") else ""
        assert not isinstance(read_command(word + tail, origin), Unknown), word
