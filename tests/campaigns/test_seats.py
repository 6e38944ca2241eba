"""Seats: every press gets one true answer, and nothing that was promised is taken back."""

from datetime import datetime, timedelta

import pytest

from campaigns.seats import (
    SeatAnswer,
    SeatMembers,
    SeatNews,
    SeatOutcome,
    agree_to_be_named,
    close_early,
    extend,
    forget,
    members,
    raise_places,
)
from tests.campaigns.seat_steps import CLOSES, OPENS, TWO_DAYS, a_book, joins, leaves, news, with_people


def test_the_first_to_come_get_the_seats_and_the_rest_a_number() -> None:
    book = with_people(a_book(places=2), "anna")
    book, bob = joins(book, "bob")
    book, carl = joins(book, "carl")
    book, dina = joins(book, "dina")
    assert (bob.outcome, bob.left, bob.places, bob.number) == (SeatOutcome.SEATED, 0, 2, None)
    assert (carl.outcome, carl.number, carl.left) == (SeatOutcome.RESERVED_FULL, 1, 0)
    assert dina.number == 2
    assert [entry.person for entry in book.seated] == ["anna", "bob"]
    assert book.is_full


def test_pressing_twice_says_how_it_is_and_changes_nothing() -> None:
    book = with_people(a_book(places=1), "anna", "bob", "carl")
    for person, outcome, number in (
        ("anna", SeatOutcome.ALREADY_SEATED, None),
        ("bob", SeatOutcome.ALREADY_RESERVED, 1),
        ("carl", SeatOutcome.ALREADY_RESERVED, 2),
    ):
        after, answer = joins(book, person)
        assert after == book
        assert (answer.outcome, answer.number) == (outcome, number)
    entered = with_people(a_book(draw=True), "anna")
    assert joins(entered, "anna") == (entered, SeatAnswer(SeatOutcome.ALREADY_ENTERED, 3, 3))


def test_too_early_says_when_it_opens_and_too_late_when_it_closed() -> None:
    book = a_book()
    _, early = joins(book, "anna", now=OPENS - timedelta(seconds=1))
    _, late = joins(book, "anna", now=CLOSES)
    assert (early.outcome, early.at) == (SeatOutcome.TOO_EARLY, OPENS)
    assert (late.outcome, late.at) == (SeatOutcome.TOO_LATE, CLOSES)
    assert joins(book, "anna", now=CLOSES - timedelta(seconds=1))[1].outcome is SeatOutcome.SEATED


@pytest.mark.parametrize("now", [OPENS - timedelta(days=1), OPENS + timedelta(hours=1)])
def test_after_an_early_close_everyone_hears_when_that_was(now: datetime) -> None:
    book, closed = close_early(a_book(), now=now, answer_by=now + TWO_DAYS)
    _, late = joins(book, "anna", now=now)
    assert (closed.outcome, closed.at) == (SeatOutcome.CLOSED, now)
    assert (late.outcome, late.at) == (SeatOutcome.TOO_LATE, now)
    again, answer = close_early(book, now=now + timedelta(hours=1), answer_by=now + TWO_DAYS)
    assert (again, answer.outcome, answer.at) == (book, SeatOutcome.ALREADY_CLOSED, now)
    assert book.wake is None


def test_an_offer_is_accepted_with_join_even_after_closing() -> None:
    book = with_people(a_book(places=1), "anna", "bob")
    late = CLOSES + timedelta(days=1)
    book, _ = leaves(book, "anna", now=late)
    book, accepted = joins(book, "bob", now=late + timedelta(hours=1))
    assert accepted.outcome is SeatOutcome.ACCEPTED
    assert [(entry.person, entry.answer_by) for entry in book.seated] == [("bob", None)]
    assert book.wake is None


def test_a_refused_offer_goes_to_the_next() -> None:
    book = with_people(a_book(places=1), "anna", "bob", "carl")
    book, _ = leaves(book, "anna")
    book, answer = leaves(book, "bob")
    assert answer.outcome is SeatOutcome.REFUSED_OFFER
    assert news(answer) == [("carl", SeatNews.OFFERED)]
    assert "bob" not in book.entries


