"""What would break: a true number that falls because somebody was forgotten, or words of theirs that stay."""

from datetime import UTC, date, datetime, timedelta

from campaigns.forgotten_wishes import answered_in_time, forget_author
from campaigns.wishes import WishBook, make_wish, wish_book, wish_done, wish_later, wish_planned
from tests.builders import a_campaign, a_wish

NOW = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)
DUE = NOW + timedelta(days=7)
FRIDAY = date(2027, 2, 5)
FILED = wish_book(a_campaign(wishes={"postcode": a_wish()}), {"postcode": FRIDAY})


def wishes(book: WishBook, *texts: str, person: str = "room:anna") -> WishBook:
    for text in texts:
        book, _ = make_wish(book, person=person, audience="sales", text=text, now=NOW, answer_by=DUE)
    return book


def test_a_forgotten_author_leaves_only_what_was_promised_to_the_team() -> None:
    book = wishes(wishes(FILED, "waits", "not now", "planned"), "of bob", person="room:bob")
    book, _ = wish_later(book, wish="2", because="Too much work.", now=NOW)
    book, _ = wish_planned(book, wish="3", day=FRIDAY, today=NOW.date(), now=NOW)
    book = forget_author(book, person="room:anna", now=NOW)
    assert set(book.wishes) == {"postcode", "3", "4"}
    assert "room:anna" not in repr(book)
    assert book.received == 4, "the count stays true"


def test_in_time_counts_what_was_answered_by_its_day_out_of_what_was_due_or_answered() -> None:
    book = wishes(WishBook("crm"), "one", "two", "three", "four")
    assert answered_in_time(book, now=NOW) == (0, 0)
    book, _ = wish_later(book, wish="1", because="no time", now=NOW)
    book, _ = wish_done(book, wish="2", now=DUE)
    assert answered_in_time(book, now=NOW) == (2, 2)
    book, _ = wish_later(book, wish="3", because="no time", now=DUE + timedelta(seconds=1))
    assert answered_in_time(book, now=DUE) == (2, 4)
    assert answered_in_time(FILED, now=DUE) == (0, 0)  # those of the file were never asked by chat


def test_what_was_answered_in_time_or_late_stays_counted_when_its_author_is_forgotten() -> None:
    book = wishes(WishBook("crm"), "in time", "late", "never", "done")
    book, _ = wish_later(book, wish="1", because="no time", now=NOW)
    book, _ = wish_later(book, wish="2", because="no time", now=DUE + timedelta(seconds=1))
    book, _ = wish_done(book, wish="4", now=NOW)
    before = answered_in_time(book, now=DUE)
    book = forget_author(book, person="room:anna", now=DUE)
    assert set(book.wishes) == {"4"}, "a done wish stays, and is counted once"
    assert answered_in_time(book, now=DUE) == before == (2, 4)
    book = forget_author(wishes(book, "again"), person="room:anna", now=NOW)
    assert answered_in_time(book, now=DUE) == (2, 4), "nobody can answer it in time any more, so nobody is late"
