"""What would break: a planned wish that slips without a word, or one that was done in time and is called missed."""

from datetime import UTC, date, datetime, timedelta

from campaigns.calendar import WorkCalendar
from campaigns.promised_days import Dated
from campaigns.promised_wishes import Followed, follow_wishes
from campaigns.promises import PromiseBook, Promised, PromiseState, register
from campaigns.wishes import WishBook, make_wish, merge_file_wishes, wish_book, wish_done, wish_later, wish_planned
from tests.builders import a_campaign, a_wish

CAMPAIGN = a_campaign(wishes={"postcode": a_wish(), "copy": a_wish(title="Copy a number", planned=None)})
NOW = datetime(2027, 1, 18, 9, 0, tzinfo=UTC)
FRIDAY = date(2027, 1, 29)


def a_wish_book() -> WishBook:
    return wish_book(CAMPAIGN, {"postcode": FRIDAY})


def followed(wishes: WishBook, book: PromiseBook | None = None, now: datetime = NOW) -> tuple[PromiseBook, Followed]:
    return follow_wishes(book or PromiseBook("crm"), CAMPAIGN, wishes, now=now)


def states(book: PromiseBook) -> list[tuple[str, date, PromiseState]]:
    return [(one.wish, one.day, one.state) for one in book.promises.values()]


def test_a_planned_wish_is_a_promise_of_the_owner_to_the_team_that_asked() -> None:
    book, result = followed(a_wish_book())
    (promise,) = book.promises.values()
    assert (promise.wish, promise.day, promise.made_by) == ("postcode", FRIDAY, "joris")
    assert (promise.audiences, promise.text) == (("sales",), "Search by postcode")
    assert result == Followed()


def test_looking_twice_changes_nothing() -> None:
    book, _ = followed(a_wish_book())
    assert followed(a_wish_book(), book) == (book, Followed())


def test_done_in_time_keeps_it_and_done_too_late_does_not() -> None:
    book, _ = followed(a_wish_book())
    for days, state in ((11, PromiseState.KEPT), (12, PromiseState.MISSED)):
        done, _ = wish_done(a_wish_book(), wish="postcode", now=NOW + timedelta(days=days))
        after, result = followed(done, book, NOW + timedelta(days=20))
        assert states(after) == [("postcode", FRIDAY, state)]
        assert result.to_tell == ()  # its own post tells that it is done
        assert [one.state for one in result.settled] == [state]


def test_not_now_misses_it_and_must_be_told_with_the_reason() -> None:
    book, _ = followed(a_wish_book())
    later, _ = wish_later(a_wish_book(), wish="postcode", because="no time", now=NOW)
    after, result = followed(later, book)
    assert [(one.state, one.because) for one in result.to_tell] == [(PromiseState.MISSED, "no time")]
    assert followed(later, after) == (after, Followed())
    again, _ = wish_planned(later, wish="postcode", day=FRIDAY, today=NOW.date(), now=NOW)
    after, _ = followed(again, after)
    assert [one.state for one in after.promises.values()] == [PromiseState.MISSED, PromiseState.OPEN]


def test_another_day_is_another_promise_and_a_later_one_must_be_told() -> None:
    book, _ = followed(a_wish_book())
    for day, state, told in (
        (FRIDAY + timedelta(days=7), PromiseState.MISSED, 1),
        (FRIDAY - timedelta(days=7), PromiseState.DROPPED, 0),
    ):
        moved, _ = wish_planned(a_wish_book(), wish="postcode", day=day, today=NOW.date(), now=NOW)
        after, result = followed(moved, book)
        assert states(after) == [("postcode", FRIDAY, state), ("postcode", day, PromiseState.OPEN)]
        assert len(result.to_tell) == told


def test_before_the_campaign_starts_its_plan_may_still_change() -> None:
    before = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
    book, _ = followed(a_wish_book(), now=before)
    moved = merge_file_wishes(a_wish_book(), CAMPAIGN, {"postcode": FRIDAY + timedelta(days=7)})
    after, result = followed(moved, book, before)
    assert [one.state for one in after.promises.values()] == [PromiseState.DROPPED, PromiseState.OPEN]
    assert result.to_tell == ()


def test_a_wish_that_left_the_file_before_the_start_takes_its_promise_along() -> None:
    before = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
    book, _ = followed(a_wish_book(), now=before)
    after, result = followed(WishBook("crm"), book, before)
    assert [one.state for one in after.promises.values()] == [PromiseState.DROPPED]
    assert result.to_tell == ()


def test_the_words_of_a_wish_by_chat_are_not_written_down() -> None:
    wishes, _ = make_wish(
        WishBook("crm"), person="room:anna", audience="sales", text="fewer meetings", now=NOW, answer_by=NOW
    )
    wishes, _ = wish_planned(wishes, wish="1", day=FRIDAY, today=NOW.date(), now=NOW)
    book, _ = followed(wishes)
    assert [(one.wish, one.text) for one in book.promises.values()] == [("1", "")]
    assert "meetings" not in repr(book)
    assert "anna" not in repr(book)


def test_a_day_that_has_passed_or_is_a_vision_is_no_promise() -> None:
    for day in (NOW.date() - timedelta(days=1), date(2126, 1, 1)):
        assert followed(wish_book(CAMPAIGN, {"postcode": day}))[0] == PromiseBook("crm")


def test_a_promise_from_a_text_is_not_touched_by_wishes() -> None:

    book, _ = register(
        PromiseBook("crm"), WorkCalendar.of(CAMPAIGN), Promised("sandra", "k"), [Dated("x", FRIDAY)], now=NOW
    )
    assert followed(WishBook("crm"), book) == (book, Followed())
