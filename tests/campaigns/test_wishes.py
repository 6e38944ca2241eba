"""Every wish gets a number, an answer and an honest place on the list."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.forgotten_wishes import forget_author
from campaigns.wishes import (
    KEEP_AUTHOR_FOR,
    MAX_PROMISED,
    TITLE_LIMIT,
    WishAnswer,
    WishBook,
    WishOutcome,
    WishState,
    drop_all_authors,
    drop_authors,
    find_wish,
    make_wish,
    merge_file_wishes,
    move_author,
    wish_book,
    wish_done,
    wish_later,
    wish_planned,
    wishes_due,
)
from tests.builders import a_campaign, a_wish

NOW = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
DUE = NOW + timedelta(days=7)
FRIDAY = date(2027, 2, 5)
CAMPAIGN = a_campaign(wishes={"postcode": a_wish(), "copy": a_wish(title="Copy a number", planned=None)})


def a_book() -> WishBook:
    """One planned and one unplanned wish of the file."""
    return wish_book(CAMPAIGN, {"postcode": FRIDAY})


def wishes(book: WishBook, text: str, *, person: str = "room:anna", now: datetime = NOW) -> tuple[WishBook, WishAnswer]:
    return make_wish(book, person=person, audience="sales", text=text, now=now, answer_by=now + timedelta(days=7))


def plans(book: WishBook, wish: str, day: date = FRIDAY) -> tuple[WishBook, WishAnswer]:
    return wish_planned(book, wish=wish, day=day, today=TODAY, now=NOW)


def ids(book: WishBook, state: WishState) -> list[str]:
    return [wish.id for wish in book.in_state(state)]


def test_the_wishes_of_the_file_are_promised_from_the_start() -> None:
    book = a_book()
    assert (ids(book, WishState.PLANNED), ids(book, WishState.RECEIVED)) == (["postcode"], ["copy"])
    assert (book.total, book.done, book.to_go, book.received) == (2, 0, 2, 0)
    assert book.wake is None, "the owner owes no answer to his own file"


def test_a_wish_by_chat_gets_the_next_number_and_a_date_to_be_answered() -> None:
    book, first = wishes(a_book(), " larger\u202e letters ")
    book, second = wishes(book, "dark colours", person="room:bob")
    assert first.wish is not None
    assert second.wish is not None
    assert (first.outcome, first.wish.id, first.wish.title) == (WishOutcome.RECEIVED, "1", "larger letters")
    assert (second.wish.id, second.wish.answer_by, book.wake) == ("2", DUE, DUE)
    assert (book.received, book.total) == (2, 2), "received isn't promised"


def test_the_same_wish_twice_is_one_wish() -> None:
    book, _ = wishes(a_book(), "larger letters")
    again, answer = wishes(book, "larger letters ")
    assert (again, answer.outcome) == (book, WishOutcome.ALREADY_RECEIVED)
    assert wishes(book, "larger letters", person="room:bob")[1].outcome is WishOutcome.RECEIVED


def test_a_number_never_hides_a_wish_of_the_file() -> None:
    book = wish_book(a_campaign(wishes={"1": a_wish()}), {})
    book, answer = wishes(book, "larger letters")
    assert answer.wish is not None
    assert answer.wish.id == "2"
    assert book.received == 1


def test_an_empty_wish_is_refused_and_a_long_one_is_cut() -> None:
    book = a_book()
    assert wishes(book, " \u200b ") == (book, WishAnswer(WishOutcome.EMPTY))
    _, answer = wishes(book, "x" * 2000)
    assert answer.wish is not None
    assert len(answer.wish.title) == TITLE_LIMIT


def test_done_is_recorded_once() -> None:
    book, answer = wish_done(a_book(), wish="postcode", now=NOW)
    assert answer.outcome is WishOutcome.DONE
    assert (book.done, book.total, book.to_go) == (1, 2, 1)
    again, twice = wish_done(book, wish="postcode", now=DUE)
    assert (again, twice.outcome) == (book, WishOutcome.ALREADY_DONE)
    assert book.wishes["postcode"].done_at == NOW
    assert plans(book, "postcode")[1].outcome is WishOutcome.ALREADY_DONE
    assert wish_later(book, wish="postcode", because="no", now=NOW)[1].outcome is WishOutcome.ALREADY_DONE


def test_a_wish_that_nobody_promised_still_counts_when_it_is_done() -> None:
    book, _ = wishes(a_book(), "larger letters")
    book, _ = wish_done(book, wish="1", now=NOW)
    assert (book.done, book.total, book.to_go) == (1, 3, 2)
    assert book.wake == NOW + KEEP_AUTHOR_FOR


@pytest.mark.parametrize("typed", ["postcode", " Postcode ", "#postcode", "postcode."])
def test_an_id_is_found_as_people_type_it(typed: str) -> None:
    assert find_wish(a_book(), typed) == a_book().wishes["postcode"]


def test_an_unknown_id_names_the_nearest_and_changes_nothing() -> None:
    book = a_book()
    answer = WishAnswer(WishOutcome.UNKNOWN, nearest="postcode")
    assert wish_done(book, wish="postcod", now=NOW) == (book, answer)
    assert wish_later(book, wish="postcod", because="no", now=NOW) == (book, answer)
    assert plans(book, "postcod") == (book, answer)
    assert find_wish(book, "zzz") == WishAnswer(WishOutcome.UNKNOWN)


def test_not_now_needs_a_reason_and_ends_the_promise() -> None:
    book = a_book()
    assert wish_later(book, wish="postcode", because=" ", now=NOW)[1].outcome is WishOutcome.NO_REASON
    book, answer = wish_later(book, wish="postcode", because="It takes two weeks.", now=NOW)
    assert answer.outcome is WishOutcome.NOT_NOW
    later = book.wishes["postcode"]
    assert (later.state, later.because, later.planned_for) == (WishState.LATER, "It takes two weeks.", None)
    assert book.total == 1


def test_no_more_than_five_wishes_are_promised() -> None:
    book = a_book()
    for at in range(MAX_PROMISED - 1):
        book, _ = wishes(book, f"wish {at}")
    for at in range(MAX_PROMISED - 2):
        book, answer = plans(book, f"{at + 1}")
        assert answer.outcome is WishOutcome.PLANNED
    same, refused = plans(book, f"{MAX_PROMISED - 1}")
    assert (same, refused.outcome) == (book, WishOutcome.TOO_MANY_PROMISED)
    moved, again = plans(book, "postcode", FRIDAY + timedelta(days=7))
    assert again.outcome is WishOutcome.PLANNED, "a new day for a promised wish is no new promise"
    assert moved.total == MAX_PROMISED


def test_a_wish_is_never_planned_in_the_past() -> None:
    assert plans(a_book(), "copy", TODAY - timedelta(days=1))[1].outcome is WishOutcome.DAY_IS_PAST
    assert plans(a_book(), "copy", TODAY)[1].outcome is WishOutcome.PLANNED


def test_planned_wishes_stand_by_day_and_the_others_as_they_came() -> None:
    book = a_book()
    for at in range(11):
        book, _ = wishes(book, f"wish {at}")
    book, _ = plans(book, "11", TODAY)
    assert ids(book, WishState.PLANNED) == ["11", "postcode"]
    assert ids(book, WishState.RECEIVED) == ["copy", *(f"{number}" for number in range(1, 11))]


def test_the_owner_is_warned_once_of_an_answer_that_is_due() -> None:
    """Rule C6."""
    book, _ = wishes(a_book(), "larger letters")
    assert wishes_due(book, now=DUE - timedelta(seconds=1)) == (book, ())
    book, late = wishes_due(book, now=DUE)
    assert [wish.id for wish in late] == ["1"]
    assert book.wake is None
    assert wishes_due(book, now=DUE + timedelta(days=1)) == (book, ())


def test_an_answer_in_time_needs_no_warning() -> None:
    """Rule C6."""
    book, _ = wishes(a_book(), "larger letters")
    book, _ = plans(book, "1")
    assert wishes_due(book, now=DUE)[1] == ()


def test_thirty_days_after_the_answer_nothing_says_who_sent_the_wish() -> None:
    book, _ = wishes(a_book(), "larger letters")
    assert drop_authors(book, now=NOW + 2 * KEEP_AUTHOR_FOR) == book, "unanswered: the author still gets an answer"
    book, _ = plans(book, "1")
    book, _ = plans(book, "1", FRIDAY + timedelta(days=7))
    assert book.wake == NOW + KEEP_AUTHOR_FOR
    assert drop_authors(book, now=NOW + KEEP_AUTHOR_FOR - timedelta(seconds=1)) == book
    book, late = wishes_due(book, now=NOW + KEEP_AUTHOR_FOR)
    assert (book.wishes["1"].author, book.wake, late) == (None, None, ())


def test_when_the_campaigns_data_go_every_author_goes_and_the_wishes_stay() -> None:
    book, _ = wishes(a_book(), "larger letters")
    book, _ = wishes(book, "dark colours", person="room:bob")
    wiped = drop_all_authors(book)
    assert set(wiped.wishes) == set(book.wishes)
    assert "room:" not in repr(wiped)


def test_an_edited_file_brings_new_wishes_and_drops_old_ones_but_never_a_done_one() -> None:
    book, _ = wishes(a_book(), "larger letters")
    book, _ = wish_done(book, wish="postcode", now=NOW)
    edited = a_campaign(wishes={"agenda": a_wish(title="Agenda"), "postcode": a_wish(title="Something else")})
    book = merge_file_wishes(book, edited, {"agenda": FRIDAY})
    assert set(book.wishes) == {"postcode", "1", "agenda"}
    assert book.wishes["postcode"].title == "Search by postcode", "what was delivered keeps its name"
    assert book.wishes["postcode"].state is WishState.DONE


def test_once_the_campaign_runs_no_wish_leaves_the_list_with_the_file() -> None:
    book, _ = wish_later(a_book(), wish="copy", because="Too much work.", now=NOW)
    kept = merge_file_wishes(book, a_campaign(), {}, has_started=True)
    assert kept.wishes == book.wishes
    assert merge_file_wishes(book, a_campaign(), {}).wishes == {}


def test_an_answer_in_chat_stands_until_the_file_gives_another_day() -> None:
    book, _ = wish_later(a_book(), wish="postcode", because="Too much work.", now=NOW)
    same_day = merge_file_wishes(book, CAMPAIGN, {"postcode": FRIDAY})
    assert same_day.wishes["postcode"].state is WishState.LATER
    later = merge_file_wishes(book, CAMPAIGN, {"postcode": FRIDAY + timedelta(days=7)}).wishes["postcode"]
    assert (later.state, later.planned_for, later.because, later.promised) == (
        WishState.PLANNED, FRIDAY + timedelta(days=7), "", True,
    )  # fmt: skip
    unplanned = merge_file_wishes(a_book(), CAMPAIGN, {}).wishes["postcode"]
    assert (unplanned.state, unplanned.planned_for) == (WishState.RECEIVED, None)


STEPS = st.lists(st.tuples(st.sampled_from(["wish", "plan", "later", "done", "forget", "time"]), st.integers(1, 9)))


@given(steps=STEPS)
def test_whatever_happens_the_counts_agree_and_time_never_wakes_for_nothing(steps: list[tuple[str, int]]) -> None:
    book, now = a_book(), NOW
    for step, number in steps:
        match step:
            case "wish":
                book, _ = wishes(book, f"wish {number}", person=f"p{number % 3}", now=now)
            case "plan":
                book, _ = wish_planned(book, wish=f"{number}", day=now.date(), today=now.date(), now=now)
            case "later":
                book, _ = wish_later(book, wish=f"{number}", because="no", now=now)
            case "done":
                book, _ = wish_done(book, wish=f"{number}", now=now)
            case "forget":
                book = forget_author(book, person=f"p{number % 3}", now=now)
            case _:
                now += timedelta(days=number)
                book, _ = wishes_due(book, now=now)
                assert book.wake is None or book.wake > now
        assert sum(len(book.in_state(state)) for state in WishState) == len(book.wishes)
        assert book.promised <= MAX_PROMISED
        assert 0 <= book.done <= book.total == book.done + book.to_go


def test_wishes_of_two_ids_become_those_of_one_person() -> None:
    book, _ = wishes(a_book(), "faster", person="slack:U1")
    book, _ = wishes(book, "darker", person="room:bilal")
    after = move_author(book, person="slack:U1", to="room:anna")
    assert [after.wishes[key].author for key in ("1", "2")] == ["room:anna", "room:bilal"]
    assert after.wishes["postcode"] == book.wishes["postcode"]
