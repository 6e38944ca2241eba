"""W1, W3 and W4: a short pain and benefit, said to the reader, and a post that names the cost."""

import pytest

from campaigns.words import Language
from tests.builders import a_campaign, a_post, an_audience
from tests.campaigns.principles.posted import said_by, said_of

TWENTY = "you see the note here now " * 3 + "and more"


@pytest.mark.parametrize("key", ["pain", "benefit"])
def test_w1_pain_and_benefit_have_twenty_words_at_most(key: str) -> None:
    for text, count in ((TWENTY, 0), (f"{TWENTY} more", 1)):
        audiences = {"sales": an_audience(**{key: text})}
        assert len(said_by("W1", a_campaign(audiences=audiences))) == count
        assert said_by("T1", a_campaign(audiences=audiences)) == []


@pytest.mark.parametrize(
    ("language", "stopped", "left_alone"),
    [
        ("en", "Everything is on one screen.", "Your notes are on one screen."),
        ("nl", "Alles staat op één scherm.", "Jouw verslagen staan op één scherm."),
        ("nl", "De jeep staat klaar.", "Je jeep staat klaar."),
    ],
)
def test_w3_a_benefit_speaks_to_the_reader(language: Language, stopped: str, left_alone: str) -> None:
    for text, count in ((stopped, 1), (left_alone, 0)):
        campaign = a_campaign(audiences={"sales": an_audience(benefit=text)}, language=language)
        assert len(said_by("W3", campaign)) == count


@pytest.mark.parametrize(
    ("language", "stopped", "left_alone"),
    [
        ("en", "Click the star.", "It takes two extra minutes."),
        ("en", "Take the star.", "What it costs: a minute."),
        ("nl", "Klik op de ster.", "Het kost de eerste weken twee minuten extra."),
    ],
)
def test_w4_a_post_names_the_cost(language: Language, stopped: str, left_alone: str) -> None:
    assert len(said_of("W4", stopped, language=language)) == 1
    assert said_of("W4", left_alone, language=language) == []


def test_w4_points_at_the_benefit_where_the_cost_belongs() -> None:
    posts = (a_post(), a_post(kind="benefit", line=20))
    assert [finding.post for finding in said_by("W4", a_campaign(posts=posts))] == ["benefit-1"]
