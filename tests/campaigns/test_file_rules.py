"""What would break: a finding without an id, an id that nobody explains, advice that stops a campaign."""

from campaigns.file_rules import ABOUT, ADVICE, RULES, Problem, finding_of
from campaigns.findings import Level


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
