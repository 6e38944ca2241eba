"""What would break: an offer that ends in a weekend or at night."""

from datetime import UTC, datetime

from bot.seat_time import answer_by
from tests.bot.conversation import a_whole_campaign


def test_two_working_days_to_accept_skip_the_weekend() -> None:
    friday = datetime(2027, 2, 5, 14, 0, tzinfo=UTC)
    assert answer_by(a_whole_campaign(), friday) == datetime(2027, 2, 9, 14, 0, tzinfo=UTC)


def test_who_leaves_at_night_gives_the_next_person_working_hours() -> None:
    night = datetime(2027, 2, 2, 22, 0, tzinfo=UTC)
    assert answer_by(a_whole_campaign(), night) == datetime(2027, 2, 5, 8, 0, tzinfo=UTC)
