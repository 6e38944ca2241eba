"""What would break: ready while the store is gone, its trouble told to strangers, a state that isn't counted."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from aiohttp.test_utils import TestClient, TestServer

from bot.web.app import make_app
from bot.web.health import delivery_counts
from campaigns.delivery import Delivery, State
from storage.base import StoreProblem, Transaction
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES, DELIVERIES, SETTINGS
from tests.bot.web.a_room import MONDAY, a_room


class GoneStore(MemoryStore):
    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        raise StoreProblem("disk full at /secret/path")
        yield


class FullDisk(MemoryStore):
    """Reads go on, as they come from memory; a write fails and is remembered until one succeeds."""

    def __init__(self) -> None:
        super().__init__(ALL_TABLES)
        self.is_full, self.written = True, 0
        self._trouble: tuple[str, ...] = ("disk full at /secret/path",)

    def troubles(self) -> tuple[str, ...]:
        return self._trouble

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with super().transaction() as tx:
            yield tx
            if self._images[SETTINGS.name].before:
                if self.is_full:
                    raise StoreProblem(self._trouble[0])
                self.written, self._trouble = self.written + 1, ()


async def test_not_ready_after_a_write_that_failed_until_one_succeeds() -> None:
    """Nothing else may be written meanwhile, so it tries by itself; a healthy store is not written to."""
    store = FullDisk()
    async with TestClient(TestServer(make_app(replace(a_room().ctx, store=store)))) as client:
        for _ in range(2):
            answer = await client.get("/readyz")
            assert answer.status == 503
            assert "secret" not in await answer.text()
        store.is_full = False
        assert [(await client.get("/readyz")).status for _ in range(3)] == [200, 200, 200]
        assert store.written == 1


async def test_there_and_ready() -> None:
    async with a_room().client() as client:
        assert (await client.get("/healthz")).status == 200
        assert (await client.get("/readyz")).status == 200


async def test_not_ready_without_a_store_and_the_reason_stays_inside() -> None:
    ctx = replace(a_room().ctx, store=GoneStore(ALL_TABLES))
    async with TestClient(TestServer(make_app(ctx))) as client:
        answer = await client.get("/readyz")
        assert answer.status == 503
        assert "secret" not in await answer.text()
        assert (await client.get("/healthz")).status == 200


async def test_deliveries_are_counted_by_state_and_a_zero_is_shown_too() -> None:
    room = a_room()
    async with room.ctx.store.transaction() as tx:
        await tx.put(DELIVERIES, "a", Delivery("a", "crm", MONDAY, None, State.SENT))
        await tx.put(DELIVERIES, "b", Delivery("b", "crm", MONDAY, None, State.SENT))
    text = await delivery_counts(room.ctx)
    assert 'klankbord_deliveries{state="sent"} 2\n' in text
    assert 'klankbord_deliveries{state="uncertain"} 0\n' in text
    assert text.count("{state=") == len(State)
    async with room.client() as client:
        assert await (await client.get("/metrics")).text() == text
