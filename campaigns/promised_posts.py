"""Which days a sent post promises: those that its own text names, and not what the bot keeps by itself."""

from datetime import date, datetime
from typing import Final

from campaigns.delivery import Delivery
from campaigns.model import Campaign
from campaigns.plan import seat_moments
from campaigns.promised_days import Dated, promised_days
from campaigns.promises import Promised

# Texts in which somebody says what will be done or decided. A tip or a call names no day that a person must keep.
PROMISING: Final = frozenset({"management", "closing", "outcome", "milestone"})


def promise_of(campaign: Campaign, delivery: Delivery, *, now: datetime) -> tuple[Promised, tuple[Dated, ...]] | None:
    """None when this is no text of that sort, or names no day that is still to come."""
    occurrence = delivery.occurrence
    if occurrence is None or occurrence.kind not in PROMISING or delivery.message is None:
        return None
    dated = promised_days(
        _own_words(delivery), today=campaign.local(now).date(), not_these=days_kept_by_the_bot(campaign)
    )
    said = Promised(occurrence.sender or campaign.owner, delivery.key, (occurrence.audience,))
    return (said, dated) if dated else None


def days_kept_by_the_bot(campaign: Campaign) -> frozenset[date]:
    """Sign-up opens and closes by itself; the goal's date is reported on anyway."""
    days = {campaign.goal.by} if campaign.goal.by is not None else set()
    moments = seat_moments(campaign) if campaign.seats is not None else ()
    return frozenset(days | {campaign.local(moment).date() for moment in moments})


def _own_words(delivery: Delivery) -> str:
    """What its author wrote, or the sender for a briefing; a paragraph with a colleague's words is not written down."""
    if delivery.approval is not None and delivery.approval.written:
        return delivery.approval.written
    parts = delivery.message.parts if delivery.message is not None else ()
    return "\n\n".join(part.text for part in parts if part.authored)
