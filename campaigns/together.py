"""Which campaigns can be posted beside each other: those in one channel share its caps. Rule: who is there stays."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from campaigns.findings import Finding, Level
from campaigns.model import Campaign
from campaigns.parse import planned_findings
from campaigns.wanted import channel_name

Campaigns = Mapping[str, Campaign]
Refused = dict[str, list[Finding]]


def fit_beside(there: Campaigns, new: Sequence[Campaign]) -> tuple[dict[str, Campaign], Refused]:
    """All that can be there together, and the errors that each refused one would get or give, its own first.

    Every campaign is sound in itself. A new one takes the place of the one there with its id. Of new ones that clash
    the first stays.
    """
    together, refused = dict(there), Refused()
    for ids in _in_each_others_way([*there.values(), *new]):
        wanted = [campaign for campaign in new if campaign.id in ids]
        if wanted:
            beside = {key: there[key] for key in there if key in ids}
            together |= _fit(beside, wanted, known=set(_errors(beside)), refused=refused)
    return together, refused


def _fit(there: Campaigns, new: Sequence[Campaign], *, known: set[Finding], refused: Refused) -> Campaigns:
    """All at once, else the first half and then the other: a few that clash among many are found in a few plans."""
    together = {**there, **{campaign.id: campaign for campaign in new}}
    if all(error in known for error in _errors(together)):
        return together
    if len(new) == 1:
        errors = set(_errors(together)) - known
        refused[new[0].id] = sorted(errors, key=lambda error: (error.file != new[0].file, error))
        return there
    half = len(new) // 2
    first = _fit(there, new[:half], known=known, refused=refused)
    return _fit(first, new[half:], known=known, refused=refused)


def _errors(campaigns: Campaigns) -> Iterator[Finding]:
    """One alone has none. Those of the plan come before the rules are looked at, so that a clash is soon known."""
    if len(campaigns) > 1:
        yield from (found for found in planned_findings(list(campaigns.values())) if found.level is Level.ERROR)


def _in_each_others_way(campaigns: Iterable[Campaign]) -> Iterator[set[str]]:
    """The ids of campaigns that share a channel, also by way of others; versions of one campaign are together."""
    groups: list[tuple[set[str], set[str]]] = []
    for campaign in campaigns:
        ids, channels = {campaign.id}, {channel_name(campaign, audience) for audience in campaign.audiences}
        apart = []
        for group in groups:
            if group[0].isdisjoint(ids) and group[1].isdisjoint(channels):
                apart.append(group)
            else:
                ids, channels = ids | group[0], channels | group[1]
        groups = [*apart, (ids, channels)]
    return (ids for ids, _ in groups)
