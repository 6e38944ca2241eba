"""Where sentences end and what a word is: an author's counts depend on it, and a wrong one blocks a campaign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.sentences import ADDRESS, PLACEHOLDER, masked, sentences, words
from tests.campaigns.example_messages import Example, examples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doe mee! Het mag.", ["Doe mee!", "Het mag."]),
        ("We beginnen om 09.30 uur. Kom je?", ["We beginnen om 09.30 uur.", "Kom je?"]),
        ("Neem iets mee, bijv. een lijst.", ["Neem iets mee, bijv. een lijst."]),
        ("Wij antwoorden z.s.m. en dr. Jansen ook.", ["Wij antwoorden z.s.m. en dr. Jansen ook."]),
        ("Use a sign, e.g. a star. Done.", ["Use a sign, e.g. a star.", "Done."]),
        ("Bel J. Jansen. Hij weet het.", ["Bel J. Jansen.", "Hij weet het."]),
        ("Namen, telefoons enz. Daarna niets.", ["Namen, telefoons enz.", "Daarna niets."]),
        ("Namen enz. staan erbij.", ["Namen enz. staan erbij."]),
        ("Het werkt nu op versie 3. Klaar.", ["Het werkt nu op versie 3.", "Klaar."]),
        ("De 3. klant belde.", ["De 3. klant belde."]),
        ("- een punt\n- nog een punt", ["een punt", "nog een punt"]),
        ("1. eerst dit\n2) dan dat", ["eerst dit", "dan dat"]),
        ("Zonder punt\nnieuwe regel", ["Zonder punt", "nieuwe regel"]),
        ("Nou… dat weet ik niet. Echt?!", ["Nou… dat weet ik niet.", "Echt?!"]),
        ('Hij zei "Hoe?" en ging. "Goed." Weg.', ['Hij zei "Hoe?" en ging.', '"Goed."', "Weg."]),
        ("Kijk op https://crm.nl/a.b?c=1. Daar staat het.", ["Kijk op https://crm.nl/a.b?c=1.", "Daar staat het."]),
        ("{{ team }} is er. {{ lead }} ook.", ["{{ team }} is er.", "{{ lead }} ook."]),
        ("...\n\n - \n!", []),
    ],
)
def test_a_sentence_ends_where_a_reader_would_say_so(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nog {{ plekken_over }} van de {{ plekken_totaal }} plekken", 6),
        ("Mail crm@voorbeeld.nl of kijk op www.voorbeeld.nl/uitleg", 6),
        ("Mei-Lin typt een # voor 31 offertes", 5),
        ("Dat is 80% (8/10) op 4 december om 09:30", 5),
        ("in/uit en 2-daags", 3),
        ("", 0),
    ],
)
def test_a_placeholder_and_an_address_are_one_word_and_a_figure_is_none(text: str, count: int) -> None:
    assert len(words(text)) == count


def test_what_is_masked_keeps_its_place() -> None:
    text = "Hi {{ team }}, see https://x.nl/a."
    assert len(masked(text)) == len(text)
    assert masked(text) == f"Hi {PLACEHOLDER * 10}, see {ADDRESS * 14}."


@pytest.mark.parametrize("example", examples(), ids=lambda example: f"{example.language} {example.name}")
def test_the_example_messages_have_the_counts_of_their_author(example: Example) -> None:
    found = sentences(example.text)
    if "growth" not in example.name:  # counted differently by their author: 15 and 16 words
        assert sum(len(sentence.words) for sentence in found) == example.words
    assert max(len(sentence.words) for sentence in found) == example.longest


@given(st.text(alphabet="Aab .!?\n{}1-…\"'", max_size=60))
def test_every_word_stands_in_one_sentence_at_its_place(text: str) -> None:
    found = sentences(text)
    assert [word for sentence in found for word in sentence.words] == list(words(text)) or "\n" in text
    for sentence in found:
        assert text[sentence.start :].startswith(sentence.text)