def test_people_may_leave_the_reserve_list_and_the_draw_and_nobody_leaves_what_they_are_not_in() -> None:
    book = with_people(a_book(places=1), "anna", "bob", "carl")
    book, answer = leaves(book, "bob")
    assert (answer.outcome, answer.changes) == (SeatOutcome.LEFT_RESERVE, ())
    assert book.reserve_number("carl") == 1
    assert book.reserve_number("anna") is None
    assert book.reserve_number("nobody") is None
    entered = with_people(a_book(draw=True), "anna")
    assert leaves(entered, "anna")[1].outcome is SeatOutcome.LEFT_DRAW
    assert leaves(entered, "zoe") == (entered, SeatAnswer(SeatOutcome.NOT_SIGNED_UP, 3, 3))


def test_a_full_team_goes_on_the_reserve_list_with_that_reason() -> None:
    book = with_people(a_book(max_per_team=1), "anna")
    book, bob = joins(book, "bob")
    book, els = joins(book, "els", team="service")
    assert (bob.outcome, bob.number, bob.left) == (SeatOutcome.RESERVED_TEAM_FULL, 1, 2)
    assert els.outcome is SeatOutcome.SEATED


def test_places_go_up_with_offers_and_never_down() -> None:
    """Rule S4."""
    book = with_people(a_book(places=1), "anna", "bob", "carl", "dina")
    more, answer = raise_places(book, places=3, now=OPENS, answer_by=OPENS + TWO_DAYS)
    assert (answer.outcome, answer.places, answer.left) == (SeatOutcome.RAISED, 3, 0)
    assert news(answer) == [("bob", SeatNews.OFFERED), ("carl", SeatNews.OFFERED)]
    for places in (3, 2):
        same, refused = raise_places(more, places=places, now=OPENS, answer_by=OPENS + TWO_DAYS)
        assert (same, refused.outcome) == (more, SeatOutcome.NOT_RAISED)


def test_the_closing_may_move_once_and_only_later() -> None:
    """Rule S4."""
    week = timedelta(days=7)
    book = a_book()
    assert extend(book, closes=CLOSES, now=OPENS) == (book, SeatAnswer(SeatOutcome.NOT_LATER, 3, 3, at=CLOSES))
    assert extend(book, closes=CLOSES - timedelta(hours=1), now=OPENS)[1].outcome is SeatOutcome.NOT_LATER
    later, answer = extend(book, closes=CLOSES + week, now=OPENS)
    assert (answer.outcome, answer.at, later.wake) == (SeatOutcome.EXTENDED, CLOSES + week, CLOSES + week)
    assert extend(later, closes=CLOSES + 2 * week, now=OPENS)[1].outcome is SeatOutcome.ALREADY_EXTENDED
    assert extend(book, closes=CLOSES + week, now=CLOSES)[1].outcome is SeatOutcome.ALREADY_CLOSED


def test_only_seated_people_who_agreed_are_named() -> None:
    book = with_people(a_book(places=3), "bob", "anna", "carl", "dina")
    for person, agreed in (("bob", True), ("anna", True), ("carl", False), ("dina", True)):
        book, answer = agree_to_be_named(book, person=person, agreed=agreed)
        assert answer.outcome is (SeatOutcome.NAMED if agreed else SeatOutcome.NOT_NAMED)
    assert members(book) == SeatMembers(("Anna", "Bob"), 1, ("anna", "bob"))
    assert agree_to_be_named(book, person="zoe", agreed=True)[1].outcome is SeatOutcome.NOT_SIGNED_UP


def test_a_forgotten_person_is_nowhere_and_the_seat_is_offered() -> None:
    book = with_people(a_book(places=1), "anna", "bob")
    book, answer = forget(book, person="anna", now=OPENS, answer_by=OPENS + TWO_DAYS)
    assert answer.outcome is SeatOutcome.FORGOTTEN
    assert news(answer) == [("bob", SeatNews.OFFERED)]
    assert "anna" not in repr(book).casefold()
    again = forget(book, person="anna", now=OPENS, answer_by=OPENS + TWO_DAYS)
    assert (again[0], again[1].outcome) == (book, SeatOutcome.NOT_SIGNED_UP)


def test_a_thousand_people_at_once_never_get_more_seats_than_there_are() -> None:
    book = a_book(places=3)
    answers = []
    for at in range(1000):
        book, answer = joins(book, f"person {at}")
        answers.append(answer)
    assert [answer.outcome for answer in answers].count(SeatOutcome.SEATED) == 3
    assert [answer.number for answer in answers[3:]] == list(range(1, 998))
