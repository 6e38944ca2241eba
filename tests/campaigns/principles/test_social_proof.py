"""P1, P5 to P8 and P10: no typed numbers, no comparison, no minority; a quote has its person's yes."""

from typing import Any

import pytest

from campaigns.words import Language
from tests.builders import a_campaign, a_post, an_audience
from tests.campaigns.principles.posted import said_by, said_of


@pytest.mark.parametrize(
    ("language", "stopped", "left_alone"),
    [
        ("en", "In sales 61% have a note.", "In {{ team }} {{ measure }} have a note."),
        ("en", "Half of the calls have a note.", "No one is counted alone."),
        ("en", "More than four weeks ago.", "More than on {{ since }}."),
        ("en", "One in ten.", "This one has a note."),
        ("nl", "Slechts 12 mensen.", "Een verslag staat er nu."),
        ("nl", "Meer dan vier weken geleden.", "Meer dan op {{ sinds }}."),
        ("nl", "Eenentwintig verslagen.", "Een prachtig verslag."),
        ("nl", "Eén op één.", "Iemand had een idee."),
    ],
)
def test_p1_a_proof_has_no_typed_numbers(language: Language, stopped: str, left_alone: str) -> None:
    assert said_of("P1", stopped, "proof", language)
    assert said_of("P1", left_alone, "proof", language) == []
    assert said_of("P1", stopped, "tip", language) == []


@pytest.mark.parametrize(
    ("language", "stopped", "left_alone"),
    [
        ("en", "More and more notes are made.", "Every note helps your colleague."),
        ("en", "Most of you write notes.", "Thank you for writing them."),
        ("en", "It is at {{ measure }}.", "Thank you, {{ team }}."),
        ("en", "Nine notes.", "A note."),
        ("nl", "Het aantal groeit.", "Elk verslag helpt je collega."),
        ("nl", "De meesten doen het.", "Dank dat jullie ze maken."),
        ("nl", "Er zijn 12 verslagen.", "Er zijn verslagen."),
    ],
)
def test_p5_otherwise_claims_nothing(language: Language, stopped: str, left_alone: str) -> None:
    assert len(said_of("P5", "{{ measure }}", "proof", language, otherwise=stopped)) == 1
    assert said_of("P5", stopped, "proof", language, otherwise=left_alone) == []
    assert said_of("P1", "{{ measure }}", "proof", language, otherwise=stopped) == []


@pytest.mark.parametrize(
    ("language", "stopped", "left_alone"),
    [
        ("en", "That is better than service.", "That is more than on {{ since }}."),
        ("en", "You are ahead of the other team.", "You told the other customer."),
        ("en", "You are the best team.", "This is the best note."),
        ("en", "See the ranking.", "See the list."),
        ("nl", "Dat is beter dan team service.", "Dat is meer dan op {{ sinds }}."),
        ("nl", "Meer dan andere teams.", "Meer dan eerst."),
        ("nl", "Jullie zijn koploper.", "Jullie lopen langs."),
        ("nl", "Vaker dan Service.", "Betere service voor de klant."),
    ],
)
def test_p6_nobody_is_compared(language: Language, stopped: str, left_alone: str) -> None:
    audiences = {"sales": an_audience(), "service": an_audience()}
    for text, count in ((stopped, 1), (left_alone, 0)):
        posts = (a_post(kind="proof", texts=(text,)),)
        assert len(said_by("P6", a_campaign(audiences=audiences, posts=posts, language=language))) == count, text


@pytest.mark.parametrize(
    ("language", "stopped", "left_alone"),
    [
        ("en", "Only {{ measure }} have a note.", "{{ measure }} have a note."),
        ("en", "Unfortunately it is {{ measure }}.", "Not only sales has notes."),
        ("nl", "Slechts {{ meting }} heeft een verslag.", "{{ meting }} heeft een verslag."),
        ("nl", "Pas {{ meting }} heeft een verslag.", "Pas op {{ team }}."),
        ("nl", "Helaas is het {{ meting }}.", "Het is {{ meting }}."),
    ],
)
def test_p7_few_is_never_stressed(language: Language, stopped: str, left_alone: str) -> None:
    assert len(said_of("P7", stopped, "proof", language)) == 1
    assert said_of("P7", left_alone, "proof", language) == []
    assert len(said_of("P7", "{{ measure }}", "proof", language, otherwise=stopped)) == 1


@pytest.mark.parametrize(
    ("language", "stopped", "left_alone"),
    [
        ("en", "In {{ team }}, {{ measure }} have a note.", "{{ measure }} have a note. Thank you."),
        ("nl", "{{ meting }} heeft een verslag.", "{{ meting }} heeft een verslag. Dat helpt je collega."),
    ],
)
def test_p8_a_proof_says_what_it_is_good_for(language: Language, stopped: str, left_alone: str) -> None:
    assert len(said_of("P8", stopped, "proof", language)) == 1
    assert said_of("P8", left_alone, "proof", language, otherwise="Verslagen.") == []


QUOTE = 'Karim: "I found it in a minute."'


@pytest.mark.parametrize(
    ("text", "changes", "count"),
    [
        ('Somebody: "I found it in a minute."', {}, 1),
        ('Somebody: "It works very well."', {}, 1),
        ('Somebody: "It works well."', {}, 0),  # so short is no quote
        ('Somebody: "I have it in a minute"', {}, 1),
        ('Somebody: "all of it in a minute"', {}, 0),
        (QUOTE, {}, 1),  # the owner approves a tip, and the owner is Joris
        (QUOTE, {"kind": "thanks", "sender": "karim"}, 0),
        (QUOTE, {"kind": "thanks", "sender": "sandra"}, 1),
        (QUOTE, {"kind": "benefit"}, 0),  # his own team's lead approves it
        ('Joris says “it is faster than it was”.', {}, 0),
        ('Karim says ‘it is faster than it was’, and more.', {}, 1),
        ('The wish "own colours per team" is done.', {}, 0),
        ('Click "Save and close".', {}, 0),
        ("Don't say it's Karim's, that isn't so.", {}, 0),
    ],
)  # fmt: skip
def test_p10_a_quote_is_approved_by_its_person(text: str, changes: dict[str, Any], count: int) -> None:
    assert len(said_of("P10", text, **changes)) == count
