"""Which posts made the readers a promise about the seats: from then on places and days are frozen (S4)."""

from campaigns.automatic import is_automatic
from campaigns.compose import ASK_TO_JOIN
from campaigns.delivery import OUT, Delivery
from campaigns.facts import SEAT_NAMES
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.placeholders import english_name
from campaigns.post_text import names_in, raw_parts


def announced_seats(campaign: Campaign, delivery: Delivery) -> bool:
    """People have read it, or may have. What it said then counts; only an old store has to ask the file of today."""
    if delivery.occurrence is None or delivery.state not in OUT:
        return False
    return names_seats(campaign, delivery.occurrence) if delivery.names_seats is None else delivery.names_seats


def names_seats(campaign: Campaign, occurrence: Occurrence) -> bool:
    """A call or a status, or a text with a number or a day of the seats. What left the file since can't be read."""
    if occurrence.kind in ASK_TO_JOIN:
        return True
    if is_automatic(occurrence) or all(post.id != occurrence.post for post in campaign.posts):
        return False
    return any(english_name(name) in SEAT_NAMES for name in names_in(raw_parts(campaign, occurrence)))
