"""What would break: a promise about the seats that is not seen as one, so that it may still be changed."""

import pytest

from campaigns.automatic import automatic_occurrence
from campaigns.seat_posts import names_seats
from tests.builders import a_campaign, a_post, an_occurrence, some_seats


@pytest.mark.parametrize(
    ("text", "promises"),
    [("Until {{ closes }}.", True), ("{{ places_total }} places.", True), ("For {{ team }}.", False), ("Hi.", False)],
)
def test_a_number_or_a_day_of_the_seats_is_a_promise(text: str, promises: bool) -> None:
    campaign = a_campaign(posts=(a_post(texts=(text,)),), seats=some_seats())
    assert names_seats(campaign, an_occurrence()) is promises


def test_a_call_is_one_whatever_it_says_and_what_has_left_the_file_is_none() -> None:
    campaign = a_campaign(seats=some_seats())
    assert names_seats(campaign, an_occurrence(kind="call", post="gone"))
    assert not names_seats(campaign, an_occurrence(post="gone"))
    at = an_occurrence().at
    assert not names_seats(
        campaign, automatic_occurrence(campaign, kind="extension", name="1", audience="sales", now=at)
    )
