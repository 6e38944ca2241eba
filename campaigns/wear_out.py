"""Whether a series wears out (H5): fewer than half as many react as to its first posts, three times running."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

FIRST: Final = 3
RUNNING: Final = 3


@dataclass(frozen=True)
class WornOut:
    """How many people reacted to its first posts and to the latest ones, in order."""

    first: tuple[int, ...]
    latest: tuple[int, ...]


def wear_out(people: Sequence[int]) -> WornOut | None:
    """`people` is how many reacted to each post of the series so far, in order; None while it holds its readers."""
    first, later = tuple(people[:FIRST]), tuple(people[FIRST:])
    latest = later[-RUNNING:]
    if len(latest) < RUNNING or any(2 * FIRST * count >= sum(first) for count in latest):
        return None
    return WornOut(first, latest)
