"""The draw is bound before anyone enters and can be repeated by hand afterwards."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from campaigns.seat_draw import draw_order, seed_hash


def test_anyone_can_repeat_the_draw_with_sha256_alone() -> None:
    people = ["room:anna", "room:bob", "room:carl"]
    by_hand = sorted(people, key=lambda person: hashlib.sha256(f"seed{person}".encode()).hexdigest())
    assert list(draw_order("seed", people)) == by_hand
    assert seed_hash("seed") == hashlib.sha256(b"seed").hexdigest()


@given(seed=st.text(), people=st.sets(st.text(min_size=1)))
def test_the_order_of_entering_does_not_matter_and_nobody_is_lost(seed: str, people: set[str]) -> None:
    order = draw_order(seed, sorted(people))
    assert order == draw_order(seed, sorted(people, reverse=True))
    assert set(order) == people


def test_another_seed_gives_another_order() -> None:
    people = [f"person {at}" for at in range(20)]
    assert draw_order("one", people) != draw_order("two", people)
