"""Every principle with its rules, in the order of the docs; what all of them find in one campaign and its plan."""

from collections.abc import Sequence
from typing import Final

from campaigns.findings import Finding
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.principles import (
    authority,
    calendar,
    consistency,
    expectation,
    liking,
    reciprocity,
    relevance,
    repetition,
    scarcity,
    social_proof,
    text,
)
from campaigns.principles.base import Checked, Principle, findings_of

ALL_PRINCIPLES: Final[tuple[Principle, ...]] = (
    reciprocity.PRINCIPLE,
    scarcity.PRINCIPLE,
    social_proof.PRINCIPLE,
    authority.PRINCIPLE,
    liking.PRINCIPLE,
    consistency.PRINCIPLE,
    repetition.PRINCIPLE,
    relevance.PRINCIPLE,
    expectation.PRINCIPLE,
    text.PRINCIPLE,
    calendar.PRINCIPLE,
)


def check_rules(campaign: Campaign, occurrences: Sequence[Occurrence]) -> list[Finding]:
    """What every rule finds, sorted by line. `occurrences` is the plan; those of other campaigns in it are left out."""
    mine = (occurrence for occurrence in occurrences if occurrence.campaign == campaign.id)
    checked = Checked(campaign, tuple(sorted(mine, key=lambda occurrence: occurrence.at)))
    rules = (rule for principle in ALL_PRINCIPLES for rule in principle.rules)
    findings = {finding for rule in rules for finding in findings_of(rule, checked)}
    return sorted(findings, key=lambda finding: (finding.line, finding.rule, finding.message))
