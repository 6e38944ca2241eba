"""C2, C3 and C7: a commitment is free and specific, and a step is free or fixed."""

import pytest

from campaigns.words import Language
from tests.campaigns.principles.posted import said_of


@pytest.mark.parametrize(
    ("language", "stopped", "left_alone"),
    [
        ("en", "Pick a moment.", "Pick a moment. Share it if you like."),
        ("en", "It is up to you. We keep track of who did it.", "It is up to you. Keep it to yourself."),
        ("nl", "Kies een moment.", "Kies een moment. Delen mag, hoeft niet."),
        ("nl", "Het is vrijwillig. We houden bij wie het doet.", "Het is vrijwillig. Niemand ziet het."),
    ],
)
def test_c2_a_commitment_is_free_and_on_no_list(language: Language, stopped: str, left_alone: str) -> None:
    assert len(said_of("C2", stopped, "commitment", language)) == 1
    assert said_of("C2", left_alone, "commitment", language) == []
    assert said_of("C2", stopped, "tip", language) == []


@pytest.mark.parametrize(
    ("language", "stopped", "left_alone"),
    [
        ("en", "Write your note on time. Share it if you like.", "When I hang up, I type one sentence."),
        ("en", "Do your best.", "Before I get my coffee, I finish one note."),
        ("nl", "Schrijf op tijd. Zet het hieronder als je wilt.", "Als ik ophang, typ ik meteen een zin."),
        ("nl", "Doe je best.", "Zodra ik ophang dan typ ik een zin."),
    ],
)
def test_c3_a_commitment_is_if_then(language: Language, stopped: str, left_alone: str) -> None:
    assert len(said_of("C3", stopped, "commitment", language)) == 1
    assert said_of("C3", left_alone, "commitment", language) == []


@pytest.mark.parametrize(
    ("kind", "language", "stopped", "left_alone"),
    [
        ("call", "en", "Joining is voluntary. It is mandatory for all.", "Joining is voluntary. It is not mandatory."),
        ("tip", "en", "Writing notes is voluntary and mandatory.", "Writing is mandatory. Drawing is voluntary."),
        ("tip", "en", "Writing notes is voluntary. Notes are mandatory.", "Notes are mandatory. A say is up to you."),
        ("tip", "en", "It is voluntary and mandatory.", "It is voluntary. It is mandatory."),
        (
            "management",
            "en",
            "Writing is mandatory. Writing is voluntary.",
            "Writing is mandatory. Drawing is voluntary.",
        ),
        ("call", "nl", "Meedoen is vrijwillig. Iedereen moet komen.", "Meedoen is vrijwillig, niet verplicht."),
        ("tip", "nl", "Verslagen zijn verplicht en vrijwillig.", "Verslagen zijn verplicht. Meepraten is vrijwillig."),
        ("call", "nl", "Het is vrijwillig en verplicht.", "Je mag kiezen. Het staat vast."),
        ("commitment", "nl", "Het hoeft niet. Het is een vaste afspraak.", "Het hoeft niet. Kies een vast moment."),
    ],
)
def test_c7_a_step_is_free_or_fixed(kind: str, language: Language, stopped: str, left_alone: str) -> None:
    assert len(said_of("C7", stopped, kind, language)) == 1
    assert said_of("C7", left_alone, kind, language) == []
