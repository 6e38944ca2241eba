"""What a store can do, whatever keeps the data: documents under natural keys, changed in transactions.

A transaction is whole or nothing, and durable when `async with` ends. Inside it nobody else changes what it has read.
Records are immutable dataclasses; a Table says how one noun is kept.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
A = TypeVar("A")


class StoreProblem(Exception):
    """The store can't be opened or written; the sentence says which, why and what to do. Exit code 2."""


@dataclass(frozen=True)
class Table(Generic[T_co]):
    """A noun: its name, its record type, the fields that `find` may ask for, and the field that `due` looks at.

    Of a table that grows large a record is only read when somebody wants it (`read_late`), or a start would take long.
    """

    name: str
    record: type[T_co]
    indexed: tuple[str, ...] = ()
    wakes_on: str | None = None
    read_late: bool = False

    @property
    def looked_at(self) -> tuple[str, ...]:
        """The fields by which its records are found or woken."""
        return (*self.indexed, self.wakes_on) if self.wakes_on else self.indexed


class Transaction(Protocol):
    async def get(self, table: Table[T], key: str) -> T | None:
        """The record, locked until this transaction ends."""
        ...

    async def add(self, table: Table[T], key: str, record: T) -> bool:
        """False, and nothing changed, when the key exists."""
        ...

    async def put(self, table: Table[T], key: str, record: T) -> None: ...

    async def remove(self, table: Table[T], key: str) -> None: ...

    async def find(self, table: Table[T], **equal: object) -> list[tuple[str, T]]:
        """All records whose indexed fields equal these, in the order of their keys."""
        ...

    async def count(self, table: Table[Any], **equal: object) -> int:
        """How many `find` would give, without reading them."""
        ...

    async def due(self, table: Table[T], now: datetime, limit: int) -> list[tuple[str, T]]:
        """Records whose waking field is at or before `now`, earliest first, then by key. One that can't be read is a
        trouble of the store and keeps no other from being given; every other word refuses it.
        """
        ...

    async def next_due(self, table: Table[T]) -> datetime | None:
        """The earliest waking instant of the table."""
        ...


class Store(Protocol):
    def transaction(self) -> AbstractAsyncContextManager[Transaction]: ...

    async def peek(self, table: Table[T], key: str) -> T | None:
        """What stands there at this moment, be it of a transaction that may still fail. It waits for nobody, so it is
        for what does no harm when it is wrong; nothing is answered or decided by it."""
        ...

    def troubles(self) -> tuple[str, ...]:
        """Why what is kept can't be relied on at this moment, a sentence each: the last write failed, or
        a record could not be read."""
        ...

    async def archive(self, campaign: str) -> None:
        """Move a finished campaign's settled deliveries out of memory; `all_documents` still yields them."""
        ...

    def all_documents(self) -> AsyncIterator[tuple[str, str, dict[str, Any]]]:
        """(table, key, plain document) of everything kept, archive included; for export and copy."""
        ...

    async def close(self) -> None: ...


async def update(store: Store, table: Table[T], key: str, decide: Callable[[T | None], tuple[T | None, A]]) -> A:
    """Run a pure decision on one record under the store's lock, keep what it returns, and hand back its answer."""
    async with store.transaction() as tx:
        found: T | None = await tx.get(table, key)
        record, answer = decide(found)
        if record is not None:
            await tx.put(table, key, record)
        return answer
