"""Text → Campaign, or InvalidCampaign with every finding at once, each with its line, in the language of the file."""

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import Final

from campaigns.checks import ALL_CHECKS
from campaigns.draft import Draft, draft_of
from campaigns.file_rules import Problem, finding_of
from campaigns.findings import Finding, InvalidCampaign, Level
from campaigns.keys import guess_language
from campaigns.model import Campaign, Rules
from campaigns.plan import plan
from campaigns.words import Language
from campaigns.yaml_subset import BrokenYaml, read_yaml

TOP_KEY: Final = re.compile(rb"^([a-z_]+)[ \t]*:", re.MULTILINE)


def read_campaign(text: str | bytes, file: str) -> Campaign:
    """Raises InvalidCampaign with every finding. Advice alone raises nothing; `read_with_advice` returns it."""
    return read_with_advice(text, file)[0]


def read_with_advice(text: str | bytes, file: str) -> tuple[Campaign, tuple[Finding, ...]]:
    """The campaign and the findings that do not make it invalid."""
    try:
        root = read_yaml(text)
    except BrokenYaml as broken:
        raise InvalidCampaign(_findings(broken.problems, file, _language_of(text))) from None
    draft = draft_of(root, file)
    if draft.top.lines:
        for check in ALL_CHECKS:
            check(draft)
    findings = _findings(draft.reading.problems, file, draft.language)
    if any(finding.level is Level.ERROR for finding in findings):
        raise InvalidCampaign(findings)
    return _campaign(draft, text), findings


def check_campaigns(files: Sequence[tuple[str, bytes]]) -> tuple[list[Campaign], list[Finding]]:
    """Every campaign that is valid, and all findings: of each file, and of the plan over all of them."""
    campaigns: list[Campaign] = []
    findings: list[Finding] = []
    for file, content in files:
        try:
            campaign, advice = read_with_advice(content, file)
        except InvalidCampaign as invalid:
            findings.extend(invalid.findings)
            continue
        campaigns.append(campaign)
        findings.extend(advice)
    findings.extend(plan(campaigns).findings)
    return campaigns, sorted(findings, key=_by_place)


def _by_place(finding: Finding) -> tuple[str, int, str, str]:
    return finding.file, finding.line, finding.rule, finding.message


def _findings(problems: Iterable[Problem], file: str, language: Language) -> tuple[Finding, ...]:
    found = {finding_of(problem, file, language) for problem in problems}
    return tuple(sorted(found, key=_by_place))


def _language_of(text: str | bytes) -> Language:
    """The language of a file that could not be read, from the keys that begin its lines."""
    content = text.encode("utf-8", "replace") if isinstance(text, str) else text
    return guess_language(word.decode() for word in TOP_KEY.findall(content[:65536].replace(b"\0", b"")))


def _campaign(draft: Draft, text: str | bytes) -> Campaign:
    parts = draft.parts
    owner = draft.top.text_of("owner") or next(iter(draft.people))
    return Campaign(
        id=PurePath(draft.file).stem,
        file=draft.file,
        campaign=str(draft.top.text_of("campaign")),
        language=draft.language,
        owner=owner,
        posts=tuple(post.post for post in draft.posts if post.post),
        rules=parts["rules"] or Rules(),
        source_hash=sha256(text.encode() if isinstance(text, str) else text).hexdigest(),
        **{key: parts[key] for key in ("start", "weeks", "goal", "people", "audiences", "wishes", "seats")},
    )
