"""What can still be learned from a moment that is not one of the forms."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.clues import clues_in


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("9u30", time(9, 30)),
        ("9u", time(9, 0)),
        ("14 uur", time(14, 0)),
        ("9am", time(9, 0)),
        ("3 pm", time(15, 0)),
        ("12 pm", time(12, 0)),
        ("half tien", time(9, 30)),
        ("half past nine", time(9, 30)),
        ("half drie", time(14, 30)),
        ("kwart over negen", time(9, 15)),
        ("quarter to ten", time(9, 45)),
        ("nine o'clock", time(9, 0)),
        ("09:30", time(9, 30)),
        ("25:10", None),
        ("someday", None),
    ],
)
def test_a_clock_is_heard_in_figures_and_in_words(text: str, at: time | None) -> None:
    assert clues_in(text).at == at


@pytest.mark.parametrize(
    ("text", "weekday"), [("mandag", 0), ("Tuesdays", 1), ("wo", 2), ("thursdey", 3), ("vr", 4), ("today", None)]
)
def test_a_weekday_is_known_by_its_beginning_and_with_a_typing_error(text: str, weekday: int | None) -> None:
    assert clues_in(text).weekday == weekday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11-1-2027", date(2027, 1, 11)),
        ("11/01/2027", date(2027, 1, 11)),
        ("2027/1/11", date(2027, 1, 11)),
        ("11 jan 2027", date(2027, 1, 11)),
        ("3 mrt 2027", date(2027, 3, 3)),
        ("31 februari 2027", date(2027, 2, 28)),
        ("11 smarch 2027", None),
        ("11-13-2027", None),
        ("11-1-0000", None),
    ],
)
def test_a_day_is_known_in_other_forms(text: str, day: date | None) -> None:
    assert clues_in(text).day == day


def test_weeks_counts_and_anchors_are_found() -> None:
    clues = clues_in("twee werkdagen voor de sluiting, wk 0 of week 12")
    assert (clues.days, clues.side, clues.anchor, clues.weeks) == (2, "before", "closing", (1, 12))
    assert clues_in("some days after opening").days is None
    assert clues_in("iedere week").is_repeated
    assert clues_in("when the wish is ready").wish_done


@given(st.text(max_size=60))
def test_any_text_gives_clues_and_never_an_error(text: str) -> None:
    clues_in(text)
