"""The words of a transaction on tables that are in memory."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from storage.base import Table
from storage.image import Rows

T = TypeVar("T")


class ImageTransaction:
    """Reads and changes the image at once; the store that made it puts back what a failed one changed."""

    def __init__(self, rows: Callable[[Table[Any]], Rows]) -> None:
        self._rows = rows

    async def get(self, table: Table[T], key: str) -> T | None:
        record: T | None = self._rows(table).record(key)
        return record

    async def add(self, table: Table[T], key: str, record: T) -> bool:
        rows = self._rows(table)
        if rows.holds(key):
            return False
        rows.keep(key, record)
        return True

    async def put(self, table: Table[T], key: str, record: T) -> None:
        self._rows(table).keep(key, record)

    async def remove(self, table: Table[T], key: str) -> None:
        self._rows(table).drop(key)

    async def find(self, table: Table[T], **equal: object) -> list[tuple[str, T]]:
        return self._rows(table).find(equal)

    async def count(self, table: Table[Any], **equal: object) -> int:
        return self._rows(table).how_many(equal)

    async def due(self, table: Table[T], now: datetime, limit: int) -> list[tuple[str, T]]:
        return self._rows(table).due(now, limit)

    async def next_due(self, table: Table[T]) -> datetime | None:
        return self._rows(table).next_due()
