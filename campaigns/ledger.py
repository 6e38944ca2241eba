"""Gives minus asks per audience: what a campaign has earned before it asks for something."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from campaigns.delivery import OUT, Delivery, State
from campaigns.occurrence import Occurrence
from campaigns.words import KINDS, Language


@dataclass(frozen=True)
class Ledger:
    """The occurrences of one audience, counted. `lowest_at_an_ask` is None when nothing is asked."""

    gives: int
    asks: int
    information: int
    balance: int
    lowest_at_an_ask: int | None


@dataclass(frozen=True)
class Delivered:
    """What one audience really got and was really asked, in points; `next_give` is what is planned to come."""

    given: int = 0
    asked: int = 0
    next_give: Occurrence | None = None

    @property
    def balance(self) -> int:
        return self.given - self.asked


NOTHING_DELIVERED: Final = Delivered()


def delivered(kept: Iterable[Delivery], *, audience: str, now: datetime) -> Delivered:
    """Of the deliveries of one campaign. A give counts when it is there; an ask already when it may be there."""
    mine = [
        (delivery, delivery.occurrence)
        for delivery in kept
        if delivery.occurrence is not None and delivery.occurrence.audience == audience and delivery.occurrence.weight
    ]
    gives = [one for delivery, one in mine if one.weight > 0 and delivery.state is State.SENT]
    asks = [one for delivery, one in mine if one.weight < 0 and delivery.state in OUT]
    coming = [
        one for delivery, one in mine if one.weight > 0 and delivery.state is State.WAITING and delivery.due > now
    ]
    return Delivered(
        given=sum(one.weight for one in gives),
        asked=-sum(one.weight for one in asks),
        next_give=min(coming, key=lambda one: (one.at, one.key), default=None),
    )


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


def asks_below_zero(occurrences: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, ...]]:
    """Of each ask that takes the balance below zero: everything up to and with it. One audience, in time order."""
    after = balances(("", occurrence.weight) for occurrence in occurrences)
    for number, (occurrence, balance) in enumerate(zip(occurrences, after, strict=True), start=1):
        if occurrence.weight < 0 and balance < 0:
            yield tuple(occurrences[:number])


def explained_sum(occurrences: Iterable[Occurrence], language: Language) -> str:
    """What was given and asked, by kind, and what it comes to: "+1 tip, 2 × +1 benefit, −2 call = 1"."""
    counts = Counter((one.kind, one.weight) for one in occurrences if one.weight)
    parts = (_part(kind, weight, times, language) for (kind, weight), times in counts.items())
    return f"{', '.join(parts)} = {_signed(sum(weight * times for (_, weight), times in counts.items()), plus='')}"


def _part(kind: str, weight: int, times: int, language: Language) -> str:
    name = KINDS[kind] if language == "nl" else kind
    return (f"{times} × " if times > 1 else "") + f"{_signed(weight)} {name}"


def _signed(number: int, *, plus: str = "+") -> str:
    return f"−{-number}" if number < 0 else f"{plus}{number}"
