"""What would break: a promise about the seats that is not seen as one, so that it may still be changed."""

import pytest

from campaigns.automatic import automatic_occurrence
from campaigns.delivery import Delivery, State
from campaigns.seat_posts import announced_seats, names_seats
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


def a_post_that_is_out(**changes: object) -> Delivery:
    at = an_occurrence().at
    known = {"state": State.SENT, "occurrence": an_occurrence(), **changes}
    return Delivery("k", "crm", at, None, **known)  # type: ignore[arg-type]


NAMING = a_campaign(posts=(a_post(texts=("Until {{ closes }}.",)),), seats=some_seats())
SILENT = a_campaign(seats=some_seats())


def test_what_a_post_announced_when_it_went_out_counts_whatever_the_file_says_now() -> None:
    assert announced_seats(SILENT, a_post_that_is_out(names_seats=True))
    assert not announced_seats(NAMING, a_post_that_is_out(names_seats=False))


def test_of_a_post_in_an_old_store_the_file_tells_what_it_announced() -> None:
    assert announced_seats(NAMING, a_post_that_is_out())
    assert not announced_seats(SILENT, a_post_that_is_out())


@pytest.mark.parametrize("state", State)
def test_only_what_is_out_or_may_be_out_announced_anything(state: State) -> None:
    is_out = state in (State.SENT, State.SENDING, State.UNCERTAIN)
    assert announced_seats(NAMING, a_post_that_is_out(state=state, names_seats=True)) is is_out
    assert not announced_seats(NAMING, a_post_that_is_out(state=state, occurrence=None))
