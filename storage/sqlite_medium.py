"""One SQLite file that holds a row per document; what `write` was given is on disk, whole, when it returns.

Everything here runs in one thread. A refusal is a StoreProblem in one sentence, and leaves the file as it was.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from storage.marker import Marker, read_marker, refuse_other, write_marker
from storage.records import dump
from storage.sqlite_file import create_when_new, refuse_foreign, sentence

MARK_EVERY: Final = 1000  # flushes between two updates of the marker
PAGE: Final = 500  # rows of a listing that are read at once

KEEP: Final = "insert into documents values (?, ?, ?) on conflict do update set document = excluded.document"
DROP: Final = "delete from documents where noun = ? and key = ?"
ARCHIVE: Final = "insert into archive values (?, ?, ?) on conflict do update set document = excluded.document"

# From one to the next by the key: `distinct` would walk along every document.
NOUNS: Final = """
with recursive nouns(noun) as (
    select min(noun) from documents
    union all select (select min(noun) from documents where noun > nouns.noun) from nouns where noun is not null
) select noun from nouns
"""

Key = tuple[str, str]


@dataclass(frozen=True)
class Changes:
    """`now` is what is there, None for gone; `archived` goes to the table that is not held in memory."""

    now: dict[Key, Any] = field(default_factory=dict)
    archived: dict[Key, Any] = field(default_factory=dict)


class SqliteMedium:
    def __init__(self, path: Path) -> None:
        self.path = path
        create_when_new(path)
        refuse_foreign(path)
        with self._clearly():
            self._file = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
            try:
                self._marker = self._enter()
            except BaseException:
                self._file.close()
                raise

    def nouns(self) -> list[str]:
        with self._clearly():
            return [noun for (noun,) in self._file.execute(NOUNS) if noun is not None]

    def rows(self, noun: str) -> Iterator[tuple[str, bytes]]:
        """(key, JSON text) of one table, archive not included."""
        with self._clearly():
            yield from self._file.execute("select key, cast(document as blob) from documents where noun = ?", (noun,))

    def archived(self) -> Iterator[tuple[str, str, bytes]]:
        """Read by the page, so that flushes go on in between."""
        page: list[tuple[str, str, bytes]] = [("", "", b"")]
        while page:
            with self._clearly():
                page = self._file.execute(
                    "select noun, key, cast(document as blob) from archive where (noun, key) > (?, ?)"
                    " order by noun, key limit ?",
                    (*page[-1][:2], PAGE),
                ).fetchall()
            yield from page

    def write(self, changes: Changes) -> None:
        """In one SQLite transaction. Records become text here, in the writer's thread, once for all."""
        keep = _rows(changes.now)
        archive = _rows(changes.archived)
        drop = [key for key, record in changes.now.items() if record is None]
        after = replace(self._marker, sequence=self._marker.sequence + 1)
        with self._clearly():
            self._file.execute("begin immediate")
            try:
                self._file.executemany(KEEP, keep)
                self._file.executemany(ARCHIVE, archive)
                self._file.executemany(DROP, drop)
                self._note(after)
                self._file.execute("commit")
            except BaseException:
                if self._file.in_transaction:
                    self._file.execute("rollback")
                raise
        self._marker = after
        if after.sequence % MARK_EVERY == 0:
            self._mark()

    def close(self) -> None:
        try:
            self._mark()
        finally:
            self._file.close()

    def _enter(self) -> Marker:
        """Take the file for ourselves, look it over, and write this opening down: that shows it can be written."""
        for pragma in ("locking_mode=exclusive", "journal_mode=wal", "synchronous=full"):
            self._file.execute(f"pragma {pragma}")
        self._file.execute("begin immediate")
        (verdict,) = self._file.execute("pragma quick_check(1)").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict.splitlines()[-1])
        found = self._found()
        refuse_other(self.path, read_marker(self.path), found)
        opened = replace(found, sequence=found.sequence + 1)
        self._note(opened)
        self._file.execute("commit")
        write_marker(self.path, opened)
        return opened

    def _found(self) -> Marker:
        about = dict(self._file.execute("select name, value from about").fetchall())
        return Marker(about["instance"], int(about["sequence"]))

    def _note(self, marker: Marker) -> None:
        self._file.execute("update about set value = ? where name = 'sequence'", (str(marker.sequence),))

    def _mark(self) -> None:
        with self._clearly():
            write_marker(self.path, self._marker)

    @contextmanager
    def _clearly(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as problem:
            raise sentence(self.path, problem) from problem


def _rows(records: Mapping[Key, Any]) -> list[tuple[str, str, str]]:
    return [(noun, key, dump(record).decode()) for (noun, key), record in records.items() if record is not None]
