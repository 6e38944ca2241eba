"""A table in memory: rows stay text until they are wanted, and an unreadable one is named."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from storage.base import StoreProblem, Table
from storage.image import Image
from tests.storage.every_store import COUNTS, T0, Count

A = b'{"n":1,"team":"sales","wake":"2027-01-04T09:00:00Z"}'
B = b'{"n":1}'
ROWS = [("a", A, A), ("b", B, B)]


@pytest.fixture
def image() -> Image[Count]:
    loaded = Image(COUNTS)
    loaded.load(ROWS)
    return loaded


def test_a_loaded_row_is_text_until_somebody_wants_it(image: Image[Count]) -> None:
    assert image.kept("a") == A
    assert image.record("a") == Count(1, "sales", T0)
    assert image.kept("a") == Count(1, "sales", T0)


def test_loaded_rows_are_found_and_due(image: Image[Count]) -> None:
    assert [key for key, _ in image.find({"n": 1})] == ["a", "b"]
    assert [key for key, _ in image.find({"team": None})] == ["b"]
    assert image.due(T0, 9) == [("a", Count(1, "sales", T0))]


def test_counting_reads_no_row(image: Image[Count]) -> None:
    assert (image.how_many({"n": 1}), image.how_many({"team": "sales"}), image.how_many({"n": 7})) == (2, 1, 0)
    assert (image.kept("a"), image.kept("b")) == (A, B)


def test_putting_back_restores_records_index_and_heap(image: Image[Count]) -> None:
    image.keep("a", Count(2, wake=T0 + timedelta(hours=1)))
    image.drop("b")
    image.keep("c", Count(3))
    image.put_back(image.before)
    assert [key for key, _ in image.find({"n": 1})] == ["a", "b"]
    assert (image.find({"n": 2}), image.find({"n": 3}), image.next_due()) == ([], [], T0)


def test_dropping_what_is_not_there_is_no_change(image: Image[Count]) -> None:
    image.drop("never")
    assert image.before == {}


@pytest.mark.parametrize("text", [b"no json", b'{"n":[1]}', b'{"wake":"soon"}'])
def test_a_row_that_can_not_be_indexed_is_named_with_its_table(text: bytes) -> None:
    with pytest.raises(StoreProblem, match="counts 'a' can't be read"):
        Image(COUNTS).load([("a", text, text)])


def test_an_unknown_field_is_named_with_table_and_key() -> None:
    image = Image(COUNTS)
    image.load([("odd", b'{"colour":"red"}', b"{}")])
    with pytest.raises(StoreProblem, match="counts 'odd' can't be read: Count has no field colour"):
        image.record("odd")


ODD = b'{"n":2,"colour":"red","wake":"2027-01-04T09:00:00Z"}'
ODD_GLANCE = b'{"n":2,"wake":"2027-01-04T09:00:00Z"}'


def test_a_table_that_is_read_at_once_refuses_an_unreadable_row_at_the_start() -> None:
    with pytest.raises(StoreProblem, match="counts 'odd' can't be read: Count has no field colour; "):
        Image(replace(COUNTS, read_late=False)).load([*ROWS, ("odd", ODD, ODD_GLANCE)])


def test_an_unreadable_row_hides_no_other_that_is_due_and_does_not_stay_due(caplog: pytest.LogCaptureFixture) -> None:
    """Or the engine would look at it without end."""
    image = Image(COUNTS)
    image.load([("0", ODD, ODD_GLANCE), *ROWS])
    for _ in range(3):
        assert image.due(T0, 9) == [("a", Count(1, "sales", T0))]
    image.drop("a")
    assert image.next_due() is None
    assert caplog.text.count("counts '0' can't be read") == 1
    [trouble] = image.unreadable.values()
    assert "restore the newest backup" in str(trouble)


def test_an_unreadable_row_is_refused_where_it_would_count_and_is_never_overwritten() -> None:
    """Who asks for all of a team decides by all of them."""
    image = Image(COUNTS)
    image.load([("0", ODD, ODD_GLANCE), *ROWS])
    changes: list[Callable[[], object]] = [
        lambda: image.find({"n": 2}),
        lambda: image.record("0"),
        lambda: image.keep("0", Count(3)),
        lambda: image.drop("0"),
    ]
    for change in changes:
        with pytest.raises(StoreProblem, match="counts '0' can't be read"):
            change()
    assert image.holds("0")
    assert image.kept("0") == ODD
    assert [key for key, _ in image.find({"n": 1})] == ["a", "b"]


def test_a_table_that_never_wakes_refuses_to_say_what_is_due() -> None:
    image = Image(Table("quiet", Count))
    with pytest.raises(ValueError, match="quiet has no waking field"):
        image.next_due()
