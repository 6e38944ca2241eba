"""The marker notices a store that is gone or older, and never cries wolf."""

from pathlib import Path

import pytest

from storage.base import StoreProblem
from storage.marker import Marker, marker_of, read_marker, refuse_lost, refuse_other, write_marker

HERE = Marker("one", 5)


def test_a_marker_comes_back(tmp_path: Path) -> None:
    store = tmp_path / "k.db"
    assert read_marker(store) is None
    write_marker(store, HERE)
    assert read_marker(store) == HERE


@pytest.mark.parametrize("text", ["", "{", "[]", '{"instance":"one"}'])
def test_an_unreadable_marker_is_named(tmp_path: Path, text: str) -> None:
    store = tmp_path / "k.db"
    marker_of(store).write_text(text)
    with pytest.raises(StoreProblem, match=r"k\.db\.marker can't be read: delete it"):
        read_marker(store)


def test_a_store_that_is_ahead_of_its_marker_is_fine() -> None:
    refuse_other(Path("k.db"), HERE, Marker("one", 5))
    refuse_other(Path("k.db"), HERE, Marker("one", 6))
    refuse_other(Path("k.db"), None, Marker("two", 0))


def test_an_older_copy_and_another_store_are_refused_with_what_to_do() -> None:
    with pytest.raises(StoreProblem, match=r"older copy \(change 4, and change 5.*delete k\.db\.marker"):
        refuse_other(Path("k.db"), HERE, Marker("one", 4))
    with pytest.raises(StoreProblem, match="is another store"):
        refuse_other(Path("k.db"), HERE, Marker("two", 9))


@pytest.mark.parametrize("trace", ["k.db.marker", "k.db-wal"])
def test_a_store_that_left_a_trace_is_not_replaced_by_an_empty_one(tmp_path: Path, trace: str) -> None:
    (tmp_path / trace).write_text("x")
    with pytest.raises(StoreProblem, match=r"k\.db is gone"):
        refuse_lost(tmp_path / "k.db")
