"""An answer is given when it is on disk and not before; what did not get there is gone from memory too."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from zlib import crc32

import pytest
import pytest_asyncio

from campaigns.delivery import State
from storage.base import StoreProblem, update
from storage.sqlite_medium import Changes
from storage.tables import DELIVERIES
from storage.tinydb_store import TinyDBStore
from tests.storage.every_store import COUNTS, T0, TABLES, Count, a_delivery


@pytest_asyncio.fixture
async def store(tmp_path: Path) -> AsyncIterator[TinyDBStore]:
    opened = await TinyDBStore.open(tmp_path / "klankbord.db", TABLES)
    yield opened
    await opened.close()


class Disk:
    """Between the store and its file: counts the flushes, can hold them up, and can be full for real."""

    def __init__(self, store: TinyDBStore) -> None:
        self.medium = store._storage.medium
        self.flushes = 0
        self.may_go = asyncio.Event()
        self.may_go.set()
        self._loop = asyncio.get_running_loop()
        self._write = self.medium.write
        self.medium.write = self.write  # type: ignore[method-assign]

    def write(self, changes: Changes) -> None:
        self.flushes += 1
        asyncio.run_coroutine_threadsafe(self.may_go.wait(), self._loop).result()
        self._write(changes)

    def is_full(self, full: bool) -> None:
        (pages,) = self.medium._file.execute("pragma page_count").fetchone()
        self.medium._file.execute(f"pragma max_page_count = {pages if full else 1_000_000}")


BIG = "x" * 100_000


async def put(store: TinyDBStore, key: str, count: Count) -> None:
    async with store.transaction() as tx:
        await tx.put(COUNTS, key, count)


async def found(store: TinyDBStore, key: str) -> Count | None:
    async with store.transaction() as tx:
        return await tx.get(COUNTS, key)


async def a_moment() -> None:
    for _ in range(20):
        await asyncio.sleep(0.001)


async def test_nobody_gets_an_answer_before_the_flush_not_even_who_only_read(store: TinyDBStore) -> None:
    disk = Disk(store)
    disk.may_go.clear()
    writer = asyncio.create_task(put(store, "a", Count(1)))
    await a_moment()
    reader = asyncio.create_task(found(store, "a"))
    await a_moment()
    assert not writer.done()
    assert not reader.done()
    disk.may_go.set()
    await writer
    assert await reader == Count(1)


async def test_a_rush_shares_its_flushes(store: TinyDBStore) -> None:
    disk = Disk(store)
    await asyncio.gather(*(put(store, f"{number}", Count(number)) for number in range(500)))
    assert disk.flushes < 50


async def test_a_full_disk_fails_everybody_in_the_group_and_heals_by_itself(store: TinyDBStore) -> None:
    await put(store, "a", Count(1, wake=T0))
    disk = Disk(store)
    disk.is_full(True)
    disk.may_go.clear()
    writing = [asyncio.create_task(put(store, "a", Count(2, BIG))), asyncio.create_task(put(store, "b", Count(2, BIG)))]
    await a_moment()
    # These come while the flush is under way, and build on what will fail.
    later = [asyncio.create_task(put(store, "a", Count(3))), asyncio.create_task(found(store, "b"))]
    await a_moment()
    disk.may_go.set()
    for answer in await asyncio.gather(*writing, *later, return_exceptions=True):
        assert isinstance(answer, StoreProblem)
        assert "is full: make room" in str(answer)
    async with store.transaction() as tx:
        assert await tx.get(COUNTS, "a") == Count(1, wake=T0)
        assert await tx.find(COUNTS) == await tx.due(COUNTS, T0, 5) == [("a", Count(1, wake=T0))]
    disk.is_full(False)
    await put(store, "b", Count(2, BIG))
    assert [key async for _, key, _ in store.all_documents()] == ["a", "b"]


async def test_a_full_disk_is_a_trouble_until_a_write_succeeds_again(store: TinyDBStore) -> None:
    """Reading comes from memory, so it says nothing about the disk."""
    disk = Disk(store)
    assert store.troubles() == ()
    disk.is_full(True)
    with pytest.raises(StoreProblem):
        await put(store, "a", Count(1, BIG))
    assert await found(store, "a") is None
    [trouble] = store.troubles()
    assert "is full: make room" in trouble
    disk.is_full(False)
    await put(store, "a", Count(1))
    assert store.troubles() == ()


async def test_a_record_that_can_not_be_read_is_a_trouble_for_good(tmp_path: Path) -> None:
    path = tmp_path / "klankbord.db"
    store = await TinyDBStore.open(path, TABLES)
    await put(store, "odd", Count(1, wake=T0))
    await put(store, "sound", Count(2, wake=T0))
    await store.close()
    text = '{"colour":"red"}'
    with closing(sqlite3.connect(path)) as file:
        file.execute("update documents set document = ?, checksum = ? where key = 'odd'", (text, crc32(text.encode())))
        file.commit()
    store = await TinyDBStore.open(path, TABLES)
    async with store.transaction() as tx:
        assert await tx.due(COUNTS, T0, 9) == [("sound", Count(2, wake=T0))]
    await put(store, "sound", Count(3))
    [trouble] = store.troubles()
    assert "counts 'odd' can't be read" in trouble
    assert [document async for _, key, document in store.all_documents() if key == "odd"] == [{"colour": "red"}]
    await store.close()


async def test_a_transaction_that_is_under_way_when_a_flush_fails_fails_too(store: TinyDBStore) -> None:
    disk = Disk(store)
    disk.is_full(True)
    disk.may_go.clear()
    first = asyncio.create_task(put(store, "a", Count(1, BIG)))
    await a_moment()
    goes_on = asyncio.Event()

    async def builds_on_it() -> None:
        async with store.transaction() as tx:
            assert await tx.get(COUNTS, "a") == Count(1, BIG)
            await goes_on.wait()
            await tx.put(COUNTS, "b", Count(2))

    second = asyncio.create_task(builds_on_it())
    await a_moment()
    disk.may_go.set()
    await a_moment()
    goes_on.set()
    for answer in await asyncio.gather(first, second, return_exceptions=True):
        assert isinstance(answer, StoreProblem)
    assert await found(store, "a") is None
    assert await found(store, "b") is None


async def test_a_record_that_has_no_plain_form_is_refused_and_the_store_goes_on(store: TinyDBStore) -> None:
    with pytest.raises(StoreProblem):
        await put(store, "a", Count(object()))  # type: ignore[arg-type]
    await put(store, "a", Count(1))
    assert await found(store, "a") == Count(1)


async def test_who_leaves_while_waiting_for_the_flush_leaves_a_kept_change(store: TinyDBStore, tmp_path: Path) -> None:
    disk = Disk(store)
    disk.may_go.clear()
    leaving = asyncio.create_task(put(store, "a", Count(1)))
    await a_moment()
    leaving.cancel()
    await a_moment()
    assert leaving.cancelled()
    disk.may_go.set()
    await store.close()
    again = await TinyDBStore.open(tmp_path / "klankbord.db", TABLES)
    assert await found(again, "a") == Count(1)
    await again.close()


async def test_what_is_archived_and_comes_again_at_once_is_in_both_places(store: TinyDBStore) -> None:
    settled = a_delivery("a", state=State.SENT, wake=None)
    async with store.transaction() as tx:
        await tx.put(DELIVERIES, "a", settled)

    async def again() -> None:
        async with store.transaction() as tx:
            assert await tx.add(DELIVERIES, "a", a_delivery("a"))

    await asyncio.gather(store.archive("sprint"), again())
    assert [document.get("state") async for _, _, document in store.all_documents()] == [None, "sent"]


async def test_a_second_store_on_the_same_file_is_refused(store: TinyDBStore, tmp_path: Path) -> None:
    with pytest.raises(StoreProblem, match="in use by another process"):
        await TinyDBStore.open(tmp_path / "klankbord.db", TABLES)


async def test_of_ten_thousand_due_at_once_the_first_come_first_and_once(store: TinyDBStore) -> None:
    async with store.transaction() as tx:
        for number in range(10_000):
            await tx.put(COUNTS, f"{number:05}", Count(number, wake=T0))
    async with store.transaction() as tx:
        due = await tx.due(COUNTS, T0, 500)
        for key, count in due:
            await tx.put(COUNTS, key, Count(count.n))
        assert (await tx.due(COUNTS, T0, 1))[0][0] == "00500"
    assert [key for key, _ in due] == [f"{number:05}" for number in range(500)]


async def test_an_update_of_nothing_waits_for_nothing(store: TinyDBStore) -> None:
    disk = Disk(store)
    assert await update(store, COUNTS, "a", lambda count: (None, 7)) == 7
    assert disk.flushes == 0
