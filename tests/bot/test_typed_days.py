"""What would break: a promise for another day than the owner typed."""

from datetime import date

import pytest

from bot.typed_days import read_day
from tests.bot.conversation import a_whole_campaign

TODAY = date(2027, 2, 2)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("week 7 Friday", date(2027, 2, 26)),
        ("week 7 vrijdag", date(2027, 2, 26)),
        ("12 March", date(2027, 3, 12)),
        ("12 maart", date(2027, 3, 12)),
        ("12 March 2028", date(2028, 3, 12)),
        ("1 February", date(2027, 2, 1)),
        ("2 February", date(2027, 2, 2)),
        ("1 January", date(2027, 1, 1)),
        ("12 December", date(2026, 12, 12)),
        ("1 August", date(2027, 8, 1)),
        ("2027-03-12", date(2027, 3, 12)),
        ("1 February 2027", date(2027, 2, 1)),
        ("soon", None),
        ("", None),
        ("31 February", None),
        ("every Tuesday 09:30 from week 2", None),
    ],
)
def test_a_day_is_read_in_either_language_and_nothing_else_is(text: str, day: date | None) -> None:
    assert read_day(text, a_whole_campaign(), today=TODAY) == day
