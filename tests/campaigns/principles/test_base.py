"""A finding has the file, the line, the level and both sentences; texts are found with their places."""

from collections.abc import Iterator

from campaigns.findings import Level
from campaigns.principles.base import Checked, Found, Rule, findings_of
from tests.builders import a_campaign, a_post, an_occurrence

SERIES = a_post(texts=("One.", "Two."), line=20)
PROOF = a_post(kind="proof", texts=("Text.",), otherwise="Instead.")
PULSE = a_post(kind="pulse", texts=(), question="Do you know?")
BRIEFED = a_post(kind="management", texts=(), briefing="What did we hear?")


def test_what_is_posted_is_found_with_its_place_and_a_briefing_is_not() -> None:
    texts = Checked(a_campaign(posts=(SERIES, PROOF, PULSE, BRIEFED)), ()).texts
    assert [(text.place, text.text) for text in texts] == [
        ("posts.tip-1.texts.0", "One."),
        ("posts.tip-1.texts.1", "Two."),
        ("posts.proof-1.text", "Text."),
        ("posts.proof-1.otherwise", "Instead."),
        ("posts.pulse-1.question", "Do you know?"),
    ]


def test_texts_can_be_asked_for_by_kind() -> None:
    checked = Checked(a_campaign(posts=(SERIES, PROOF, PULSE)), ())
    assert [text.text for text in checked.texts_of("pulse", "proof")] == ["Text.", "Instead.", "Do you know?"]


def test_occurrences_can_be_asked_for_by_audience() -> None:
    tip, other = an_occurrence(), an_occurrence(audience="service")
    checked = Checked(a_campaign(), (tip, other, tip))
    assert (checked.of("sales"), checked.of("nobody")) == ((tip, tip), ())


def found_twice(checked: Checked) -> Iterator[Found]:
    yield Found("goal_without_date", "goal")
    yield Found("goal_without_number", "posts.tip-1.texts.1", before="One\n", post="tip-1", level=Level.WARN)


def test_a_finding_has_its_line_its_level_and_both_sentences() -> None:
    campaign = a_campaign(posts=(SERIES,), lines={"goal": (6, 0), "posts.tip-1.texts.1": (21, 22)})
    first, second = findings_of(Rule("G1", Level.ERROR, "", check=found_twice), Checked(campaign, ()))
    assert str(first) == (
        "crm.yaml:6: G1 error: The goal has no day on which it must be reached. Add 'by: …' with a date."
    )
    assert (second.line, second.level, second.post) == (23, Level.WARN, "tip-1")


def test_a_rule_that_is_seen_to_elsewhere_finds_nothing() -> None:
    assert list(findings_of(Rule("E1", Level.ERROR, "", where="campaigns/placing.py"), Checked(a_campaign(), ()))) == []
