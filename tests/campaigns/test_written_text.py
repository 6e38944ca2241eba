"""What would break: a director whose own words promise, press or count what no data support; or who is corrected for
what the owner wrote."""

import pytest

from campaigns.findings import Level
from campaigns.model import Campaign
from campaigns.written_text import findings_in
from tests.builders import a_campaign, a_post, some_seats

GOOD = "We heard nine wishes. Five are fixed. Four are still open, and you can have a say in them."


def briefed(language: str = "en", **changes: object) -> Campaign:
    """Its other post breaks rules of its own."""
    briefing = a_post(id="management-1", kind="management", sender="joris", texts=(), briefing="What did we hear?")
    return a_campaign(language=language, posts=(a_post(texts=("Hurry up!!",)), briefing), **changes)


def rules_in(text: str, campaign: Campaign | None = None) -> list[tuple[str, Level]]:
    return [(found.rule, found.level) for found in findings_in(campaign or briefed(), "management-1", text)]


def test_a_plain_and_honest_text_has_nothing_to_mend_and_other_posts_are_not_its_business() -> None:
    assert rules_in(GOOD) == []


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Hurry, or you miss it.", "S7"),
        ("You hear more soon.", "T6"),
        ("Please do not reply to this post.", "A8"),
        ("One " + "more word " * 11 + "makes this sentence too long.", "T1"),
        ("There are {{ places_left }} places left.", "T9"),
    ],
)
def test_what_stops_a_post_of_the_file_stops_a_text_too(words: str, rule: str) -> None:
    assert (rule, Level.ERROR) in rules_in(f"{GOOD} {words}")


def test_errors_come_before_advice() -> None:
    levels = [level for _, level in rules_in("Hurry. You must leverage this paradigm.")]
    assert levels == sorted(levels)
    assert set(levels) == {Level.ERROR, Level.WARN}


@pytest.mark.parametrize(("language", "words"), [("en", "Only 3 places left."), ("nl", "Nog maar 3 plekken over.")])
def test_nobody_is_told_to_type_a_placeholder_that_is_not_filled_in(language: str, words: str) -> None:
    found = findings_in(briefed(language, seats=some_seats()), "management-1", words)
    assert "S2" in [finding.rule for finding in found]
    assert not any("{" in finding.fix for finding in found)


@pytest.mark.parametrize("text", ["{{ team }}", "{{team", "team }}", "{{ a }} and {{ b }}"])
def test_braces_would_stand_there_as_they_are(text: str) -> None:
    (found,) = [found for found in findings_in(briefed(), "management-1", f"{GOOD} {text}") if found.rule == "T9"]
    assert (found.level, found.post) == (Level.ERROR, "management-1")
