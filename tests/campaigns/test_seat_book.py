"""What is read from a seat book is true however the store gave it back."""

from dataclasses import replace

from campaigns.seats import SeatNews
from tests.campaigns.seat_steps import a_book, leaves, news, with_people


def test_what_is_stored_does_not_depend_on_the_order_of_its_keys() -> None:
    book = with_people(a_book(places=1), "zoe", "bob", "anna")
    shuffled = replace(book, entries=dict(sorted(book.entries.items())))
    assert [entry.person for entry in shuffled.reserve] == ["bob", "anna"]
    assert news(leaves(shuffled, "zoe")[1]) == [("bob", SeatNews.OFFERED)]


def test_fewer_places_than_holders_never_shows_a_negative_number() -> None:
    book = replace(with_people(a_book(places=3), "anna", "bob"), places=1)
    assert (book.left, book.is_full) == (0, True)


def test_a_team_without_a_limit_may_take_every_seat() -> None:
    book = with_people(a_book(places=2), "anna")
    assert book.has_room_for("sales")
    assert not replace(book, max_per_team=1).has_room_for("sales")
    assert replace(book, max_per_team=1).has_room_for("service")
