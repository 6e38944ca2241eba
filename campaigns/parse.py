"""Text → Campaign, or InvalidCampaign with every finding at once, each with its line, in the language of the file."""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import Final

from campaigns.advice import with_advice
from campaigns.all_principles import check_rules
from campaigns.best_effort import is_still_a_campaign, with_known_names
from campaigns.checks import ALL_CHECKS
from campaigns.draft import Draft, draft_of
from campaigns.file_rules import Problem, finding_of
from campaigns.findings import Finding, InvalidCampaign, has_errors
from campaigns.keys import Block, guess_language
from campaigns.model import Campaign, Rules
from campaigns.occurrence import Occurrence
from campaigns.plan import plan
from campaigns.words import Language
from campaigns.yaml_subset import BrokenYaml, read_yaml

TOP_KEY: Final = re.compile(rb"^([a-z_]+)[ \t]*:", re.MULTILINE)


def read_campaign(text: str | bytes, file: str) -> Campaign:
    """Raises InvalidCampaign with every finding. Advice alone raises nothing; `read_with_advice` returns it."""
    return read_with_advice(text, file)[0]


def read_with_advice(text: str | bytes, file: str) -> tuple[Campaign, tuple[Finding, ...]]:
    """The campaign and the findings that do not make it invalid."""
    campaign, findings = _read(text, file)
    if campaign is None or has_errors(findings):
        raise InvalidCampaign(findings)
    return campaign, findings


def sound_campaign(text: bytes, file: str) -> Campaign:
    """The campaign as it may be posted. Raises InvalidCampaign when its file, its plan or a rule has an error."""
    campaigns, findings = check_campaigns([(file, text)])
    if has_errors(findings):
        raise InvalidCampaign(tuple(findings))
    return campaigns[0]


def check_campaigns(files: Sequence[tuple[str, bytes]]) -> tuple[list[Campaign], list[Finding]]:
    """Every campaign whose file is valid, and all findings: of each file, of the plan over all, and of the rules.

    One per id. A file that is not valid is checked by the rules as far as it could be read, beside no other.
    """
    campaigns: dict[str, Campaign] = {}
    findings: list[Finding] = []
    for file, content in files:
        campaign, found = _read(content, file)
        findings.extend(found)
        if campaign is not None and has_errors(found):
            findings.extend(planned_findings([campaign]))
        elif campaign is not None and campaigns.setdefault(campaign.id, campaign) is not campaign:
            findings.append(_repeated(campaign, campaigns[campaign.id].file))
    findings.extend(planned_findings(list(campaigns.values())))
    return with_advice(list(campaigns.values()), findings), sorted(findings, key=_by_place)


def planned_findings(campaigns: Sequence[Campaign]) -> Iterator[Finding]:
    """What the one common plan of these campaigns says, and what the rules say of each."""
    planned = plan(campaigns)
    yield from planned.findings
    of_each: dict[str, list[Occurrence]] = {campaign.id: [] for campaign in campaigns}
    for occurrence in planned.occurrences:
        of_each[occurrence.campaign].append(occurrence)
    for campaign in campaigns:
        yield from check_rules(campaign, of_each[campaign.id])


def _read(text: str | bytes, file: str) -> tuple[Campaign | None, tuple[Finding, ...]]:
    """With an error among the findings the campaign is a best effort, or None."""
    try:
        root = read_yaml(text)
    except BrokenYaml as broken:
        return None, _findings(broken.problems, file, _language_of(text))
    draft = draft_of(root, file)
    if not draft.top.lines:
        return None, _findings(draft.reading.problems, file, draft.language)
    for check in ALL_CHECKS:
        check(draft)
    findings = _findings(draft.reading.problems, file, draft.language)
    if not has_errors(findings):
        return _campaign(draft, text), findings
    return with_known_names(_campaign(draft, text)) if is_still_a_campaign(draft) else None, findings


def _repeated(campaign: Campaign, first: str) -> Finding:
    """The file's name is the campaign's id; a second one with that id is not planned."""
    problem = Problem(1, "repeated_campaign", {"id": campaign.id, "first": first, "file": campaign.file})
    return finding_of(problem, campaign.file, campaign.language)


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
        lines=dict(_lines(draft)),
        **{key: parts[key] for key in ("start", "weeks", "goal", "people", "audiences", "wishes", "seats")},
    )


def _lines(draft: Draft) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where everything that a rule may point at stands: its line, and that of its first words below a `|`."""
    for key, text in draft.top.texts.items():
        yield key, (text.line, text.first)
    for name, block in _blocks(draft):
        yield name, (block.line, 0)
        for key, text in block.texts.items():
            yield f"{name}.{key}", (text.line, text.first)
        for key, texts in block.lists.items():
            yield f"{name}.{key}", (block.line_of(key), 0)
            for number, text in enumerate(texts):
                yield f"{name}.{key}.{number}", (text.line, text.first)


def _blocks(draft: Draft) -> Iterator[tuple[str, Block]]:
    for name, single in (("goal", draft.goal), ("seats", draft.seats_block), ("rules", draft.rules_block)):
        if single is not None:
            yield name, single
    for group in ("people", "audiences", "wishes"):
        for key, block in getattr(draft, group).items():
            yield f"{group}.{key}", block
    for post in draft.posts:
        yield f"posts.{post.id}", post.block
