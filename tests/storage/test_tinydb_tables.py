"""It is TinyDB: its own words work on our records, and only what changed is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import where

from storage.base import StoreProblem, Table
from storage.sqlite_medium import Changes
from storage.tinydb_tables import RecordDB, RecordTable, SqliteStorage, keyed
from tests.storage.every_store import COUNTS, T0, TABLES, Count


@pytest.fixture
def db(tmp_path: Path) -> Iterator[RecordDB]:
    with RecordDB(tmp_path / "klankbord.db", TABLES, storage=SqliteStorage) as opened:
        yield opened


@pytest.fixture
def counts(db: RecordDB) -> RecordTable:
    table = db.table("counts")
    assert isinstance(table, RecordTable)
    table.keep("a", Count(1, "sales"))
    table.keep("b", Count(2, "sales", T0))
    return table


def test_its_searches_see_plain_documents_under_natural_keys(counts: RecordTable) -> None:
    assert counts.search(where("team") == "sales") == [
        {"n": 1, "team": "sales"},
        {"n": 2, "team": "sales", "wake": "2027-01-04T09:00:00Z"},
    ]
    assert [str(document.doc_id) for document in counts] == ["a", "b"]
    assert counts.get(doc_id="a") == {"n": 1, "team": "sales"}  # type: ignore[call-overload]
    assert (counts.get(where("n") == 7), len(counts)) == (None, 2)


def test_its_changes_arrive_as_records_and_in_the_index(counts: RecordTable) -> None:
    counts.insert(keyed("c", {"n": 3}))
    counts.update({"team": "service"}, where("n") == 1)
    counts.remove(where("n") == 2)
    assert (counts.record("a"), counts.record("b"), counts.record("c")) == (Count(1, "service"), None, Count(3))
    assert counts.find({"team": "service"}) == [("a", Count(1, "service"))]
    assert counts.next_due() is None
    counts.truncate()
    assert len(counts) == 0


def test_a_search_is_never_answered_from_before_a_change(counts: RecordTable) -> None:
    assert len(counts.search(where("n") == 1)) == 1
    counts.drop("a")
    assert counts.search(where("n") == 1) == []


def test_a_document_without_a_key_or_with_a_taken_one_is_refused(counts: RecordTable) -> None:
    with pytest.raises(ValueError, match="counts has natural keys"):
        counts.insert({"n": 1})
    with pytest.raises(ValueError, match="already exists"):
        counts.insert(keyed("a", {"n": 1}))


def test_what_was_written_is_there_again_and_what_was_not_is_not(
    tmp_path: Path, counts: RecordTable, db: RecordDB
) -> None:
    db.storage.write(Changes({("counts", "b"): counts.record("b")}))  # type: ignore[arg-type]
    db.close()
    with RecordDB(tmp_path / "klankbord.db", TABLES, storage=SqliteStorage) as again:
        assert again.table("counts").all() == [{"n": 2, "team": "sales", "wake": "2027-01-04T09:00:00Z"}]
        assert again.tables() == {"counts", "deliveries"}


def test_a_table_that_nobody_knows_any_more_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "klankbord.db"
    with RecordDB(path, (*TABLES, Table("ghosts", Count)), storage=SqliteStorage) as db:
        db.storage.write(Changes({("ghosts", "a"): Count(1)}))
    for _ in range(2):  # the refusal gives the file back
        with pytest.raises(StoreProblem, match="holds ghosts, which this Klankbord does not know"):
            RecordDB(path, (COUNTS,), storage=SqliteStorage)
