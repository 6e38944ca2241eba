"""What would break: a finding without an id, an id that nobody explains or checks, advice that stops a campaign."""

import pytest

from campaigns.file_rules import ABOUT, ADVICE, RULES, Problem, finding_of
from campaigns.findings import Level
from tests.campaigns.bad_campaigns import found

TEXT = "text: Click the star."
WHEN = "when: week 2 Tuesday 09:30"
PLANNED = ", planned: week 3 Friday"
AFTER_THE_WISH = (WHEN, "when: 1 working day after wish postcode 10:00")


def test_every_id_is_explained_and_used() -> None:
    assert set(RULES.values()) == set(ABOUT)
    assert set(RULES) >= ADVICE


def test_a_problem_becomes_a_finding_in_the_language_of_the_file() -> None:
    problem = Problem(3, "unknown_key", {"word": "wie", "keys": "wat"}, "tip-1")
    dutch, english = finding_of(problem, "a.yaml", "nl"), finding_of(problem, "a.yaml", "en")
    assert (dutch.line, dutch.rule, dutch.level, dutch.post) == (3, "K1", Level.ERROR, "tip-1")
    assert dutch.message == "'wie' is geen sleutel die hier mag staan."
    assert english.fix == "You can use: wat."


def test_what_was_probably_meant_is_the_fix() -> None:
    problem = Problem(1, "unknown_key", {"word": "ownr", "guess": "owner"})
    assert finding_of(problem, "a.yaml", "en").fix == "Did you mean 'owner'?"


def test_advice_is_a_warning() -> None:
    problem = Problem(1, "cut_by_comment", {"word": "text", "text": "a", "lost": "# b"})
    assert finding_of(problem, "a.yaml", "en").level is Level.WARN


@pytest.mark.parametrize(
    ("rule", "stopped", "left_alone"),
    [
        ("Y1", [(TEXT, "text: Click \a the star.")], [(TEXT, "text: Click \t the star.")]),
        ("Y2", [(TEXT, "text: Tip: click the star.")], [(TEXT, "text: Tip, click the star.")]),
        ("Y3", [("goal:\n", "goal: &goal\n")], [("goal:\n", "goal:  # &goal\n")]),
        ("Y4", [(TEXT, f"{TEXT}\n    {TEXT}")], [(TEXT, f"{TEXT}\n    theme: Click the star.")]),
        ("K1", [("owner: joris", "ownr: joris")], [("owner: joris", "owner: sandra")]),
        ("K2", [(TEXT, "text: ''")], [(TEXT, "text: '.'")]),
        ("K3", [("places: 3", "places: three")], [("places: 3", "places: '3'")]),
        ("K4", [("lead: sandra", "lead: sandr")], [("lead: sandra", "lead: joris")]),
        ("K5", [("kind: tip", "kind: tpi")], [("kind: tip", "kind: Tip")]),
        ("K6", [(TEXT, "texts: [Click the star.]")], [(TEXT, "text: '[Click the star.]'")]),
        ("K7", [(TEXT, f"{TEXT}\n    id: the star")], [(TEXT, f"{TEXT}\n    id: the-star")]),
        ("K8", [(TEXT, "text: Click on # to search.")], [(TEXT, "text: Click on C# to search.")]),
        ("M1", [(WHEN, "when: week 2 Tusday 09:30")], [(WHEN, "when: week 2 Thursday 09:30")]),
        ("M2", [(WHEN, "when: week 13 Tuesday 09:30")], [(WHEN, "when: week 12 Tuesday 09:30")]),
        ("M3", [("week 5 Thursday 16:00", "week 4 Monday 09:30")], [("week 5 Thursday 16:00", "week 4 Monday 09:31")]),
        ("M4", [AFTER_THE_WISH, (PLANNED, "")], [AFTER_THE_WISH]),
    ],
)
def test_a_change_of_a_file_is_stopped_and_its_near_miss_is_not(
    rule: str, stopped: list[tuple[str, str]], left_alone: list[tuple[str, str]]
) -> None:
    assert [one for _, one in found(*stopped)] == [rule]
    assert found(*left_alone) == []
