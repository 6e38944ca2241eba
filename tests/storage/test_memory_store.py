"""What is special about memory: nothing is left of it. The rest is in the contract."""

from storage.memory_store import MemoryStore
from tests.storage.every_store import COUNTS, TABLES, Count


async def test_two_memory_stores_know_nothing_of_each_other() -> None:
    one, two = MemoryStore(TABLES), MemoryStore(TABLES)
    async with one.transaction() as tx:
        await tx.put(COUNTS, "a", Count(1))
    assert [row async for row in two.all_documents()] == []
