"""One post with one text, for the rules about texts: what a rule says of it, in the language of the campaign."""

from typing import Any

from campaigns.all_principles import ALL_PRINCIPLES
from campaigns.findings import Finding
from campaigns.model import Campaign
from campaigns.principles.base import Checked, Rule, findings_of
from campaigns.words import Language
from tests.builders import a_campaign, a_post

RULES: dict[str, Rule] = {rule.id: rule for principle in ALL_PRINCIPLES for rule in principle.rules}


def said_by(rule: str, campaign: Campaign) -> list[Finding]:
    """What one rule finds in the campaign, without a plan."""
    return list(findings_of(RULES[rule], Checked(campaign, ())))


def a_text(text: str, *, kind: str = "tip", language: Language = "en", **changes: Any) -> Campaign:
    """A campaign with one post of this kind and this text, from Sandra."""
    post = a_post(**{"kind": kind, "texts": (text,), "sender": "sandra", **changes})
    return a_campaign(language=language, posts=(post,))


def said_of(rule: str, text: str, kind: str = "tip", language: Language = "en", **changes: Any) -> list[str]:
    """The messages of one rule about one text; each has a fix as well."""
    findings = said_by(rule, a_text(text, kind=kind, language=language, **changes))
    assert all(finding.fix and finding.level is RULES[rule].level for finding in findings)
    return [finding.message for finding in findings]
