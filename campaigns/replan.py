"""What an edited campaign changes in the outbox: pure, so that a preview and the bot can't differ.

What was sent, is being sent or is uncertain is never touched; what was approved and changed is asked again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from campaigns.approval_text import text_to_approve
from campaigns.delivery import Delivery, SkipReason, State, skipped
from campaigns.kinds import KINDS, Approver
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence

# States in which a post is out, or may be out: its moment and its text are history.
OUT = frozenset({State.SENT, State.SENDING, State.UNCERTAIN})
# Skips that an edit may undo while the moment is still ahead.
_UNDONE_BY_AN_EDIT = frozenset({SkipReason.WITHDRAWN, SkipReason.REJECTED})


def needs_approval(occurrence: Occurrence) -> bool:
    """A wish needs none: its owner says yes by recording that it is done."""
    return KINDS[occurrence.kind].approver is not Approver.DELIVERY


def first_wake(occurrence: Occurrence) -> datetime:
    """When a post first needs attention: to be asked for, or at once to be posted."""
    return min(occurrence.ask_at, occurrence.at) if needs_approval(occurrence) else occurrence.at


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
        if key not in wanted and delivery.state in (State.WAITING, State.HELD)
    ]
    return [*new, *(delivery for delivery in edited if delivery != kept[delivery.key]), *withdrawn]


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
    changed = delivery.approval is not None and delivery.approval.hash != text_to_approve(campaign, occurrence)[1]
    moved = occurrence.at != delivery.due  # the same time of day, in another time zone
    if delivery.state in (State.WAITING, State.HELD):
        return _asked_anew(delivery, occurrence) if changed or moved else replace(delivery, occurrence=occurrence)
    may_return = delivery.reason in _UNDONE_BY_AN_EDIT and (changed or delivery.reason == SkipReason.WITHDRAWN)
    if may_return and now < occurrence.at:
        return _asked_anew(delivery, occurrence)
    return delivery


def _asked_anew(delivery: Delivery, occurrence: Occurrence) -> Delivery:
    return replace(
        delivery,
        occurrence=occurrence,
        due=occurrence.at,
        state=State.WAITING,
        approval=None,
        reason=None,
        detail="",
        settled_at=None,
        owner_told=(),
        wake=first_wake(occurrence),
    )
