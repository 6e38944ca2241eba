"""Only what is settled, only of this campaign."""

from campaigns.delivery import State
from storage.image import Image
from storage.settled import settled_of
from storage.tables import DELIVERIES
from tests.storage.every_store import a_delivery


def test_settled_deliveries_of_a_campaign_in_the_order_of_their_keys() -> None:
    image = Image(DELIVERIES)
    for number, state in enumerate(State):
        for campaign in ("sprint", "other"):
            key = f"{campaign}-{number}"
            image.keep(key, a_delivery(key, campaign=campaign, state=state))
    found = settled_of(image, "sprint")
    assert [record.state for _, record in found] == [State.SENT, State.FAILED, State.SKIPPED]
    assert [key for key, _ in found] == sorted(key for key, _ in found)
