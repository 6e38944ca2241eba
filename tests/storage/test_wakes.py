"""The heap tells the truth after any change, and does not grow with changes."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from storage.wakes import SPARE, Wakes
from tests.storage.every_store import T0

INSTANTS = st.none() | st.integers(0, 4).map(lambda hours: T0 + timedelta(hours=hours))


@given(st.lists(st.tuples(st.sampled_from("abcd"), INSTANTS)), st.integers(0, 4), st.integers(0, 5))
def test_what_is_due_is_what_a_sorted_list_says(
    changes: list[tuple[str, datetime | None]], hours: int, limit: int
) -> None:
    wakes, plain = Wakes(), {}
    for key, instant in changes:
        wakes.set(key, instant)
        plain[key] = instant
    now = T0 + timedelta(hours=hours)
    waking = sorted((instant, key) for key, instant in plain.items() if instant is not None)
    for _ in range(2):
        assert wakes.due(now, limit) == [key for instant, key in waking if instant <= now][:limit]
    assert wakes.next() == (waking[0][0] if waking else None)


def test_a_heap_that_was_loaded_is_as_one_that_grew() -> None:
    wakes = Wakes({"b": T0, "a": T0})
    assert wakes.due(T0, 5) == ["a", "b"]


def test_a_thousand_changes_of_one_key_leave_no_thousand_entries() -> None:
    wakes = Wakes()
    for minute in range(1000):
        wakes.set("a", T0 + timedelta(minutes=minute))
    assert len(wakes._heap) <= SPARE + 2
