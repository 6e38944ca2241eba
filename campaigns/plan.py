"""Campaigns to occurrences with stable keys: the same campaigns and the same history always give the same plan."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from campaigns.already_sent import SentBefore, without_sent
from campaigns.calendar import WorkCalendar
from campaigns.findings import Finding
from campaigns.happened import NOTHING, Happened
from campaigns.kinds import KINDS, Approver
from campaigns.ledger import balances
from campaigns.model import Campaign, Post
from campaigns.occurrence import Occurrence
from campaigns.placing import Placed, Refused, Taken, place
from campaigns.plan_findings import early_findings, odd_hour_findings, placing_findings, sent_findings, series_findings
from campaigns.series import remembered
from campaigns.wanted import Firmness, Order, Wanted, opening_and_closing, wanted_by

__all__ = ["Happened", "Plan", "approver_of", "plan", "seat_moments"]

WORKING_DAYS_OF_NEWS: Final = 5
NO_HISTORY: Final[Mapping[str, Happened]] = MappingProxyType({})


@dataclass(frozen=True)
class Plan:
    """Occurrences by time, then as the files have them; what was sent is among them, as it was."""

    occurrences: tuple[Occurrence, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class _Draft:
    """One campaign with what it still wants to post."""

    campaign: Campaign
    calendar: WorkCalendar
    sent: tuple[Occurrence, ...]
    wanted: list[Wanted]
    unsent: list[Wanted]
    sent_before: list[SentBefore]


def plan(campaigns: Sequence[Campaign], happened: Mapping[str, Happened] = NO_HISTORY) -> Plan:
    """Campaigns that start earlier get their places first, so that a new one seldom moves a running one's posts."""
    ordered = sorted(campaigns, key=lambda campaign: (campaign.start, campaign.id))
    drafts = [_draft(turn, campaign, happened.get(campaign.id, NOTHING)) for turn, campaign in enumerate(ordered)]
    outcomes = _place_all(drafts)
    findings = [
        *placing_findings(outcomes),
        *early_findings(outcomes),
        *(finding for draft in drafts for finding in _findings(draft)),
    ]
    findings.sort(key=lambda finding: (finding.file, finding.line, finding.rule, finding.message))
    return Plan(tuple(_occurrences(_in_time_order(drafts, outcomes))), tuple(findings))


def seat_moments(campaign: Campaign) -> tuple[datetime, datetime]:
    """When sign-up opens and closes, in UTC. Raises LookupError for a campaign without seats."""
    calendar = WorkCalendar.of(campaign)
    opens, closes = opening_and_closing(campaign, calendar)
    return calendar.to_utc(opens), calendar.to_utc(closes)


def _draft(turn: int, campaign: Campaign, happened: Happened) -> _Draft:
    calendar = WorkCalendar.of(campaign)
    wanted = list(wanted_by(campaign, calendar, happened, campaign_turn=turn))
    unsent, sent_before = without_sent(wanted, happened.sent, calendar)
    return _Draft(campaign, calendar, happened.sent, wanted, unsent, sent_before)


def _place_all(drafts: Sequence[_Draft]) -> list[Placed | Refused]:
    """Sent posts have their places; then come fixed ones, movable ones, news of wishes, and what is expected."""
    taken = Taken(draft.campaign for draft in drafts)
    for draft in drafts:
        taken.add_sent(draft.campaign, draft.sent)
    unsent = [one for draft in drafts for one in draft.unsent]
    # Stable sorts by single values, the last one first: half the time of one sort by a tuple.
    unsent.sort(key=lambda one: one.turn.wall)
    unsent.sort(key=lambda one: one.turn.firmness * len(drafts) + one.order[0])
    return [place(one, taken) for one in unsent]


def _findings(draft: _Draft) -> Iterator[Finding]:
    yield from series_findings(draft.campaign, draft.calendar)
    yield from sent_findings(draft.sent_before)
    yield from odd_hour_findings(draft.unsent)


