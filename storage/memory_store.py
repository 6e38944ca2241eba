"""A store without a file, for rehearsals and tests: the same turns, order and rollback; gone when closed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from storage.base import StoreProblem, Table, Transaction
from storage.image import Image
from storage.image_transaction import ImageTransaction
from storage.records import to_document
from storage.settled import settled_of
from storage.tables import DELIVERIES

T = TypeVar("T")


class MemoryStore:
    def __init__(self, tables: tuple[Table[Any], ...]) -> None:
        self._images: dict[str, Image[Any]] = {table.name: Image(table) for table in tables}
        self._archive: dict[str, Any] = {}
        self._turn = asyncio.Lock()
        self._closed = False

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with self._turn:
            if self._closed:
                raise StoreProblem("the store is closed")
            try:
                yield ImageTransaction(lambda table: self._images[table.name])
            except BaseException:
                for image in self._images.values():
                    image.put_back(image.before)
                raise
            finally:
                for image in self._images.values():
                    image.before = {}

    async def peek(self, table: Table[T], key: str) -> T | None:
        if self._closed:
            raise StoreProblem("the store is closed")
        image: Image[T] = self._images[table.name]
        return image.record(key)

    def troubles(self) -> tuple[str, ...]:
        return ()

    async def archive(self, campaign: str) -> None:
        async with self.transaction():
            deliveries = self._images[DELIVERIES.name]
            for key, delivery in settled_of(deliveries, campaign):
                self._archive[key] = delivery
                deliveries.drop(key)

    async def all_documents(self) -> AsyncIterator[tuple[str, str, dict[str, Any]]]:
        async with self.transaction():
            held = [
                (name, key, image.record(key)) for name, image in self._images.items() for key in sorted(image.keys())
            ]
            held += [(DELIVERIES.name, key, delivery) for key, delivery in sorted(self._archive.items())]
        for name, key, record in held:
            yield name, key, to_document(record)

    async def close(self) -> None:
        self._closed = True
