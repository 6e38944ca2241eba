"""`check --explain`: every id that a finding can have is explained, with an example and the way to mend it."""

import pytest

from bot.cli.explain import all_rules
from campaigns.all_principles import ALL_PRINCIPLES
from campaigns.file_rules import ABOUT
from campaigns.texts.say import SENTENCES
from tests.bot.cli.conftest import Type

RULES = sorted(all_rules())


def test_it_says_what_a_rule_checks_why_and_how_to_mend_it(typed: Type) -> None:
    shown = typed("check", "--explain", "S2").stdout
    assert shown.startswith("S2 (error: it stops run and rehearse)\n")
    assert "Why: Scarcity cues raise intentions" in shown
    assert "Sources: Barton, Zlatevska & Oppewal 2022; " in shown
    assert 'Goes against it: "3 places left until 11 February"' in shown
    assert 'Better: "{{ places_left }} places left until {{ closes }}"' in shown


def test_a_gate_says_that_it_is_looked_at_again(typed: Type) -> None:
    assert "just before each post" in typed("check", "--explain", "P3").stdout
    assert "just before each post" not in typed("check", "--explain", "T1").stdout


def test_advice_is_told_from_an_error(typed: Type) -> None:
    assert typed("check", "--explain", "T2").stdout.startswith("T2 (warning: advice, it stops nothing)")
    assert typed("check", "--explain", "K8").stdout.startswith("K8 (warning")


def test_in_dutch_the_example_is_dutch(typed: Type) -> None:
    shown = typed("check", "--explain", "s7", "--language", "nl").stdout
    assert 'Zo niet: "Laatste kans, mis het niet!"' in shown
    assert 'Zo wel: "Aanmelden kan tot {{ sluit }}."' in shown


@pytest.mark.parametrize(("wrong", "near"), [("S11", "S1"), ("T99", "T9"), ("R", "R1"), ("ZZ", "A1"), ("", "A1")])
def test_an_unknown_id_gets_the_nearest(typed: Type, wrong: str, near: str) -> None:
    result = typed("check", "--explain", wrong)
    assert result.exit_code == 2
    assert near in result.stderr


@pytest.mark.parametrize("rule_id", RULES)
def test_every_rule_is_explained_in_both_languages(typed: Type, rule_id: str) -> None:
    for language in ("en", "nl"):
        assert f"example.{rule_id}.right" in SENTENCES[language]
        assert typed("check", "--explain", rule_id, "--language", language).exit_code == 0


def test_every_id_of_a_finding_is_among_them() -> None:
    of_principles = {rule.id for principle in ALL_PRINCIPLES for rule in principle.rules}
    assert {*ABOUT, *of_principles} <= set(RULES)
    explained = {key.split(".")[1] for key in SENTENCES["en"] if key.startswith("example.")}
    assert explained == set(RULES)
