"""What would break: two places that share a key are sent in one line; one place with two keys is sent to at once."""

from datetime import UTC, datetime

from bot.place import Place
from campaigns.delivery import Delivery
from storage.tables import Binding

NOW = datetime(2027, 1, 12, tzinfo=UTC)


def a_delivery(**where: str) -> Delivery:
    return Delivery("key", "crm", NOW, NOW, person=where.get("person"), channel=where.get("channel"))


def test_a_channel_is_named_after_its_platform() -> None:
    place = Place.of_channel(Binding("crm", "sales", "slack", "C123"))
    assert (place.platform, place.address, place.key) == ("slack", "C123", "slack:C123")


def test_a_person_bears_the_platform_in_their_id_already() -> None:
    assert Place.of_person("room:anna") == Place("room", "room:anna")
    assert Place.of_person("room:anna").key == "room:anna"


def test_where_something_went_is_read_back_from_its_delivery() -> None:
    binding = Binding("crm", "sales", "teams", "19:abc@thread.tacv2")
    place = Place.of_channel(binding)
    assert Place.of_sent(a_delivery(channel=place.key)) == place
    assert Place.of_sent(a_delivery(person="room:anna", channel="room:anna")) == Place.of_person("room:anna")
    there = a_delivery(person="room:anna", channel="slack:U1")
    assert Place.of_sent(there) == Place.of_person("slack:U1"), "where they were reached, not where they are known"
    assert Place.of_sent(a_delivery()) is None
