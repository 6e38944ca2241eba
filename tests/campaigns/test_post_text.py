"""The parts of a post: the author's markdown counts, the words of other people never do."""

from datetime import UTC, datetime

import pytest

from campaigns.facts import Fact
from campaigns.kinds import KINDS
from campaigns.message import Part
from campaigns.post_text import button_verb, button_words, names_in, otherwise_parts, raw_parts, with_facts
from tests.builders import a_campaign, a_post, an_occurrence

NOW = datetime(2027, 1, 12, tzinfo=UTC)


def a_fact(value: str, *, of_people: bool = False) -> Fact:
    return Fact(value, "", NOW, of_people=of_people)


def test_a_paragraph_with_words_of_others_is_plain_and_the_rest_is_the_authors() -> None:
    part = Part("One **bold**.\n\nTwo.\n\nAsked: {{ wish }}.\n\nBy {{ wens_van }}.", authored=True)
    facts = {"wish": a_fact("*x* {{ wish_by }}", of_people=True), "wish_by": a_fact("Sales")}
    assert with_facts((part,), facts) == (
        Part("One **bold**.\n\nTwo.", authored=True),
        Part("Asked: *x* {{ wish_by }}.", authored=False),
        Part("By Sales.", authored=True),
    )


def test_a_part_that_names_people_says_whom_and_how_it_reads_without_them() -> None:
    """Or a name could not be taken out of it again without guessing what is one."""
    who = Fact("Will and Jan", "", NOW, of_people=True, people=("room:will", "room:jan"), unnamed="2 colleagues")
    part = Part("Will it work?\n\nWith {{ members }}.\n\nAsked: {{ wish }}.\n\nBye.", authored=True)
    assert with_facts((part,), {"members": who, "wish": a_fact("In January", of_people=True)}) == (
        Part("Will it work?", authored=True),
        Part(
            "With Will and Jan.\n\nAsked: In January.",
            people=("room:will", "room:jan"),
            unnamed="With 2 colleagues.\n\nAsked: In January.",
        ),
        Part("Bye.", authored=True),
    )


def test_the_words_of_a_person_are_not_filled() -> None:
    part = Part("{{ wish }}")
    assert with_facts((part,), {"wish": a_fact("x")}) == (part,)
    assert names_in((part,)) == ()


def test_a_briefing_has_no_text_of_its_own() -> None:
    campaign = a_campaign(posts=(a_post(texts=(), briefing="What did we hear?"),))
    assert raw_parts(campaign, an_occurrence()) == ()


def test_a_series_that_outgrows_its_texts_keeps_to_the_last() -> None:
    campaign = a_campaign(posts=(a_post(texts=("One.", "Two.")),))
    assert raw_parts(campaign, an_occurrence(series=3)) == (Part("Two.", authored=True),)


def test_the_other_text_of_a_proof_is_there_only_when_it_was_written() -> None:
    assert otherwise_parts(a_post(otherwise="Thank you.")) == (Part("Thank you.", authored=True),)
    assert otherwise_parts(a_post()) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_post_has_the_button_of_its_kind_before_any_other(kind: str) -> None:
    parts = (Part("See {{ button:wishes }} or {{ button:wish }}.", authored=True),)
    assert button_verb(kind, parts) == (KINDS[kind].button or "wishes")
    assert button_verb(kind, ()) == KINDS[kind].button


def test_a_button_that_is_not_on_the_card_is_spoken_of_as_a_word() -> None:
    assert button_words("nl", "join") == {
        "button:join": "de knop Meedoen (of typ: meedoen)",
        "button:wish": "het woord wens en dan je idee",
        "button:wishes": "het woord wensen",
    }
