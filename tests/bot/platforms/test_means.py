"""What would break: a post that is sent twice after an answer that never came, or one that waits for years."""

import pytest

from bot.platforms.base import DeliveryError
from bot.platforms.means import LONGEST_WAIT, Means, error_of, no_answer, not_reached, odd_answer, seconds_in, unfit
from tests.bot.platforms.meanings import AGAIN, CLOSED, NEVER, UNKNOWN, meaning


@pytest.mark.parametrize(
    ("means", "posting", "changing"),
    [
        (Means.AGAIN, AGAIN, AGAIN),
        (Means.UNSURE, UNKNOWN, AGAIN),
        (Means.NEVER, NEVER, NEVER),
        (Means.CLOSED, CLOSED, CLOSED),
    ],
)
def test_only_what_posts_can_be_unknown(means: Means, posting: str, changing: str) -> None:
    assert meaning(error_of(DeliveryError, means, "why", posts=True)) == posting
    assert meaning(error_of(DeliveryError, means, "why", posts=False)) == changing


def test_no_answer_is_unknown_for_what_posts_only() -> None:
    assert meaning(no_answer("Teams", "it took too long", posts=True)) == UNKNOWN
    assert meaning(no_answer("Teams", "it took too long", posts=False)) == AGAIN
    assert meaning(odd_answer("Teams", "it has no id", posts=True)) == UNKNOWN
    assert meaning(odd_answer("Teams", "it has no id", posts=False)) == AGAIN
    assert meaning(not_reached("Teams", "the connection was refused")) == AGAIN
    assert meaning(unfit("The message holds something that can't be sent.")) == NEVER


@pytest.mark.parametrize(("asked", "waits"), [(None, None), (3.0, 3.0), (-1.0, 0.0), (1e9, LONGEST_WAIT)])
def test_nobody_waits_for_years(asked: float | None, waits: float | None) -> None:
    assert error_of(DeliveryError, Means.AGAIN, "why", posts=True, wait=asked).retry_after == waits


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("", None),
        ("3", 3.0),
        (" 3 ", 3.0),
        ("0", 0.0),
        ("1.5", 1.5),
        ("99999999999", LONGEST_WAIT),
        ("9" * 400, None),
        ("-5", None),
        ("soon", None),
        ("nan", None),
        ("1e9", None),
        ("٣", None),
    ],
)
def test_how_long_a_platform_asks_to_wait(header: str | None, seconds: float | None) -> None:
    assert seconds_in(header) == seconds
