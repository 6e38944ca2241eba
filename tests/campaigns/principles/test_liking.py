"""L3 and L4: praise has a yes, blame has no name, and big words are few; the plan's part is in test_plan_rules.py."""

import pytest

from campaigns.words import Language
from tests.campaigns.principles.posted import said_of


@pytest.mark.parametrize(
    ("language", "stopped", "left_alone"),
    [
        ("en", "Thanks to Anna de Vries.", "Thanks to Karim."),
        ("en", "Well done, Anna!", "Well done, everyone!"),
        ("en", "Thank you, Anna.", "Thank you. Anna is here."),
        ("en", "It was Anna's fault.", "It was our fault."),
        ("en", "That was the mistake of Karim.", "That was a mistake of ours."),
        ("nl", "Dank aan Piet Jansen.", "Dank aan Joris en iedereen."),
        ("nl", "Complimenten voor Piet.", "Complimenten voor CRM."),
        ("nl", "Topper van de week: Piet.", "Topper van de week: jullie."),
        ("nl", "Dat was de schuld van Karim.", "Twee daarvan waren onze schuld."),
        ("nl", "Dat ligt aan Piet.", "Dat ligt aan ons."),
        ("en", "Thanks to Marketing.", "Thanks to Sales."),
    ],
)
def test_l3_praise_has_a_yes_and_blame_has_no_name(language: Language, stopped: str, left_alone: str) -> None:
    assert len(said_of("L3", stopped, language=language)) == 1
    assert said_of("L3", left_alone, language=language) == []


def test_l3_says_who_is_praised() -> None:
    assert "Anna de Vries" in said_of("L3", "Thanks to Anna de Vries for it.")[0]


@pytest.mark.parametrize(
    ("language", "stopped", "left_alone"),
    [
        ("en", "An amazing and fantastic list.", "An amazing list."),
        ("en", "It works! Look!", "It works!"),
        ("nl", "Geweldig nieuws: een super lijst.", "Geweldig nieuws: een lijst."),
        ("nl", "Fantastisch! Klik! Nu.", "Fantastisch! Klik nu."),
    ],
)
def test_l4_big_words_are_few(language: Language, stopped: str, left_alone: str) -> None:
    assert len(said_of("L4", stopped, language=language)) == 1
    assert said_of("L4", left_alone, language=language) == []
