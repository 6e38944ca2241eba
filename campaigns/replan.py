"""What an edited campaign changes in the outbox: pure, so that a preview and the bot can't differ.

What was sent, is being sent or is uncertain is never touched; what was approved and changed is asked again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from campaigns.approval import VALID_WORKING_DAYS, Approval
from campaigns.approval_text import text_to_approve
from campaigns.automatic import is_automatic
from campaigns.calendar import WorkCalendar
from campaigns.delivery import OPEN, OUT, Delivery, SkipReason, State, skipped
from campaigns.kinds import KINDS, Approver
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence

# Skips that an edit may undo while the moment is still ahead.
_UNDONE_BY_AN_EDIT = frozenset({SkipReason.WITHDRAWN, SkipReason.REJECTED})


def needs_approval(occurrence: Occurrence) -> bool:
    """A wish needs none: its owner says yes by recording that it is done. Nor does what the bot owes."""
    return not is_automatic(occurrence) and KINDS[occurrence.kind].approver is not Approver.DELIVERY


def has_expired(campaign: Campaign, approval: Approval | None, moment: datetime) -> bool:
    """A yes holds for so many working days, to the end of the last."""
    if approval is None or approval.decided_at is None:
        return False
    calendar = WorkCalendar.of(campaign)
    last = calendar.shift(calendar.to_wall(approval.decided_at).date(), VALID_WORKING_DAYS)
    return calendar.to_wall(moment).date() > last


def first_wake(occurrence: Occurrence) -> datetime:
    """When a post first needs attention: to be asked for, or at once to be posted."""
    return min(occurrence.ask_at, occurrence.at) if needs_approval(occurrence) else occurrence.at


def sent_occurrences(kept: Iterable[Delivery]) -> tuple[Occurrence, ...]:
    """What is out or may be out, in order of time: history for the next plan."""
    out = [delivery.occurrence for delivery in kept if delivery.state in OUT and delivery.occurrence is not None]
    return tuple(sorted(out, key=lambda occurrence: (occurrence.at, occurrence.key)))


def news_from(done: Mapping[str, datetime], kept: Iterable[Delivery], *, now: datetime) -> dict[str, datetime]:
    """From when the post about each done wish may be planned: when it was done, but never in a past that has room again
    after an edit. One whose moment has come keeps it."""
    ahead: dict[str, datetime] = {}
    for delivery in kept:
        wish = delivery.occurrence.wish if delivery.occurrence is not None else None
        if wish is not None and wish in done and delivery.state in OPEN:
            ahead[wish] = min(delivery.due, now, ahead.get(wish, now))
    return {wish: max(moment, ahead.get(wish, moment)) for wish, moment in done.items()}


def replanned(
    campaign: Campaign, planned: Iterable[Occurrence], kept: Mapping[str, Delivery], *, now: datetime
) -> list[Delivery]:
    """The deliveries to save so that the outbox equals the plan; `kept` holds this campaign's posts by key."""
    wanted = {occurrence.key: occurrence for occurrence in planned}
    new = [_new(occurrence, now) for key, occurrence in wanted.items() if key not in kept]
    edited = [_edited(campaign, kept[key], occurrence, now) for key, occurrence in wanted.items() if key in kept]
    withdrawn = [
        skipped(delivery, now=now, reason=SkipReason.WITHDRAWN)
        for key, delivery in kept.items()
        if key not in wanted and delivery.state in OPEN and not _is_owed(delivery)
    ]
    return [*new, *(delivery for delivery in edited if delivery != kept[delivery.key]), *withdrawn]


def _is_owed(delivery: Delivery) -> bool:
    """No edit of the file takes back what the readers must hear."""
    return delivery.occurrence is not None and is_automatic(delivery.occurrence)


def _new(occurrence: Occurrence, now: datetime) -> Delivery:
    delivery = Delivery(
        key=occurrence.key,
        campaign=occurrence.campaign,
        due=occurrence.at,
        wake=first_wake(occurrence),
        occurrence=occurrence,
    )
    # A wish is planned when it is done, so its moment is now; any other moment in the past was missed before we knew.
    missed = occurrence.late_after if occurrence.wish else occurrence.at
    return skipped(delivery, now=now, reason=SkipReason.BEFORE_START) if missed < now else delivery


def _edited(campaign: Campaign, delivery: Delivery, occurrence: Occurrence, now: datetime) -> Delivery:
    if delivery.state in OUT:
        return delivery
    changed = delivery.approval is not None and _asks_otherwise(campaign, delivery.approval, occurrence)
    moved = occurrence.at != delivery.due  # the same time of day, in another time zone
    if delivery.state in OPEN:
        again = changed or moved or has_expired(campaign, delivery.approval, occurrence.at)
        return _asked_anew(delivery, occurrence) if again else replace(delivery, occurrence=occurrence)
    may_return = delivery.reason in _UNDONE_BY_AN_EDIT and (changed or delivery.reason == SkipReason.WITHDRAWN)
    if may_return and now < occurrence.at:
        return _asked_anew(delivery, occurrence)
    return delivery


def _asks_otherwise(campaign: Campaign, approval: Approval, occurrence: Occurrence) -> bool:
    """Another text, or the same of another person: a corrected address is somebody else."""
    approver = campaign.people.get(occurrence.approver)
    is_somebody_else = approver is not None and approval.chat not in ("", approver.chat.casefold())
    return is_somebody_else or approval.hash != text_to_approve(campaign, occurrence)[1]


def _asked_anew(delivery: Delivery, occurrence: Occurrence) -> Delivery:
    return replace(
        delivery,
        occurrence=occurrence,
        due=occurrence.at,
        state=State.WAITING,
        approval=None,
        reason=None,
        detail="",
        rule="",
        settled_at=None,
        owner_told=(),
        wake=first_wake(occurrence),
    )
