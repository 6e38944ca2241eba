"""The time forms: what is read, what is refused, and what is guessed."""

from datetime import date, time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.moments import (
    Around,
    AsSoonAs,
    BadMoment,
    Every,
    InWeek,
    Moment,
    OnDate,
    describe,
    forms,
    parse_moment,
)
from campaigns.words import Language

LANGUAGES = get_args(Language)
HALF_PAST_NINE, TEN = time(9, 30), time(10, 0)

weeks = st.integers(1, 999)
weekdays = st.integers(0, 6)
clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
names = st.from_regex(r"[A-Za-z][a-z0-9_-]{0,15}", fullmatch=True)
sides = st.sampled_from(["before", "after"])
moments = st.one_of(
    st.builds(InWeek, weeks, weekdays, clocks),
    st.builds(Every, weekdays, clocks, weeks),
    st.tuples(weekdays, clocks, weeks, weeks).map(lambda m: Every(m[0], m[1], min(m[2:]), max(m[2:]))),
    st.builds(OnDate, st.dates(), clocks),
    st.builds(Around, st.integers(1, 999), sides, st.sampled_from(["opening", "closing"]), clocks),
    st.builds(Around, st.integers(1, 999), sides, st.just("wish"), clocks, names),
    st.builds(AsSoonAs, st.sampled_from(["wish done", "opening"])),
)


@pytest.mark.parametrize(
    ("text", "language", "moment"),
    [
        ("week 4 Monday 09:30", "en", InWeek(4, 0, HALF_PAST_NINE)),
        ("week 4 maandag 09:30", "nl", InWeek(4, 0, HALF_PAST_NINE)),
        ("every Tuesday 09:30 from week 2", "en", Every(1, HALF_PAST_NINE, 2)),
        ("every Tuesday 09:30 from week 2 until week 9", "en", Every(1, HALF_PAST_NINE, 2, 9)),
        ("elke dinsdag 09:30 vanaf week 2 tot en met week 9", "nl", Every(1, HALF_PAST_NINE, 2, 9)),
        ("elke dinsdag 09:30 vanaf week 2 tot week 9", "nl", Every(1, HALF_PAST_NINE, 2, 9)),
        ("elke dinsdag 09:30 vanaf week 2 t/m week 9", "nl", Every(1, HALF_PAST_NINE, 2, 9)),
        ("11 January 2027 09:30", "en", OnDate(date(2027, 1, 11), HALF_PAST_NINE)),
        ("11 januari 2027 09:30", "nl", OnDate(date(2027, 1, 11), HALF_PAST_NINE)),
        ("2027-01-11 09:30", "nl", OnDate(date(2027, 1, 11), HALF_PAST_NINE)),
        ("2027-01-11T09:30", "en", OnDate(date(2027, 1, 11), HALF_PAST_NINE)),
        ("29 februari 2028 09:30", "nl", OnDate(date(2028, 2, 29), HALF_PAST_NINE)),
        ("2 working days before closing 10:00", "en", Around(2, "before", "closing", TEN)),
        ("1 werkdag na opening 10:00", "nl", Around(1, "after", "opening", TEN)),
        ("1 werkdag vóór sluiting 10:00", "nl", Around(1, "before", "closing", TEN)),
        ("1 working day after wish Post_code 10:00", "en", Around(1, "after", "wish", TEN, "Post_code")),
        ("1 werkdag na wens postcode 10:00", "nl", Around(1, "after", "wish", TEN, "postcode")),
        ("as soon as wish done", "en", AsSoonAs("wish done")),
        ("zodra wens klaar", "nl", AsSoonAs("wish done")),
        ("at opening", "en", AsSoonAs("opening")),
        ("bij opening", "nl", AsSoonAs("opening")),
        ("  WEEK  4   monday\t9.30 ", "en", InWeek(4, 0, HALF_PAST_NINE)),
        ("Elke Dinsdag 9:30 Vanaf Week 2", "nl", Every(1, HALF_PAST_NINE, 2)),
    ],
)
def test_every_form_is_read_in_its_language(text: str, language: Language, moment: Moment) -> None:
    assert parse_moment(text, language) == moment


@given(moments, st.sampled_from(LANGUAGES))
def test_a_described_moment_reads_back_as_the_same_moment(moment: Moment, language: Language) -> None:
    assert parse_moment(describe(moment, language), language) == moment


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_forms_that_are_listed_are_forms(language: Language) -> None:
    for form in forms(language):
        assert describe(parse_moment(form, language), language) == form


def test_only_a_planned_day_may_go_without_a_time() -> None:
    friday = parse_moment("week 3 vrijdag", "nl", time_needed=False)
    assert friday == InWeek(3, 4, None)
    assert describe(friday, "nl") == "week 3 vrijdag"
    with pytest.raises(BadMoment) as refused:
        parse_moment("week 3 vrijdag", "nl")
    assert refused.value.guess == "week 3 vrijdag 09:30"


@pytest.mark.parametrize(
    ("text", "language", "guess"),
    [
        ("half tien dinsdag", "nl", "elke dinsdag 09:30 vanaf week 1"),
        ("dinsdag 09:30", "nl", "elke dinsdag 09:30 vanaf week 1"),
        ("week 4 mandag 9u30", "nl", "week 4 maandag 09:30"),
        ("week 4 maandag 25:10", "nl", "week 4 maandag 09:30"),
        ("week 1 Tuesday 24:00", "en", "week 1 Tuesday 09:30"),
        ("week 4 10:00", "en", "week 4 Monday 10:00"),
        ("week 0 maandag 09:30", "nl", "week 1 maandag 09:30"),
        ("week 4 Monday 09:30", "nl", "week 4 maandag 09:30"),
        ("week 3 vrijdag", "en", "week 3 Friday 09:30"),
        ("zodra wens klaar", "en", "as soon as wish done"),
        ("wens is klaar", "nl", "zodra wens klaar"),
        ("when it opens", "en", "at opening"),
        ("11-1-2027 09:30", "nl", "11 januari 2027 09:30"),
        ("11 January 2027", "en", "11 January 2027 09:30"),
        ("31 February 2027 10:00", "en", "28 February 2027 10:00"),
        ("twee werkdagen voor sluiting", "nl", "2 werkdagen voor sluiting 09:30"),
        ("0 working days after closing 10:00", "en", "1 working day after closing 10:00"),
        ("elke dinsdag 09:30 vanaf week 9 tot week 2", "nl", "elke dinsdag 09:30 vanaf week 2 tot en met week 9"),
        ("half ten", "en", "week 1 Monday 09:30"),
        ("1 working day after wish 10:00", "en", None),
        ("closing 10:00", "en", None),
        ("hello", "en", None),
        ("", "nl", None),
    ],
)
def test_another_form_is_refused_with_a_guess(text: str, language: Language, guess: str | None) -> None:
    with pytest.raises(BadMoment) as refused:
        parse_moment(text, language)
    assert refused.value.guess == guess
    assert refused.value.text == text


HINTS = """week 0 4 9 999 maandag Friday 09:30 24:00 half tien elke every from vanaf until tot voor after 2 twee
werkdagen closing opening wish wens klaar done 11-1-2027 31 februari 2027 99-99-9999 , at"""
hints = st.sampled_from(HINTS.split())


@given(st.lists(hints, max_size=8).map(" ".join), st.sampled_from(LANGUAGES))
def test_a_guess_is_always_a_form(text: str, language: Language) -> None:
    try:
        parse_moment(text, language)
    except BadMoment as refused:
        if refused.guess is not None:
            parse_moment(refused.guess, language)
