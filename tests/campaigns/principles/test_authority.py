"""A6 and A8: management speaks plainly and can be answered; the plan's part is in test_plan_rules.py."""

import pytest

from campaigns.words import Language
from tests.campaigns.principles.posted import said_of

PLAIN: dict[Language, str] = {
    "en": "I want this. The start is fixed. The screen is still open.",
    "nl": "Ik wil dit. De start staat vast. Het scherm is nog open.",
}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The start is fixed. The screen is still open.", "'I' or 'we'"),
        ("en", "I want this. The screen is still open.", "what is fixed."),
        ("en", "I want this. The start is fixed.", "what is still open."),
        ("en", "I want this.", "what is fixed and what is still open."),
        ("en", PLAIN["en"] + " word." * 109, "121 words"),
        ("nl", "De start staat vast. Het scherm is nog open.", "'ik' of 'wij'"),
        ("nl", "Ik wil dit. Het scherm is nog open.", "wat er vaststaat"),
        ("nl", "Ik wil dit. De start is besloten.", "wat er nog open is"),
        ("nl", PLAIN["nl"] + " woord." * 109, "121 woorden"),
    ],
)
def test_a6_management_speaks_plainly(language: Language, text: str, words: str) -> None:
    said = said_of("A6", text, "management", language)
    assert len(said) == 1
    assert words in said[0]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a6_a_plain_text_of_120_words_passes(language: Language) -> None:
    assert said_of("A6", PLAIN[language] + " word." * 108, "management", language) == []
    assert said_of("A6", "No word of it.", "tip", language) == []


@pytest.mark.parametrize(
    ("language", "stopped", "left_alone"),
    [
        ("en", "Please do not reply to this message.", "Reply here, I will answer."),
        ("en", "This address is not monitored.", "If I cannot answer, I find out. Do not wait; reply here."),
        ("nl", "Op dit bericht kun je niet reageren.", "Reageren kan hier. Weet je het antwoord niet? Het hoeft niet."),
        ("nl", "Vragen worden niet beantwoord.", "Vragen? Stel ze hier, ik antwoord zelf."),
    ],
)
def test_a8_a_sender_can_be_answered(language: Language, stopped: str, left_alone: str) -> None:
    assert len(said_of("A8", stopped, "management", language)) == 1
    assert said_of("A8", left_alone, "management", language) == []
