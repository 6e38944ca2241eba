"""Which deliveries of a campaign are settled and may leave memory."""

from campaigns.delivery import SETTLED, Delivery
from storage.image import Rows


def settled_of(deliveries: Rows, campaign: str) -> list[tuple[str, Delivery]]:
    found = [row for state in SETTLED for row in deliveries.find({"campaign": campaign, "state": state})]
    return sorted(found, key=lambda row: row[0])
