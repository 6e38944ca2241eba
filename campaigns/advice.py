"""What the check noticed about a post without stopping it: whoever is asked for a yes reads it on the card."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from campaigns.findings import Finding, Level
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence


def with_advice(campaigns: Sequence[Campaign], findings: Iterable[Finding]) -> list[Campaign]:
    """The same campaigns, each with the warnings about its posts."""
    found: defaultdict[str, defaultdict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for finding in findings:
        if finding.post is not None and finding.level is Level.WARN:
            found[finding.file][finding.post].append((finding.line, finding.message))
    return [
        campaign.model_copy(update={"advice": {post: tuple(said) for post, said in found[campaign.file].items()}})
        if campaign.file in found
        else campaign
        for campaign in campaigns
    ]


def advice_on(campaign: Campaign, occurrence: Occurrence) -> tuple[str, ...]:
    """What was noticed about this one; of a series not what another text of it got."""
    said = campaign.advice.get(occurrence.post, ())
    if occurrence.series is None:
        return tuple(message for _, message in said)
    texts = campaign.post(occurrence.post).texts
    begins = [campaign.line_of(f"posts.{occurrence.post}.texts.{number}") for number in range(len(texts))]
    return tuple(message for line, message in said if _number(line, begins) in (0, occurrence.series))


def _number(line: int, begins: Sequence[int]) -> int:
    """Which text of the series stands on this line, from 1; 0 for what stands before them all."""
    return sum(begin <= line for begin in begins)
