"""All rules together: each id once, findings in order and in the language of their file, shipped campaigns clean."""

import re
from collections import Counter
from pathlib import Path

import pytest

from campaigns.all_principles import ALL_PRINCIPLES, check_rules
from campaigns.kinds import KINDS
from campaigns.parse import read_campaign
from campaigns.plan import plan
from campaigns.words import Language
from tests.builders import a_campaign, a_post, an_occurrence

LIBRARY = sorted((Path(__file__).parents[2] / "campaigns/library").glob("*.yaml"))
RULES = [rule for principle in ALL_PRINCIPLES for rule in principle.rules]


def test_every_rule_stands_once_and_is_checked_somewhere() -> None:
    assert {rule: count for rule, count in Counter(rule.id for rule in RULES).items() if count > 1} == {}
    assert [rule.id for rule in RULES if rule.check is None and not rule.where] == []


def test_what_is_checked_elsewhere_names_a_file_that_is_there() -> None:
    root = Path(__file__).parents[2]
    places = {place for rule in RULES if rule.where for place in rule.where.split(", ")}
    assert {place for place in places if not (root / place).exists()} == set()


def test_every_principle_that_a_kind_appeals_to_has_its_file() -> None:
    names = {principle.name.replace(" ", "_") for principle in ALL_PRINCIPLES}
    used = {name for kind in KINDS.values() for name in kind.principles}
    assert used - names == {"voice"}  # asking for a say is consistency and expectation
    assert all(principle.evidence and principle.sources for principle in ALL_PRINCIPLES)


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.name)
def test_the_shipped_campaigns_pass_every_rule(path: Path) -> None:
    campaign = read_campaign(path.read_bytes(), path.name)
    assert check_rules(campaign, plan([campaign]).occurrences) == []


@pytest.mark.parametrize(("language", "word"), [("en", "Name a day"), ("nl", "Noem een dag")])
def test_findings_are_in_the_language_of_the_file_and_sorted(language: Language, word: str) -> None:
    posts = (
        a_post(texts=("soon, binnenkort. Now or never, nu of nooit!",), line=20),
        a_post(id="other", texts=("asap, straks",), line=10),
    )
    findings = check_rules(a_campaign(posts=posts, language=language), ())
    assert [finding.line for finding in findings] == sorted(finding.line for finding in findings)
    assert any(finding.rule == "T6" and finding.line == 10 and word in finding.fix for finding in findings)
    assert all(not re.search(r"\{\w*\}", f"{finding.message} {finding.fix}") for finding in findings)


def test_occurrences_of_another_campaign_are_left_out() -> None:
    other = an_occurrence(campaign="other", kind="management")
    assert check_rules(a_campaign(), (other,)) == check_rules(a_campaign(), ())
