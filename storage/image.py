"""One table in memory: its records, what `find` asks for by index, what wakes by a heap. Never a walk over everything.

Of a large table a record that came from a file stays its JSON text until somebody wants it.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, Final, Generic, Protocol, TypeVar

from storage.base import StoreProblem, Table
from storage.records import UnreadableRecord, field_of, from_document, load
from storage.wakes import Wakes

log = logging.getLogger(__name__)

T = TypeVar("T")
ABSENT: Final = object()  # a field that a document leaves out, because it has its default


class Rows(Protocol):
    """What a transaction needs of one table."""

    def holds(self, key: str) -> bool: ...

    def record(self, key: str) -> Any: ...

    def keep(self, key: str, record: Any) -> None: ...

    def drop(self, key: str) -> None: ...

    def find(self, equal: dict[str, object]) -> list[tuple[str, Any]]: ...

    def how_many(self, equal: dict[str, object]) -> int: ...

    def due(self, now: datetime, limit: int) -> list[tuple[str, Any]]: ...

    def next_due(self) -> datetime | None: ...


class FromStored(dict[object, Any]):
    """What stands for each stored value of one field. A value that many rows share is decoded once."""

    def __init__(self, table: Table[Any], field: str, stands_for: Callable[[Any], Any]) -> None:
        super().__init__()
        self._record, self._field, self._stands_for = table.record, field, stands_for

    def __missing__(self, stored: object) -> Any:
        document = {} if stored is ABSENT else {self._field: stored}
        found = self[stored] = self._stands_for(field_of(self._record, document, self._field))
        return found


class Image(Generic[T]):
    """`before` holds, of every key that the running transaction changed, what was there: a record or None."""

    def __init__(self, table: Table[T]) -> None:
        self.table = table
        self.before: dict[str, T | None] = {}
        self.unreadable: dict[str, StoreProblem] = {}
        self._kept: dict[str, T | bytes] = {}
        self._index: dict[str, dict[object, set[str]]] = {field: {} for field in table.indexed}
        self._wakes = Wakes()

    def load(self, rows: Iterable[tuple[str, bytes, bytes]]) -> None:
        """(key, JSON text, its glance) of a file. A start waits for this: of a large table it reads glances only."""
        sets = [(field, FromStored(self.table, field, _set_in(keys_by))) for field, keys_by in self._index.items()]
        waking = self.table.wakes_on or ""
        instants = FromStored(self.table, waking, lambda instant: instant)
        wakes: dict[str, datetime] = {}
        for key, text, glance in rows:
            try:
                document = load(glance)
                for field, keys_of in sets:
                    if (keys := keys_of[document.get(field, ABSENT)]) is not None:
                        keys.add(key)
                if waking and (instant := instants[document.get(waking, ABSENT)]) is not None:
                    wakes[key] = instant
            except (UnreadableRecord, TypeError) as problem:
                raise self._unreadable(key, problem) from problem
            self._kept[key] = text if self.table.read_late else self._read(key, text)
        self._wakes = Wakes(wakes)

    def __len__(self) -> int:
        return len(self._kept)

    def keys(self) -> Iterator[str]:
        return iter(self._kept)

    def holds(self, key: str) -> bool:
        return key in self._kept

    def kept(self, key: str) -> T | bytes | None:
        """The record, or its text while nobody wanted it."""
        return self._kept.get(key)

    def record(self, key: str) -> T | None:
        kept = self._kept.get(key)
        if isinstance(kept, bytes):
            kept = self._kept[key] = self._read(key, kept)
        return kept

    def keep(self, key: str, record: T) -> None:
        self.before.setdefault(key, self.record(key))
        self._place(key, record)

    def drop(self, key: str) -> None:
        if key in self._kept:
            self.before.setdefault(key, self.record(key))
            self._place(key, None)

    def put_back(self, before: dict[str, T | None]) -> None:
        """As it was: for a transaction that failed, or a flush."""
        for key, record in before.items():
            self._place(key, record)

    def find(self, equal: dict[str, object]) -> list[tuple[str, T]]:
        return [(key, record) for key in sorted(self._matching(equal)) if (record := self.record(key)) is not None]

    def how_many(self, equal: dict[str, object]) -> int:
        return len(self._matching(equal))

    def due(self, now: datetime, limit: int) -> list[tuple[str, T]]:
        self._must_wake()
        found: list[tuple[str, T]] = []
        for key in self._wakes.due(now, limit):
            try:
                record = self.record(key)
            except StoreProblem:
                self._wakes.set(key, None)  # it would stay due for ever
            else:
                found += [] if record is None else [(key, record)]
        return found

    def next_due(self) -> datetime | None:
        self._must_wake()
        return self._wakes.next()

    def _matching(self, equal: dict[str, object]) -> set[str]:
        if not equal:
            return set(self._kept)
        strange = equal.keys() - self._index.keys()
        if strange:
            raise ValueError(f"{self.table.name} has no index on {', '.join(sorted(strange))}")
        asked = {field: value for field, value in equal.items() if value is not None}
        found = sorted((self._index[field].get(value, set()) for field, value in asked.items()), key=len)
        keys = found[0].intersection(*found[1:]) if found else set(self._kept)
        if not (empty := equal.keys() - asked.keys()):
            return keys
        return {key for key in keys if all(getattr(self.record(key), field) is None for field in empty)}

    def _place(self, key: str, record: T | None) -> None:
        old = self.record(key)
        for field, by_value in self._index.items():
            _move(key, by_value, getattr(old, field, None), getattr(record, field, None))
        if self.table.wakes_on:
            self._wakes.set(key, None if record is None else getattr(record, self.table.wakes_on))
        if record is None:
            self._kept.pop(key, None)
        else:
            self._kept[key] = record

    def _read(self, key: str, text: bytes) -> T:
        try:
            return from_document(self.table.record, load(text))
        except UnreadableRecord as problem:
            unreadable = self._unreadable(key, problem)
            if key not in self.unreadable:
                self.unreadable[key] = unreadable
                log.error("%s", unreadable)
            raise unreadable from problem

    def _unreadable(self, key: str, problem: Exception) -> StoreProblem:
        return StoreProblem(
            f"the store's {self.table.name} {key!r} can't be read: {problem}; restore the newest backup"
        )

    def _must_wake(self) -> None:
        if not self.table.wakes_on:
            raise ValueError(f"{self.table.name} has no waking field")


def _set_in(keys_by: dict[object, set[str]]) -> Callable[[object], set[str] | None]:
    return lambda value: None if value is None else keys_by.setdefault(value, set())


def _move(key: str, by_value: dict[object, set[str]], old: object, new: object) -> None:
    """From the keys of its old value to those of its new one. None is not indexed: it would be nearly everybody."""
    if old == new:
        return
    if old is not None:
        keys = by_value[old]
        keys.discard(key)
        if not keys:
            del by_value[old]
    if new is not None:
        by_value.setdefault(new, set()).add(key)