def _in_time_order(drafts: Sequence[_Draft], outcomes: Iterable[Placed | Refused]) -> list[Occurrence | Placed]:
    """At one instant campaigns come in their turn, posts as their file has them, and audiences as the post has them."""
    order_of_sent: dict[str, Order] = {}
    for turn, draft in enumerate(drafts):
        if draft.sent:
            orders = {(one.post.id, one.audience): one.order for one in draft.wanted}
            after_all = (turn, len(draft.campaign.posts), 0)
            order_of_sent |= {one.key: orders.get((one.post, one.audience), after_all) for one in draft.sent}

    sent = [one for draft in drafts for one in draft.sent]
    ordered: list[Occurrence | Placed] = [*sent, *(one for one in outcomes if isinstance(one, Placed))]
    ordered.sort(key=lambda one: order_of_sent[one.key] if isinstance(one, Occurrence) else one.wanted.order)
    ordered.sort(key=lambda one: one.at)
    return ordered


def _occurrences(ordered: Sequence[Occurrence | Placed]) -> Iterator[Occurrence]:
    """Each with its balance. What was sent counts, and keeps the balance that it had."""
    deadlines: dict[tuple[str, date], tuple[datetime, datetime]] = {}
    for one, balance in zip(ordered, balances(_ledger_entry(one) for one in ordered), strict=True):
        if isinstance(one, Occurrence):
            yield one
            continue
        day = (one.wanted.campaign.id, one.wall.date())
        if day not in deadlines:
            deadlines[day] = _ask_and_remind(one.wanted.campaign, one.wanted.calendar, one.wall.date())
        ask_at, remind_at = deadlines[day]
        yield _occurrence(one, balance=balance, ask_at=ask_at, remind_at=remind_at)


def _ledger_entry(one: Occurrence | Placed) -> tuple[tuple[str, str], int]:
    if isinstance(one, Occurrence):
        return (one.campaign, one.audience), one.weight
    return (one.wanted.campaign.id, one.wanted.audience), KINDS[one.wanted.post.kind].weight


def _ask_and_remind(campaign: Campaign, calendar: WorkCalendar, day: date) -> tuple[datetime, datetime]:
    """Approvers hear of a post when a working day begins."""
    ahead = campaign.rules.approval_ahead, campaign.rules.remind_ahead
    ask_at, remind_at = (calendar.opening(calendar.shift(day, -days)) for days in ahead)
    return ask_at, remind_at


def _occurrence(placed: Placed, *, balance: int, ask_at: datetime, remind_at: datetime) -> Occurrence:
    wanted, turn = placed.wanted, placed.wanted.turn
    campaign, post, kind = wanted.campaign, wanted.post, KINDS[wanted.post.kind]
    is_moved = placed.wall != turn.wall and turn.firmness is not Firmness.DONE
    return Occurrence(
        campaign=campaign.id,
        post=post.id,
        kind=post.kind,
        audience=wanted.audience,
        wall=placed.wall,
        at=placed.at,
        week=wanted.calendar.week_of(placed.wall.date()),
        ask_at=ask_at,
        remind_at=remind_at,
        late_after=_late_after(placed),
        principles=kind.principles,
        weight=kind.weight,
        approver=approver_of(campaign, post, wanted.audience),
        balance=balance,
        sender=post.sender,
        series=turn.series,
        wish=turn.wish,
        expected=turn.expected,
        moved_from=turn.wall if is_moved else None,
        remembered=remembered(post.texts[turn.series - 1]) if turn.series and post.texts else "",
    )


def _late_after(placed: Placed) -> datetime:
    """News of a wish has no moment of its own, so it is not late before nobody calls it news any more."""
    campaign, calendar = placed.wanted.campaign, placed.wanted.calendar
    if placed.wanted.turn.firmness is not Firmness.DONE:
        return placed.at + campaign.rules.late_after
    last = calendar.shift(placed.wall.date(), WORKING_DAYS_OF_NEWS)
    return calendar.to_utc(datetime.combine(last, placed.wall.time()))


def approver_of(campaign: Campaign, post: Post, audience: str) -> str:
    """The person, an id in people, whose yes this post needs for this audience."""
    approver = KINDS[post.kind].approver
    if approver is Approver.LEAD:
        return campaign.audiences[audience].lead
    if approver is Approver.SENDER and post.sender is not None:
        return post.sender
    return campaign.owner
