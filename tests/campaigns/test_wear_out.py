"""What would break: advice after one quiet day, or none after three."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.wear_out import WornOut, wear_out


@pytest.mark.parametrize(
    ("people", "worn"),
    [
        ([], False),
        ([10, 10, 10], False),
        ([10, 10, 10, 1, 1], False),  # twice is not three times
        ([10, 10, 10, 4, 4, 4], True),
        ([10, 10, 10, 5, 4, 4], False),  # half is not below half
        ([10, 10, 10, 4, 4, 9, 4, 4], False),  # not running
        ([10, 10, 10, 9, 4, 4, 4], True),
        ([12, 9, 9, 4, 4, 4], True),  # of the mean of its own first three
        ([0, 0, 0, 0, 0, 0], False),
    ],
)
def test_three_times_running_below_half_of_its_own_start(people: list[int], worn: bool) -> None:
    """Rule H5."""
    assert (wear_out(people) is not None) is worn


def test_it_says_which_posts_are_compared() -> None:
    assert wear_out([12, 9, 9, 8, 4, 3, 2]) == WornOut((12, 9, 9), (4, 3, 2))


@given(st.lists(st.integers(0, 50), max_size=12))
def test_a_series_that_is_read_as_at_the_start_never_wears_out(people: list[int]) -> None:
    found = wear_out(people)
    if found is not None:
        assert max(found.latest) < sum(found.first) / 6
