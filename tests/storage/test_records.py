"""What goes out comes back the same, for every record that is kept; a document that does not fit is refused by name."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import Enum, StrEnum
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from storage.records import UnreadableRecord, dump, field_of, from_document, load, to_document
from storage.tables import ALL_TABLES


class Colour(StrEnum):
    RED = "red"


class Level(Enum):
    LOW = 1


@dataclass(frozen=True)
class Inner:
    word: str
    number: int = 0


@dataclass(frozen=True)
class Everything:
    at: datetime
    day: date = date(2027, 1, 4)
    clock: time = time(9, 30)
    span: timedelta = timedelta(hours=2)
    share: float = 0.5
    colour: Colour = Colour.RED
    level: Level | None = None
    pair: tuple[str, int] = ("", 0)
    many: tuple[Inner, ...] = ()
    days: frozenset[date] = frozenset()
    by_name: Mapping[str, Inner] = field(default_factory=dict)
    by_number: dict[int, date] = field(default_factory=dict)
    by_day: Mapping[date, int] = field(default_factory=dict)
    perhaps: Inner | None = None
    gaps: tuple[date | None, ...] = ()
    word_or_number: str | int = ""


FULL = Everything(
    at=datetime(2027, 1, 4, 9, tzinfo=UTC),
    day=date(2027, 2, 1),
    clock=time(10, 0),
    span=timedelta(days=1, microseconds=1),
    share=0.25,
    level=Level.LOW,
    pair=("a", 1),
    many=(Inner("b"), Inner("c", 2)),
    days=frozenset({date(2027, 2, 2), date(2027, 1, 1)}),
    by_name={"d": Inner("e", 3)},
    by_number={4: date(2027, 4, 4)},
    by_day={date(2027, 5, 5): 5},
    perhaps=Inner("f"),
    gaps=(None, date(2027, 6, 6)),
    word_or_number=7,
)


@pytest.mark.parametrize("table", ALL_TABLES, ids=lambda table: table.name)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_every_kept_record_comes_back_the_same(table: Any, data: st.DataObject) -> None:
    record = data.draw(st.from_type(table.record))
    try:
        text = dump(record)
    except ValueError as problem:
        assume("too large a number" not in str(problem))
        raise
    assert from_document(table.record, load(text)) == record
    assert json.loads(text) == to_document(record)
    for name in table.looked_at:
        assert field_of(table.record, load(text), name) == getattr(record, name)


def test_every_kind_of_field_comes_back_the_same() -> None:
    assert from_document(Everything, load(dump(FULL))) == FULL


def test_a_field_with_its_default_is_left_out() -> None:
    assert to_document(Everything(FULL.at)) == {"at": "2027-01-04T09:00:00Z"}


def test_an_instant_is_written_in_utc_and_wall_time_without_a_zone() -> None:
    amsterdam = datetime(2027, 1, 4, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert to_document(Everything(amsterdam))["at"] == "2027-01-04T09:00:00Z"
    assert (
        to_document(Everything(datetime(2027, 1, 4, 9, tzinfo=timezone(timedelta(0)))))["at"] == "2027-01-04T09:00:00Z"
    )
    wall = Everything(datetime(2027, 1, 4, 10, 0, 0, 5))
    assert from_document(Everything, to_document(wall)).at == wall.at


def test_an_unknown_field_is_an_error_by_its_name() -> None:
    with pytest.raises(UnreadableRecord, match="Inner has no field wrod"):
        from_document(Inner, {"wrod": "a"})
    with pytest.raises(UnreadableRecord, match="Inner has no field wrod"):
        from_document(Everything, {"at": "2027-01-04T09:00:00Z", "many": [{"wrod": "a"}]})


def test_a_missing_or_wrong_field_is_an_error_by_its_name() -> None:
    with pytest.raises(UnreadableRecord, match="'word'"):
        from_document(Inner, {})
    with pytest.raises(UnreadableRecord, match="at can't be 'soon'"):
        from_document(Everything, {"at": "soon"})
    with pytest.raises(UnreadableRecord, match="colour can't be 'blue'"):
        from_document(Everything, {"at": "2027-01-04T09:00:00Z", "colour": "blue"})


def test_half_a_surrogate_pair_is_kept() -> None:
    odd = Inner("half \ud83d", 2**64 - 1)
    assert from_document(Inner, load(dump(odd))) == odd


@pytest.mark.parametrize("number", [2**64, -(2**63) - 1])
def test_a_number_that_would_come_back_rounded_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="too large a number to keep"):
        dump(Inner("a", number))


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"\xff\xfe"])
def test_what_is_no_document_is_an_error(text: bytes) -> None:
    with pytest.raises(UnreadableRecord):
        load(text)


def test_a_number_that_json_has_no_word_for_is_refused() -> None:
    with pytest.raises(ValueError, match="nan"):
        to_document(Everything(FULL.at, share=float("nan")))


@dataclass(frozen=True)
class Ambiguous:
    which: Inner | Everything


@dataclass(frozen=True)
class Unknown:
    what: object


def test_a_type_without_a_plain_form_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match="would not say which one"):
        to_document(Ambiguous(Inner("a")))
    with pytest.raises(TypeError, match="no plain form"):
        to_document(Unknown(1))
    with pytest.raises(TypeError, match="no dataclass"):
        to_document("text")
