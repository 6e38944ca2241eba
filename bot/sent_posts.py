"""The post that somebody means: the one they pressed on or answered, else the newest one they can have read."""

from bot.turn import Turn
from bot.which_audience import audience_of
from campaigns.delivery import Delivery, State
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from storage.tables import DELIVERIES


async def post_meant(turn: Turn, campaign: Campaign, *, kind: str | None = None) -> Delivery | None:
    """A sent post of this campaign, of this kind if one is given; None when there is none."""
    pressed = await turn.tx.get(DELIVERIES, turn.origin.about) if turn.origin.about else None
    if pressed is not None and _fits(pressed, kind):
        return pressed
    audience = await audience_of(turn.tx, campaign, turn.origin)
    sent = [
        delivery
        for _, delivery in await turn.tx.find(DELIVERIES, campaign=campaign.id, state=State.SENT)
        if _fits(delivery, kind) and delivery.occurrence is not None and delivery.occurrence.audience == audience
    ]
    return max(sent, key=lambda delivery: (delivery.settled_at or delivery.due, delivery.key), default=None)


def is_in_file(campaign: Campaign, occurrence: Occurrence) -> bool:
    """Post, audience or sender may have left the file since it was posted; then only the campaign can be explained."""
    is_written = any(post.id == occurrence.post for post in campaign.posts)
    has_sender = occurrence.sender is None or occurrence.sender in campaign.people
    return is_written and has_sender and occurrence.audience in campaign.audiences


def _fits(delivery: Delivery, kind: str | None) -> bool:
    is_sent_post = delivery.occurrence is not None and delivery.state is State.SENT
    return is_sent_post and (kind is None or (delivery.occurrence is not None and delivery.occurrence.kind == kind))
