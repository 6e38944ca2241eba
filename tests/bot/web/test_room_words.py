"""What would break: a kind without a shape, a date in the other language, today called by its date."""

from datetime import date, datetime

from bot.web.room_words import SHAPES, day_heading, first_name, hue, initials, kind_word, long_moment, short_moment
from campaigns.kinds import AUTOMATIC_KINDS, KINDS

TUESDAY = datetime(2027, 1, 12, 9, 30)


def test_every_kind_has_a_shape() -> None:
    assert set(SHAPES) == {*KINDS, *AUTOMATIC_KINDS}


def test_moments_and_kinds_are_in_the_campaigns_language() -> None:
    assert long_moment(TUESDAY, "nl") == "dinsdag 12 januari 09:30"
    assert long_moment(TUESDAY, "en") == "Tuesday 12 January 09:30"
    assert short_moment(TUESDAY, "en") == "Tue 12 Jan 09:30"
    assert (kind_word("call", "nl"), kind_word("call", "en")) == ("oproep", "call")


def test_a_day_is_called_as_people_call_it() -> None:
    day = date(2027, 1, 12)
    assert day_heading(day, today=day, language="nl") == "Vandaag"
    assert day_heading(day, today=date(2027, 1, 13), language="en") == "Yesterday"
    assert day_heading(day, today=date(2027, 1, 14), language="en") == "Tuesday 12 January"


def test_a_name_becomes_initials_and_always_the_same_colour() -> None:
    assert [initials(name) for name in ("Sandra de Wit", "Anna", "  ", "<b>")] == ["SW", "A", "?", "?"]
    assert hue("Anna") == hue("Anna")
    assert (first_name("Sandra de Wit"), first_name("")) == ("Sandra", "")
