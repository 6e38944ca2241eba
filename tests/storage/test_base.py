"""`update` runs a pure decision under the store's lock."""

import pytest

from storage.base import update
from storage.memory_store import MemoryStore
from tests.storage.every_store import COUNTS, TABLES, Count


async def test_update_keeps_what_was_decided_and_hands_back_the_answer() -> None:
    store = MemoryStore(TABLES)
    assert await update(store, COUNTS, "a", lambda found: (Count(1), found)) is None
    assert await update(store, COUNTS, "a", lambda found: (None, found)) == Count(1)


async def test_a_decision_that_fails_changes_nothing() -> None:
    store = MemoryStore(TABLES)

    def fails(found: Count | None) -> tuple[Count, None]:
        raise LookupError

    with pytest.raises(LookupError):
        await update(store, COUNTS, "a", fails)
    assert [row async for row in store.all_documents()] == []
