"""Every promise is reminded of in time, settled once, and never forgotten because another was made."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.calendar import WorkCalendar
from campaigns.promised_days import Dated
from campaigns.promises import (
    PromiseBook,
    Promised,
    PromiseOutcome,
    PromiseState,
    Stage,
    drop,
    keep,
    miss,
    promises_due,
    put,
    register,
    settled,
)
from tests.builders import a_campaign

NOW = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)  # a Monday
CALENDAR = WorkCalendar.of(a_campaign())
FRIDAY = date(2027, 2, 12)
SALES = Promised("sandra", "crm/management-1/sales/2027-01-12T09:30", ("sales",))
SERVICE = Promised("sandra", "crm/management-1/service/2027-01-12T09:30", ("service",))
DATED = Dated("You hear more by 12 February.", FRIDAY)


def nine(day: int, month: int = 2) -> datetime:
    """09:00 in Amsterdam."""
    return datetime(2027, month, day, 8, 0, tzinfo=UTC)


def a_book(*dated: Dated, promised: Promised = SALES, now: datetime = NOW) -> PromiseBook:
    return register(PromiseBook("crm"), CALENDAR, promised, dated or (DATED,), now=now)[0]


def test_a_promise_gets_the_next_number_and_wakes_two_working_days_before() -> None:
    book = a_book(DATED, Dated("And on 15 February again.", date(2027, 2, 15)))
    assert [(one.number, one.made_by, one.audiences) for one in book.promises.values()] == [
        (1, "sandra", ("sales",)), (2, "sandra", ("sales",)),
    ]  # fmt: skip
    assert book.promises["1"].wake == nine(10)
    assert book.promises["2"].wake == nine(11)
    assert book.wake == nine(10)


def test_the_same_sentence_for_another_team_is_the_same_promise_read_by_more() -> None:
    book, (joined,) = register(a_book(), CALENDAR, SERVICE, [DATED], now=NOW)
    assert (joined.number, joined.audiences) == (1, ("sales", "service"))
    assert (len(book.promises), book.next_number) == (1, 2)


def test_the_same_sentence_by_somebody_else_or_after_the_first_was_settled_is_another() -> None:
    book, _ = register(a_book(), CALENDAR, Promised("els", "k", ("sales",)), [DATED], now=NOW)
    assert len(book.promises) == 2
    book, _ = keep(book, number="1", now=NOW)
    book, _ = register(book, CALENDAR, SALES, [DATED], now=NOW)
    assert len(book.promises) == 3


def test_answers_without_words_are_one_promise_only_when_they_are_one_answer() -> None:
    first, second = Promised("joris", "question/1"), Promised("joris", "question/2")
    book = a_book(Dated("", FRIDAY), promised=first)
    book, _ = register(book, CALENDAR, second, [Dated("", FRIDAY)], now=NOW)
    book, _ = register(book, CALENDAR, first, [Dated("", FRIDAY)], now=NOW)
    assert [one.question for one in book.promises.values()] == ["1", "2"]


def test_the_owner_is_reminded_before_on_the_day_and_three_times_after_it() -> None:
    """Rule C4."""
    book, told = a_book(), []
    while book.wake is not None:
        now = book.wake
        book, reminded = promises_due(book, CALENDAR, now=now)
        told += [(now, one.stage) for one in reminded]
    # The week after is the free weekend and then working days.
    assert told == [
        (nine(10), Stage.SOON), (nine(12), Stage.TODAY), (nine(15), Stage.OVERDUE), (nine(16), Stage.OVERDUE),
        (nine(17), Stage.OVERDUE),
    ]  # fmt: skip


def test_nothing_is_said_before_its_moment() -> None:
    book = a_book()
    assert promises_due(book, CALENDAR, now=nine(10) - timedelta(seconds=1)) == (book, ())


def test_a_day_that_is_free_is_asked_about_on_the_last_working_day_before_it() -> None:
    sunday = a_book(Dated("By Sunday 14 February.", date(2027, 2, 14)))
    book, (soon,) = promises_due(sunday, CALENDAR, now=nine(10))
    book, (today,) = promises_due(book, CALENDAR, now=nine(12))
    assert (soon.stage, today.stage) == (Stage.SOON, Stage.TODAY)
    assert book.wake == nine(15)


def test_a_promise_for_tomorrow_is_only_asked_about_tomorrow() -> None:
    book = a_book(Dated("Tomorrow, 2 February.", date(2027, 2, 2)))
    assert book.wake == nine(2)


def test_after_a_long_silence_the_owner_hears_once_and_not_for_every_day() -> None:
    book, reminded = promises_due(a_book(), CALENDAR, now=nine(16) + timedelta(hours=1))
    assert [one.stage for one in reminded] == [Stage.OVERDUE]
    assert book.wake == nine(17)
    book, reminded = promises_due(a_book(), CALENDAR, now=nine(1, 3))
    assert len(reminded) == 1
    assert book.wake is None


def test_a_kept_promise_is_not_asked_about_again() -> None:
    """Rule C4."""
    book, answer = keep(a_book(), number="1", now=NOW)
    assert answer.outcome is PromiseOutcome.KEPT
    assert (book.promises["1"].state, book.wake) == (PromiseState.KEPT, None)
    assert promises_due(book, CALENDAR, now=nine(1, 4)) == (book, ())


def test_a_missed_one_says_why_and_its_new_day_is_the_next_promise_to_the_same_people() -> None:
    text = "The link failed. The new date is 19 March. On 15 March I will tell you."
    book, answer = miss(a_book(), CALENDAR, number="1", text=text, said_by="joris", now=NOW)
    assert (answer.outcome, book.promises["1"].because) == (PromiseOutcome.MISSED, text)
    assert [(one.number, one.day, one.made_by, one.audiences) for one in answer.made] == [
        (2, date(2027, 3, 19), "joris", ("sales",)), (3, date(2027, 3, 15), "joris", ("sales",)),
    ]  # fmt: skip
    assert [one.number for one in book.in_state(PromiseState.OPEN)] == [3, 2]


def test_two_that_were_missed_with_the_same_words_share_the_new_promise() -> None:
    book = a_book(DATED, Dated("Also on 12 February.", FRIDAY))
    book, _ = miss(book, CALENDAR, number="1", text="It is 19 March.", said_by="joris", now=NOW)
    book, answer = miss(book, CALENDAR, number="2", text="It is 19 March.", said_by="joris", now=NOW)
    assert [one.number for one in answer.made] == [3]
    assert book.made == 3


@pytest.mark.parametrize(
    ("text", "outcome"),
    [("", PromiseOutcome.NO_TEXT), ("\u200b ", PromiseOutcome.NO_TEXT), ("It failed.", PromiseOutcome.NO_NEW_DAY),
     ("It was for 25 January.", PromiseOutcome.NO_NEW_DAY)],
)  # fmt: skip
def test_a_missed_promise_needs_a_text_with_a_day_that_is_still_to_come(text: str, outcome: PromiseOutcome) -> None:
    book = a_book()
    after, answer = miss(book, CALENDAR, number="1", text=text, said_by="joris", now=NOW)
    assert (after, answer.outcome) == (book, outcome)


def test_of_an_answer_to_one_person_no_words_are_kept() -> None:
    book = a_book(Dated("", FRIDAY), promised=Promised("joris", "question/4"))
    book, answer = miss(book, CALENDAR, number="1", text="Anna, on 19 March.", said_by="joris", now=NOW)
    assert "Anna" not in repr(book)
    assert [(one.question, one.day) for one in answer.made] == [("4", date(2027, 3, 19))]


def test_what_was_no_promise_is_dropped_with_a_reason_and_counts_no_more() -> None:
    book = a_book()
    assert drop(book, number="1", because=" ", now=NOW)[1].outcome is PromiseOutcome.NO_REASON
    book, answer = drop(book, number="1", because="a meeting", now=NOW)
    assert (answer.outcome, book.made) == (PromiseOutcome.DROPPED, 0)
    assert book.promises["1"].because == "a meeting"


def test_what_is_settled_stays_so_and_an_unknown_number_is_nobody_s() -> None:
    book, _ = keep(a_book(), number="1", now=NOW)
    for after, answer in (
        keep(book, number="1", now=NOW),
        drop(book, number="1", because="x", now=NOW),
        miss(book, CALENDAR, number="1", text="19 March", said_by="joris", now=NOW),
    ):
        assert (after, answer.outcome) == (book, PromiseOutcome.ALREADY_SETTLED)
    assert keep(book, number="7", now=NOW)[1].outcome is PromiseOutcome.UNKNOWN


def test_the_promise_of_a_wish_is_settled_by_the_wish_alone() -> None:
    book = a_book(Dated("Search", FRIDAY), promised=Promised("joris", "wish/postcode", ("sales",)))
    for after, answer in (
        keep(book, number="1", now=NOW),
        drop(book, number="1", because="x", now=NOW),
        miss(book, CALENDAR, number="1", text="19 March", said_by="joris", now=NOW),
    ):
        assert (after, answer.outcome) == (book, PromiseOutcome.OF_A_WISH)
    assert book.promises["1"].wish == "postcode"
    assert book.promises["1"].question == ""


@given(st.lists(st.tuples(st.sampled_from("rkmd"), st.integers(1, 8), st.integers(0, 40)), max_size=25))
def test_numbers_are_never_given_twice_and_the_book_wakes_for_open_ones_only(
    steps: list[tuple[str, int, int]],
) -> None:
    book, seen = PromiseBook("crm"), dict[int, str]()
    for step, number, ahead in steps:
        if step == "r":
            day = NOW.date() + timedelta(days=ahead + 1)
            book, _ = register(book, CALENDAR, SALES, [Dated(f"On {day}", day)], now=NOW)
        elif step == "k":
            book, _ = keep(book, number=str(number), now=NOW)
        elif step == "m":
            book, _ = miss(book, CALENDAR, number=str(number), text="19 March", said_by="joris", now=NOW)
        else:
            book, _ = drop(book, number=str(number), because="x", now=NOW)
        for promise in book.promises.values():
            assert seen.setdefault(promise.number, f"{promise.text}{promise.day}") == f"{promise.text}{promise.day}"
            assert (promise.wake is None) >= (promise.state is not PromiseState.OPEN)
        assert book.wake == min((one.wake for one in book.promises.values() if one.wake), default=None)
        assert book.next_number == len(book.promises) + 1


def test_a_settled_promise_says_when() -> None:
    promise = settled(a_book().promises["1"], PromiseState.KEPT, now=NOW)
    assert (promise.settled_at, promise.wake) == (NOW, None)
    assert put(a_book(), promise).wake is None
