"""Gives minus asks per audience: what a campaign has earned before it asks for something."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from campaigns.occurrence import Occurrence


@dataclass(frozen=True)
class Ledger:
    """The occurrences of one audience, counted. `lowest_at_an_ask` is None when nothing is asked."""

    gives: int
    asks: int
    information: int
    balance: int
    lowest_at_an_ask: int | None


def balances(weights: Iterable[tuple[Hashable, int]]) -> Iterator[int]:
    """The balance of each owner after each of these weights, in the order given."""
    totals: dict[Hashable, int] = defaultdict(int)
    for owner, weight in weights:
        totals[owner] += weight
        yield totals[owner]


def ledger_of(occurrences: Iterable[Occurrence]) -> Ledger:
    """Expects the occurrences of one audience in time order."""
    weights = [occurrence.weight for occurrence in occurrences]
    after = list(balances(("", weight) for weight in weights))
    return Ledger(
        gives=sum(weight > 0 for weight in weights),
        asks=sum(weight < 0 for weight in weights),
        information=weights.count(0),
        balance=after[-1] if after else 0,
        lowest_at_an_ask=min((sum_ for weight, sum_ in zip(weights, after, strict=True) if weight < 0), default=None),
    )
