"""The store of one process: TinyDB in memory, SQLite on disk, many waiting commits in one flush.

A transaction leaves its turn before its flush, so the next one joins it; nobody gets an answer before it is on disk.
"""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

from storage.base import StoreProblem, Table, Transaction
from storage.flush_group import FlushGroup
from storage.image_transaction import ImageTransaction
from storage.records import load, to_document
from storage.settled import settled_of
from storage.sqlite_medium import Key
from storage.tables import DELIVERIES
from storage.tinydb_tables import RecordDB, RecordTable, SqliteStorage

T = TypeVar("T")
LONGEST_GATHERING: Final = 0.01  # seconds that a group waits for those who stand in line
PAGE: Final = 500


class TinyDBStore:
    def __init__(self, db: RecordDB, thread: ThreadPoolExecutor) -> None:
        self._db = db
        self._thread = thread  # the only one that touches the file
        self._turn = asyncio.Lock()
        self._in_line = 0
        self._line_is_empty = asyncio.Event()
        self._gathering = FlushGroup()
        self._writing = FlushGroup.settled()
        self._flushing: asyncio.Task[None] | None = None
        self._refused: Exception | None = None  # why the last flush failed
        self._closed = False

    @classmethod
    async def open(cls, path: Path, tables: tuple[Table[Any], ...]) -> "TinyDBStore":
        thread = ThreadPoolExecutor(1, "store")
        try:
            db = await asyncio.get_running_loop().run_in_executor(thread, _loaded, path, tables)
        except BaseException:
            thread.shutdown()
            raise
        return cls(db, thread)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with self._my_turn():
            try:
                yield ImageTransaction(self._rows)
            except BaseException:
                self._put_back(self._changed())
                raise
            mine = self._join()
        await mine.flushed()

    async def peek(self, table: Table[T], key: str) -> T | None:
        if self._closed:
            raise StoreProblem("the store is closed")
        record: T | None = self._rows(table).record(key)
        return record

    def troubles(self) -> tuple[str, ...]:
        unreadable = [str(problem) for image in self._storage.images.values() for problem in image.unreadable.values()]
        return (*([] if self._refused is None else [str(self._refused)]), *unreadable)

    async def archive(self, campaign: str) -> None:
        async with self._my_turn():
            table = self._rows(DELIVERIES)
            settled = settled_of(table, campaign)
            for key, _ in settled:
                table.drop(key)
            mine = self._join({(DELIVERIES.name, key): record for key, record in settled})
        await mine.flushed()

    async def all_documents(self) -> AsyncIterator[tuple[str, str, dict[str, Any]]]:
        async with self.transaction():  # its end waits for what is being flushed
            images = self._storage.images
            held = [(name, key, image.kept(key)) for name, image in images.items() for key in sorted(image.keys())]
        for name, key, kept in held:
            yield name, key, load(kept) if isinstance(kept, bytes) else to_document(kept)
        rows = self._storage.medium.archived()
        while page := await self._in_thread(lambda: list(islice(rows, PAGE))):
            for name, key, text in page:
                yield name, key, load(text)

    async def close(self) -> None:
        """Twice is fine. What is being flushed is flushed first."""
        async with self._turn:
            if self._closed:
                return
            self._closed = True
        if self._flushing:
            await asyncio.wait([self._flushing])
        try:
            await self._in_thread(self._db.close)
        finally:
            self._thread.shutdown()

    @asynccontextmanager
    async def _my_turn(self) -> AsyncIterator[None]:
        self._in_line += 1
        self._line_is_empty.clear()
        try:
            await self._turn.acquire()
        finally:
            self._in_line -= 1
            if not self._in_line:
                self._line_is_empty.set()
        try:
            if self._closed:
                raise StoreProblem("the store is closed")
            if not self._in_line:  # so that a rush of thousands forms a line, between whose steps the loop is free
                await asyncio.sleep(0)
            yield
        finally:
            self._turn.release()

    def _rows(self, table: Table[Any]) -> RecordTable:
        rows = self._db.table(table.name)
        assert isinstance(rows, RecordTable)
        return rows

    def _changed(self) -> dict[str, dict[str, Any]]:
        """Per table what was there before, of all that this transaction changed."""
        changed = {}
        for name, image in self._storage.images.items():
            if image.before:
                changed[name], image.before = image.before, {}
        return changed

    def _put_back(self, changed: Mapping[str, dict[str, Any]]) -> None:
        for name, before in changed.items():
            self._storage.images[name].put_back(before)

    def _join(self, archived: Mapping[Key, Any] | None = None) -> FlushGroup:
        """What must be on disk before this transaction may answer; one that only read waits for what it read."""
        changed = self._changed()
        group = self._gathering
        if not changed:
            return group if group.changes.now else self._writing
        for name, before in changed.items():
            image = self._storage.images[name]
            group.note(name, before, {key: image.record(key) for key in before})
        group.changes.archived.update(archived or {})
        if self._flushing is None or self._flushing.done():
            self._flushing = asyncio.create_task(self._flush())
        return group

    async def _flush(self) -> None:
        while self._gathering.changes.now:
            await self._until_all_joined()
            group, self._gathering = self._gathering, FlushGroup()
            self._writing = group
            try:
                await self._in_thread(partial(self._storage.write, group.changes))
            except Exception as problem:  # whatever it was, nobody in the group may think it was kept
                self._refused = problem
                await self._fail(group, problem)
            else:
                self._refused = None
                await group.end()

    async def _until_all_joined(self) -> None:
        """One flush for a whole rush: the group leaves when nobody stands in line, or has stood long enough."""
        if self._in_line:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._line_is_empty.wait(), LONGEST_GATHERING)

    async def _fail(self, group: FlushGroup, problem: Exception) -> None:
        """Back to what is on disk. Who built on the failed changes in the meantime fails with them."""
        async with self._turn:
            later, self._gathering = self._gathering, FlushGroup()
            self._put_back(later.before)
            self._put_back(group.before)
            self._changed()  # putting back is no change of anybody's
            self._writing = FlushGroup.settled()
        await group.end(problem)
        await later.end(problem)

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    @property
    def _storage(self) -> SqliteStorage:
        storage = self._db.storage
        assert isinstance(storage, SqliteStorage)
        return storage


def _loaded(path: Path, tables: tuple[Table[Any], ...]) -> RecordDB:
    """What is loaded stays. The garbage collector keeps out: its walks along all of it hold the loop for 80 ms."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return RecordDB(path, tables, storage=SqliteStorage)
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
