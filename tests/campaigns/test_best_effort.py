"""What would break: a file with one wrong name hides its other problems until the next try, or has some made up."""

from pathlib import Path

import pytest

from campaigns.findings import Finding, Level
from campaigns.parse import check_campaigns
from tests.campaigns.bad_campaigns import changed

HERE = Path(__file__).parent
KNOWN_BAD = {"S1", "S2", "S7", "R1", "R2", "A1", "A2", "P1", "P5", "P7", "H1", "T6", "E1"}
# A promise of a real campaign, so that only what a test breaks is found.
SHIPPED = (HERE.parents[1] / "campaigns" / "library" / "one-customer-view.yaml").read_text(encoding="utf-8")


def checked(*changes: tuple[str, str]) -> list[Finding]:
    return check_campaigns([("crm.yaml", changed(*changes, base=SHIPPED).encode())])[1]


@pytest.mark.parametrize("name", ["known_bad", "known_bad_nl"])
def test_the_known_bad_campaign_yields_exactly_its_errors_in_both_languages(name: str) -> None:
    _, findings = check_campaigns([(f"{name}.yaml", (HERE / f"{name}.yaml").read_bytes())])
    assert {one.rule for one in findings if one.level is Level.ERROR} == KNOWN_BAD


def test_a_wrong_name_and_a_broken_rule_are_found_together() -> None:
    findings = checked(("from: sandra", "from: the board"), ("Click the star", "Last chance! Click the star"))
    assert {one.rule for one in findings if one.level is Level.ERROR} >= {"A1", "S7"}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (("owner: joris", "owner: jorid"), "K4"),
        (("lead: karim", "lead: karin"), "K4"),
        (("asked_by: service", "asked_by: servise"), "K4"),
        (("minimum_group: 5", "minimum_group: 3"), "E3"),
        (("{{ pain }}", "{{ pian }}"), "T9"),
    ],
)
def test_a_wrong_name_makes_nothing_else_wrong(change: tuple[str, str], rule: str) -> None:
    assert {one.rule for one in checked(change) if one.level is Level.ERROR} == {rule}


def test_after_a_moment_that_cannot_be_read_the_plan_is_unknown_and_no_rule_guesses() -> None:
    findings = checked(("when: week 2 Thursday 10:00", "when: next Thursday"), ("Click the", "Last chance! Click the"))
    assert {one.rule for one in findings} == {"M1"}


def test_an_unknown_audience_of_a_post_leaves_the_others() -> None:
    findings = checked(("for: [sales, service]", "for: [sales, servise]"))
    assert {one.rule for one in findings if one.level is Level.ERROR} == {"K4"}


def test_a_broken_file_takes_no_place_of_a_sound_one() -> None:
    broken = changed(("owner: joris", "owner: jorid"), base=SHIPPED).encode()
    campaigns, findings = check_campaigns([("a.yaml", broken), ("b.yaml", SHIPPED.encode())])
    assert [campaign.id for campaign in campaigns] == ["b"]
    assert {one.file for one in findings} == {"a.yaml"}
