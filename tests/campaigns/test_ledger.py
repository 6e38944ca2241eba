"""Gives minus asks."""

from campaigns.ledger import Ledger, balances, ledger_of
from tests.builders import an_occurrence


def test_every_audience_has_its_own_balance() -> None:
    assert list(balances([("sales", 2), ("service", 1), ("sales", -1), ("service", -2)])) == [2, 1, 1, -1]


def test_gives_asks_and_information_are_counted() -> None:
    weights = [1, 0, 2, -2, 1, -1, -1]
    ledger = ledger_of(an_occurrence(weight=weight) for weight in weights)
    assert ledger == Ledger(gives=3, asks=3, information=1, balance=0, lowest_at_an_ask=0)


def test_the_lowest_balance_counts_only_where_something_is_asked() -> None:
    assert ledger_of([an_occurrence(weight=weight) for weight in (0, 2, -1, 3)]).lowest_at_an_ask == 1
    assert ledger_of([an_occurrence(weight=1)]).lowest_at_an_ask is None


def test_without_occurrences_nothing_is_owed() -> None:
    assert ledger_of([]) == Ledger(gives=0, asks=0, information=0, balance=0, lowest_at_an_ask=None)
