"""R4 and R6: a give asks nothing back and names something; the rules on the plan are in test_plan_rules.py."""

import pytest

from campaigns.words import Language
from tests.builders import a_campaign, a_post, a_wish
from tests.campaigns.principles.posted import said_by, said_of


@pytest.mark.parametrize(
    ("language", "stopped", "left_alone"),
    [
        ("en", "Click the star. In return we ask your wish.", "Click the star. The list returns."),
        ("en", "Click the star. Now it's your turn.", "Click the star. Now it is fast."),
        ("nl", "Klik op de ster. In ruil vragen we een wens.", "Klik op de ster. Ruil de lijst om."),
        ("nl", "De lijst is klaar. Daarom vragen we nu iets.", "De lijst is klaar, daarom zie je nu alles."),
        ("en", "Click the star. Send {{ button:wish }}.", "Click the star. See {{ button:wishes }}."),
    ],
)
def test_r4_a_give_asks_nothing_back(language: Language, stopped: str, left_alone: str) -> None:
    assert len(said_of("R4", stopped, language=language)) == 1
    assert said_of("R4", left_alone, language=language) == []


def test_r4_names_the_button_by_the_word_of_the_file() -> None:
    [found] = said_of("R4", "Klik op de ster. Of stuur {{ knop:wens }}.", language="nl")
    assert "'wens'" in found


@pytest.mark.parametrize("kind", ["invitation", "milestone"])
def test_r4_and_r6_are_about_gives_only(kind: str) -> None:
    assert said_of("R4", "In return we listen. {{ button:wish }}", kind=kind) == []
    assert said_of("R6", "You are all doing well.", kind=kind) == []


@pytest.mark.parametrize(
    ("kind", "language", "stopped", "left_alone"),
    [
        ("tip", "en", "You are all doing well.", "Half a note is a note."),
        ("tip", "en", "Keep it up, everybody.", "Type the last digits."),
        ("tip", "en", "Many of you asked a lot.", "Many of you asked for a button."),
        ("tip", "nl", "Wat zijn jullie goed bezig.", "Klik op de klok."),
        ("benefit", "en", "It will be better.", "From 1 March: {{ benefit }}"),
        ("thanks", "en", "Thank you all.", "Thank you to everyone who asked a question."),
        ("thanks", "nl", "Dank allemaal.", "Dank aan iedereen die een fout meldde."),
        ("wish", "en", "Something is ready.", "Ready since today: {{ wish }}."),
    ],
)
def test_r6_a_give_names_something_concrete(kind: str, language: Language, stopped: str, left_alone: str) -> None:
    assert len(said_of("R6", stopped, kind, language)) == 1
    assert said_of("R6", left_alone, kind, language) == []


def test_r6_a_thing_of_a_wish_or_an_audience_is_concrete() -> None:
    posts = (a_post(texts=("The postcodes are there.",)),)
    assert len(said_by("R6", a_campaign(posts=posts))) == 1
    assert said_by("R6", a_campaign(posts=posts, wishes={"postcode": a_wish()})) == []
    assert said_of("R6", "The quotes are there.") == []  # of the benefit
