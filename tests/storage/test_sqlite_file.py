"""Whatever lies where the store should be: one sentence with what to do, and the file stays as it is."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import tinydb

from storage.base import StoreProblem
from storage.sqlite_file import HEADER, OURS, SCHEMA_VERSION, create_when_new, refuse_foreign, sentence


def a_foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("create table books (title)")


def a_newer_store(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"pragma application_id = {OURS}")
        file.execute(f"pragma user_version = {SCHEMA_VERSION + 1}")
        file.execute("create table about (name)")


def a_plain_tinydb(path: Path) -> None:
    with tinydb.TinyDB(path) as db:
        db.insert({"a": 1})


WRONG = {
    "empty": (lambda path: path.write_bytes(b""), "is empty, so what it held is lost: restore the newest backup"),
    "json": (a_plain_tinydb, r"is a JSON file, as plain TinyDB makes them: keep it, and name a new file"),
    "foreign": (a_foreign_database, "is a SQLite file of another program"),
    "newer": (a_newer_store, f"is of schema version {SCHEMA_VERSION + 1} and this Klankbord reads version"),
    "folder": (lambda path: path.mkdir(), r"is a folder: name a file in it"),
    "random": (lambda path: path.write_bytes(bytes(range(256)) * 40), "is damaged or no store of Klankbord"),
    "half a header": (lambda path: path.write_bytes(HEADER), "is damaged or no store of Klankbord"),
}


@pytest.mark.parametrize(("make", "says"), WRONG.values(), ids=WRONG.keys())
def test_what_is_no_store_is_refused_and_left_as_it_is(
    make: Callable[[Path], object], says: str, tmp_path: Path
) -> None:
    path = tmp_path / "klankbord.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    create_when_new(path)  # it is there, so nothing is made
    with pytest.raises(StoreProblem, match=says) as caught:
        refuse_foreign(path)
    assert str(path) in str(caught.value)
    assert before == (path.read_bytes() if path.is_file() else None)


def test_a_new_store_is_whole_from_the_first_moment_and_leaves_no_scraps(tmp_path: Path) -> None:
    path = tmp_path / "new" / "klankbord.db"
    create_when_new(path)
    refuse_foreign(path)
    assert [found.name for found in path.parent.iterdir()] == ["klankbord.db"]


def test_a_store_of_somebody_who_was_earlier_is_never_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "klankbord.db"
    create_when_new(path)
    before = path.read_bytes()
    monkeypatch.setattr("os.path.lexists", lambda _: False)  # both looked before either made it
    create_when_new(path)
    assert path.read_bytes() == before


def test_a_folder_that_can_not_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreProblem, match=r"file.* can't be used"):
        create_when_new(tmp_path / "file" / "klankbord.db")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("SQLITE_FULL", "the disk of k.db is full: make room"),
        ("SQLITE_BUSY", "k.db is in use by another process"),
        ("SQLITE_READONLY_DIRECTORY", "k.db or its folder can't be written"),
        ("SQLITE_IOERR_WRITE", "the disk of k.db fails"),
        ("SQLITE_CORRUPT_INDEX", "k.db is damaged"),
        ("SQLITE_NEVER_HEARD_OF", "the disk of k.db fails"),
    ],
)
def test_each_trouble_has_its_sentence(name: str, says: str) -> None:
    problem = sqlite3.OperationalError("x")
    problem.sqlite_errorname = name
    assert says in str(sentence(Path("k.db"), problem))
