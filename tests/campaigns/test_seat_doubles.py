"""What would break: one person with two places, a place that is lost on the way, or a name that was not allowed."""

import pytest

from campaigns.seat_doubles import hold_as_one
from campaigns.seats import SeatAnswer, SeatBook, SeatNews, SeatOutcome, SeatState, agree_to_be_named
from tests.campaigns.seat_steps import CLOSES, OPENS, TWO_DAYS, a_book, joins, leaves, news, settles, with_people


def as_one(book: SeatBook, first: str = "anna", later: str = "ann") -> tuple[SeatBook, SeatAnswer]:
    return hold_as_one(book, first=first, later=later, now=OPENS, answer_by=OPENS + TWO_DAYS)


def test_a_place_under_the_later_id_is_simply_the_persons() -> None:
    book = with_people(a_book(), "bob", "ann", "carl")
    after, answer = as_one(book)
    assert after.holders == ("bob", "anna", "carl")
    assert after.entries["anna"].number == book.entries["ann"].number
    assert (answer.outcome, answer.changes) == (SeatOutcome.ONE_PERSON, ())


def test_who_did_not_sign_up_twice_keeps_what_is_there() -> None:
    book = with_people(a_book(), "anna")
    assert as_one(book) == (book, SeatAnswer(SeatOutcome.NOT_SIGNED_UP, 3, 2))


@pytest.mark.parametrize("people", [("anna", "ann", "bob", "carl"), ("ann", "anna", "bob", "carl")])
def test_of_two_seats_one_is_given_back_and_offered_to_the_next(people: tuple[str, ...]) -> None:
    book = with_people(a_book(), *people)
    after, answer = as_one(book)
    assert [entry.person for entry in after.seated] == ["anna", "bob"]
    assert [entry.person for entry in after.offered] == ["carl"]
    assert news(answer) == [("anna", SeatNews.ONE_PERSON), ("carl", SeatNews.OFFERED)]
    assert after.taken == after.places == 3
    assert after.wake == OPENS + TWO_DAYS


@pytest.mark.parametrize("people", [("anna", "ann"), ("ann", "anna")])
def test_a_seat_is_better_than_a_number_whoever_has_it(people: tuple[str, str]) -> None:
    seated, waiting = people
    book = with_people(a_book(places=1), seated, "bob", waiting, "carl")
    after, _ = as_one(book)
    assert [entry.person for entry in after.seated] == ["anna"]
    assert [entry.person for entry in after.reserve] == ["bob", "carl"]


def test_of_two_numbers_the_lower_one_stays() -> None:
    book = with_people(a_book(places=1), "bob", "ann", "carl", "anna", "dina")
    after, _ = as_one(book)
    assert [after.reserve_number(person) for person in ("anna", "carl", "dina")] == [1, 2, 3]


def test_an_offer_to_somebody_who_has_a_seat_goes_on() -> None:
    book = with_people(a_book(places=2), "anna", "bob", "ann", "carl")
    book, _ = leaves(book, "bob")
    assert [entry.person for entry in book.offered] == ["ann"]
    after, _ = as_one(book)
    assert after.holders == ("anna", "carl")


def test_one_person_has_one_lot() -> None:
    book = with_people(a_book(draw=True, places=1), "ann", "bob", "anna")
    after, answer = as_one(book)
    assert set(after.entries) == {"anna", "bob"}
    assert news(answer) == [("anna", SeatNews.ONE_PERSON)]
    drawn, _ = settles(after, CLOSES)
    assert [entry.state for entry in drawn.entries.values()].count(SeatState.SEATED) == 1


@pytest.mark.parametrize(
    ("first", "later", "together"), [(True, False, False), (False, True, False), (None, True, True), (None, None, None)]
)
def test_one_no_to_being_named_is_a_no(first: bool | None, later: bool | None, together: bool | None) -> None:
    book = with_people(a_book(), "anna", "ann")
    for person, agreed in (("anna", first), ("ann", later)):
        if agreed is not None:
            book, _ = agree_to_be_named(book, person=person, agreed=agreed)
    after, _ = as_one(book)
    assert after.entries["anna"].may_be_named is together


def test_the_place_of_a_team_that_is_given_back_is_free_for_that_team() -> None:
    book = with_people(a_book(places=3, max_per_team=1), "anna", team="sales")
    book, _ = joins(book, "ann", team="service")
    book, _ = joins(book, "bob", team="service")
    after, _ = as_one(book)
    assert [entry.person for entry in after.offered] == ["bob"]
