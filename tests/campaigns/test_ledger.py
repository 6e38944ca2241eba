"""Gives minus asks."""

from datetime import UTC, datetime, timedelta

from campaigns.delivery import Delivery, State
from campaigns.ledger import Ledger, asks_below_zero, balances, delivered, explained_sum, ledger_of
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


def test_an_ask_below_zero_is_shown_with_all_that_came_before_it() -> None:
    weights = (1, -2, 1, -1, -1)
    occurrences = [an_occurrence(weight=weight, series=number) for number, weight in enumerate(weights)]
    assert [len(until) for until in asks_below_zero(occurrences)] == [2, 4, 5]
    assert list(asks_below_zero(occurrences[2:4])) == []  # a balance of zero still covers the ask
    assert list(asks_below_zero([an_occurrence(weight=weight) for weight in (-1, 0, 0)][1:])) == []


def test_the_sum_names_every_kind_once_and_ends_in_the_balance() -> None:
    kinds = [("tip", 1), ("management", 0), ("benefit", 1), ("tip", 1), ("call", -2)]
    occurrences = [an_occurrence(kind=kind, weight=weight) for kind, weight in kinds]
    assert explained_sum(occurrences, "en") == "2 × +1 tip, +1 benefit, −2 call = 1"
    assert explained_sum(occurrences[2:], "nl") == "+1 voordeel, +1 tip, −2 oproep = 0"
    assert explained_sum(occurrences[-1:], "nl") == "−2 oproep = −2"


NOW = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)


def a_kept(state: State, weight: int, *, days: int = -1, audience: str = "sales", post: str = "tip-1") -> Delivery:
    at = NOW + timedelta(days=days)
    occurrence = an_occurrence(at=at, weight=weight, audience=audience, post=post)
    return Delivery(occurrence.key, "crm", at, at, state, occurrence=occurrence)


def test_only_a_give_that_is_there_counts_and_an_ask_already_when_it_may_be_there() -> None:
    """Rule R2."""
    kept = [
        *(a_kept(state, 1, days=-number) for number, state in enumerate(State, start=1)),
        *(a_kept(state, -2, days=-number) for number, state in enumerate(State, start=20)),
        a_kept(State.SENT, 1, audience="service"),
        Delivery("notice/1", "crm", NOW, NOW, State.SENT, person="room:anna"),
    ]
    found = delivered(kept, audience="sales", now=NOW)
    assert (found.given, found.asked, found.balance) == (1, 6, -5)


def test_the_next_give_is_the_first_that_still_waits_for_its_moment() -> None:
    kept = [
        a_kept(State.WAITING, 1, days=3, post="later"),
        a_kept(State.WAITING, 1, days=2, post="next"),
        a_kept(State.WAITING, -1, days=1, post="ask"),
        a_kept(State.HELD, 1, days=-1, post="held"),
        a_kept(State.WAITING, 1, days=1, audience="service", post="of-others"),
    ]
    give = delivered(kept, audience="sales", now=NOW).next_give
    assert give is not None
    assert give.post == "next"
    assert delivered([], audience="sales", now=NOW).next_give is None
