"""The records of a table whose moment has come, each in a transaction of its own: a fault in one stops no other."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TypeVar

from bot.context import Context
from bot.each import each
from storage.base import Table, Transaction

T = TypeVar("T")
Do = Callable[[Context, Transaction, str, T, datetime], Awaitable[None]]

MANY = 1_000
# A campaign whose file is gone may come back; until then there is nobody to tell.
LOOK_AGAIN = timedelta(hours=1)


async def each_due(ctx: Context, table: Table[T], now: datetime, do: Do[T]) -> None:
    """`do` gets the key and the record, and sees to it that it wakes later or never."""
    async with ctx.store.transaction() as tx:
        due = await tx.due(table, now, MANY)
    await each(_one(ctx, table, key, record, do, now) for key, record in due)


async def _one(ctx: Context, table: Table[T], key: str, record: T, do: Do[T], now: datetime) -> None:
    async with ctx.store.transaction() as tx:
        if await tx.get(table, key) == record:  # or somebody was just at it: it comes with the next look
            await do(ctx, tx, key, record, now)
