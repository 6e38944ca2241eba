"""The two formulas against texts with known counts; a score of a few words would be noise, so there is none."""

import pytest

from campaigns.readability import flesch, flesch_douma, score
from campaigns.sentences import sentences
from campaigns.syllables import syllables
from campaigns.words import Language
from tests.campaigns.example_messages import Example, examples

# 36 words, 6 sentences, 52 syllables.
PLAIN = (
    "Zoek je een klant en ben je de achternaam vergeten? Typ dan de postcode. Je ziet nu alle klanten in die "
    "gemeente. Klopt er iets niet? Zeg het dan gerust tegen Joris. Hij verbetert het vandaag."
)
# 40 words, 2 sentences, 64 syllables.
NORMAL = (
    "Wie morgen een nieuwe klant wil bellen, kijkt eerst op het scherm of een ander team die klant kende van een "
    "eerder telefoongesprek. Ontbreekt informatie over een eerdere afspraak, dan schrijf je vanmiddag een verslag en "
    "kies je een bezoekdatum."
)
# 30 words, 1 sentence, 87 syllables.
OFFICIAL = (
    "Teneinde de implementatie van de softwareapplicatie binnen de organisatie te faciliteren, behoren betrokken "
    "functionarissen voorafgaand aan de ingebruikname deel te nemen aan een informatieve bijeenkomst betreffende de "
    "gewijzigde organisatorische procedures."
)


def counts(language: Language, text: str) -> tuple[int, int, int]:
    found = [sentence.words for sentence in sentences(text)]
    words = [word for each in found for word in each]
    return len(words), len(found), sum(syllables(language, word) for word in words)


@pytest.mark.parametrize(
    ("text", "expected", "value"),
    [(PLAIN, (36, 6, 52), 90.0), (NORMAL, (40, 2, 64), 65.0), (OFFICIAL, (30, 1, 87), -44.4)],
    ids=["plain", "normal", "official"],
)
def test_three_dutch_texts_score_as_counted_by_hand(text: str, expected: tuple[int, int, int], value: float) -> None:
    assert counts("nl", text) == expected
    assert round(flesch_douma(text), 1) == value


def test_english_is_scored_with_its_own_constants() -> None:
    text = "The cat sat on the mat. It was a good day."  # 11 words, 2 sentences, 11 syllables
    assert flesch(text) == pytest.approx(206.835 - 1.015 * 5.5 - 84.6)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_below_forty_words_there_is_no_score(language: Language) -> None:
    sentence = "Je ziet nu alle klanten. "
    assert score(language, sentence * 7 + "Klik nu op deze.") is None
    assert score(language, sentence * 8) is not None
    assert score(language, "") is None


def test_each_language_has_its_own_formula() -> None:
    assert score("nl", NORMAL) == flesch_douma(NORMAL)
    assert score("en", NORMAL) == flesch(NORMAL)


@pytest.mark.parametrize(
    "example", [each for each in examples() if each.score], ids=lambda each: f"{each.language} {each.name}"
)
def test_the_example_messages_score_as_their_author_found(example: Example) -> None:
    """Theirs is another counter: in Dutch it is the same within two points, in English within six."""
    value = flesch_douma(example.text) if example.language == "nl" else flesch(example.text)
    assert value == pytest.approx(example.score, abs=2 if example.language == "nl" else 6)
