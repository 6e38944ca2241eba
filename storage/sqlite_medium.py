"""One SQLite file that holds a row per document; what `write` was given is on disk, whole, when it returns.

Everything here runs in one thread. A refusal is a StoreProblem in one sentence, and leaves the file as it was.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from storage.marker import Marker, read_marker, refuse_other, write_marker
from storage.records import dump, dump_document, load, to_document
from storage.sqlite_file import create_when_new, refuse_foreign, sentence

MARK_EVERY: Final = 1000  # flushes between two updates of the marker
PAGE: Final = 500  # rows of a listing that are read at once

KEEP: Final = "insert or replace into documents values (?, ?, ?, ?, ?)"
DROP: Final = "delete from documents where noun = ? and key = ?"
ARCHIVE: Final = "insert or replace into archive values (?, ?, ?)"

ROWS: Final = (
    "select key, cast(document as blob), cast(glance as blob), checksum from documents where noun = ? order by key"
)
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
    """`glances` names, per table, the fields that a start must know of each record: they are kept beside it."""

    def __init__(self, path: Path, glances: Mapping[str, Sequence[str]]) -> None:
        self.path = path
        self._glances = glances
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

    def rows(self, noun: str) -> Iterator[tuple[str, bytes, bytes]]:
        """(key, JSON text, its glance) of one table, archive not included. Not one bit may have changed."""
        with self._clearly():
            for key, text, glance, checksum in self._file.execute(ROWS, (noun,)):
                if crc32(text) != checksum:
                    raise sqlite3.DatabaseError(f"{noun} {key!r} is not as it was written")
                yield key, text, glance

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
        keep = [self._row(*key, record) for key, record in changes.now.items() if record is not None]
        archive = [(*key, dump(record).decode()) for key, record in changes.archived.items()]
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
        self._glance_anew()
        opened = replace(found, sequence=found.sequence + 1)
        self._note(opened)
        self._file.execute("commit")
        write_marker(self.path, opened)
        return opened

    def _row(self, noun: str, key: str, record: Any) -> tuple[str, str, str, str, int]:
        document = to_document(record)
        text = dump_document(document)
        return noun, key, text.decode(), self._glance(noun, document), crc32(text)

    def _glance(self, noun: str, document: Mapping[str, Any]) -> str:
        looked_at = {field: document[field] for field in self._glances.get(noun, ()) if field in document}
        return dump_document(looked_at).decode()

    def _glance_anew(self) -> None:
        """When another version of ours looks at other fields."""
        wanted = dump_document({noun: list(fields) for noun, fields in self._glances.items()}).decode()
        changed = self._file.execute(
            "update about set value = ? where name = 'glances' and value != ?", (wanted, wanted)
        )
        if changed.rowcount:
            self._file.create_function("glance", 2, lambda noun, text: self._glance(noun, load(text.encode())))
            self._file.execute("update documents set glance = glance(noun, document)")

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
