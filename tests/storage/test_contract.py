"""What every store promises. A store that breaks one of these loses or invents somebody's data."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from campaigns.delivery import State
from storage.base import Store, StoreProblem, update
from storage.tables import DELIVERIES
from tests.storage.every_store import COUNTS, KINDS, T0, Count, Kind, a_delivery

MINUTE = timedelta(minutes=1)


@pytest.fixture(params=list(KINDS.values()), ids=list(KINDS))
def kind(request: pytest.FixtureRequest) -> Kind:
    found: Kind = request.param
    return found


@pytest_asyncio.fixture
async def store(kind: Kind, tmp_path: Path) -> AsyncIterator[Store]:
    opened = await kind.open(tmp_path)
    yield opened
    await opened.close()


async def put(store: Store, **counts: Count) -> None:
    async with store.transaction() as tx:
        for key, count in counts.items():
            await tx.put(COUNTS, key, count)


async def found(store: Store, key: str) -> Count | None:
    async with store.transaction() as tx:
        return await tx.get(COUNTS, key)


async def everything(store: Store) -> list[tuple[str, str, dict[str, object]]]:
    return [row async for row in store.all_documents()]


async def test_what_is_put_is_found(store: Store) -> None:
    await put(store, a=Count(1, "sales"))
    assert await found(store, "a") == Count(1, "sales")
    assert await found(store, "b") is None


async def test_a_peek_waits_for_nobody(store: Store) -> None:
    await put(store, a=Count(1))
    assert (await store.peek(COUNTS, "a"), await store.peek(COUNTS, "b")) == (Count(1), None)
    async with store.transaction() as tx:
        await tx.put(COUNTS, "a", Count(2))
        async with asyncio.timeout(5):
            assert await store.peek(COUNTS, "a") in (Count(1), Count(2))
    assert await store.peek(COUNTS, "a") == Count(2)


async def test_the_second_add_of_a_key_changes_nothing(store: Store) -> None:
    async with store.transaction() as tx:
        assert await tx.add(COUNTS, "a", Count(1))
        assert not await tx.add(COUNTS, "a", Count(2))
    async with store.transaction() as tx:
        assert not await tx.add(COUNTS, "a", Count(3))
    assert await found(store, "a") == Count(1)


async def test_what_is_removed_is_gone_and_may_come_again(store: Store) -> None:
    await put(store, a=Count(1, wake=T0))
    async with store.transaction() as tx:
        await tx.remove(COUNTS, "a")
        await tx.remove(COUNTS, "never there")
        assert await tx.next_due(COUNTS) is None
        assert await tx.add(COUNTS, "a", Count(2))
    assert await found(store, "a") == Count(2)


async def test_a_failed_transaction_leaves_nothing_behind(store: Store) -> None:
    await put(store, a=Count(1, "sales", T0), b=Count(2))
    before = await everything(store)

    async def fails_at_the_end() -> None:
        async with store.transaction() as tx:
            await tx.put(COUNTS, "a", Count(9, "service", T0 + MINUTE))
            await tx.put(COUNTS, "a", Count(10))
            await tx.remove(COUNTS, "b")
            await tx.add(COUNTS, "c", Count(3, wake=T0 - MINUTE))
            raise LookupError

    with pytest.raises(LookupError):
        await fails_at_the_end()
    assert await everything(store) == before
    async with store.transaction() as tx:
        assert await tx.find(COUNTS, team="sales") == [("a", Count(1, "sales", T0))]
        assert await tx.find(COUNTS, team="service") == []
        assert await tx.next_due(COUNTS) == T0


async def test_a_cancelled_transaction_leaves_nothing_behind(store: Store) -> None:
    started = asyncio.Event()

    async def slow() -> None:
        async with store.transaction() as tx:
            await tx.put(COUNTS, "a", Count(1))
            started.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(slow())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await found(store, "a") is None


async def test_nobody_comes_in_between_while_a_body_waits_for_something_else(store: Store) -> None:
    await put(store, a=Count(0))

    async def slowly_one_more() -> None:
        async with store.transaction() as tx:
            count = await tx.get(COUNTS, "a")
            assert count is not None
            await asyncio.sleep(0.001)
            await tx.put(COUNTS, "a", Count(count.n + 1))

    await asyncio.gather(*(slowly_one_more() for _ in range(20)))
    assert await found(store, "a") == Count(20)


async def test_a_thousand_at_once_each_get_their_own_number(store: Store) -> None:
    def one_more(count: Count | None) -> tuple[Count, int]:
        n = count.n + 1 if count else 1
        return Count(n), n

    numbers = await asyncio.gather(*(update(store, COUNTS, "a", one_more) for _ in range(1000)))
    assert sorted(numbers) == list(range(1, 1001))
    assert await found(store, "a") == Count(1000)


async def test_an_update_that_decides_nothing_keeps_nothing(store: Store) -> None:
    assert await update(store, COUNTS, "a", lambda count: (None, count)) is None
    assert await everything(store) == []


async def test_find_gives_records_in_the_order_of_their_keys(store: Store) -> None:
    await put(store, b=Count(1, "sales"), a=Count(1, "sales"), c=Count(2, "sales"), d=Count(1), e=Count(1, "sales"))
    async with store.transaction() as tx:
        assert [key for key, _ in await tx.find(COUNTS, n=1, team="sales")] == ["a", "b", "e"]
        assert [key for key, _ in await tx.find(COUNTS, team=None)] == ["d"]
        assert [key for key, _ in await tx.find(COUNTS, team=None, n=1)] == ["d"]
        assert await tx.find(COUNTS, team=None, n=2) == []
        assert [key for key, _ in await tx.find(COUNTS)] == ["a", "b", "c", "d", "e"]
        assert await tx.find(COUNTS, n=7, team="sales") == []


async def test_a_count_is_as_many_as_find_gives(store: Store) -> None:
    await put(store, b=Count(1, "sales"), a=Count(1, "sales"), c=Count(2, "sales"), d=Count(1))
    async with store.transaction() as tx:
        await tx.remove(COUNTS, "b")
        for equal in ({}, {"n": 1}, {"n": 1, "team": "sales"}, {"team": None}, {"n": 7}):
            assert await tx.count(COUNTS, **equal) == len(await tx.find(COUNTS, **equal))
        with pytest.raises(ValueError, match="counts has no index on colour"):
            await tx.count(COUNTS, colour="red")


async def test_find_knows_a_change_of_the_same_transaction(store: Store) -> None:
    await put(store, a=Count(1))
    async with store.transaction() as tx:
        await tx.put(COUNTS, "a", Count(2))
        assert await tx.find(COUNTS, n=1) == []
        assert await tx.find(COUNTS, n=2) == [("a", Count(2))]


async def test_find_by_a_field_without_index_is_refused_by_name(store: Store) -> None:
    async with store.transaction() as tx:
        with pytest.raises(ValueError, match="counts has no index on colour"):
            await tx.find(COUNTS, colour="red")


async def test_due_is_earliest_first_then_by_key_and_no_more_than_asked(store: Store) -> None:
    await put(
        store, b=Count(wake=T0), a=Count(wake=T0), late=Count(wake=T0 + 2 * MINUTE), first=Count(wake=T0 - MINUTE)
    )
    async with store.transaction() as tx:
        for _ in range(2):  # asking takes nothing away
            assert [key for key, _ in await tx.due(COUNTS, T0, 10)] == ["first", "a", "b"]
        assert [key for key, _ in await tx.due(COUNTS, T0, 2)] == ["first", "a"]
        assert [key for key, _ in await tx.due(COUNTS, T0 - 2 * MINUTE, 10)] == []


async def test_next_due_follows_every_change(store: Store) -> None:
    async with store.transaction() as tx:
        assert await tx.next_due(COUNTS) is None
        await tx.put(COUNTS, "a", Count(wake=T0))
        await tx.put(COUNTS, "b", Count(wake=T0 + MINUTE))
        assert await tx.next_due(COUNTS) == T0
        await tx.put(COUNTS, "a", Count(wake=T0 + 2 * MINUTE))
        assert await tx.next_due(COUNTS) == T0 + MINUTE
        await tx.put(COUNTS, "b", Count())
        assert await tx.next_due(COUNTS) == T0 + 2 * MINUTE
        await tx.put(COUNTS, "a", Count(wake=T0))
        await tx.put(COUNTS, "a", Count(wake=T0 + MINUTE))
        await tx.put(COUNTS, "a", Count(wake=T0))
        assert await tx.due(COUNTS, T0 + MINUTE, 5) == [("a", Count(wake=T0))]
        await tx.remove(COUNTS, "a")
        assert await tx.next_due(COUNTS) is None


async def test_the_archive_takes_what_is_settled_and_nothing_else(store: Store) -> None:
    kept = [
        a_delivery("sent", state=State.SENT, wake=None),
        a_delivery("skipped", state=State.SKIPPED, wake=None),
        a_delivery("waiting"),
        a_delivery("uncertain", state=State.UNCERTAIN),
        a_delivery("elsewhere", state=State.SENT, wake=None, campaign="other"),
    ]
    async with store.transaction() as tx:
        for delivery in kept:
            await tx.put(DELIVERIES, delivery.key, delivery)
    before = sorted(key for _, key, _ in await everything(store))
    await store.archive("sprint")
    async with store.transaction() as tx:
        assert [key for key, _ in await tx.find(DELIVERIES)] == ["elsewhere", "uncertain", "waiting"]
    assert sorted(key for _, key, _ in await everything(store)) == before


async def test_a_restart_keeps_everything(store: Store, kind: Kind, tmp_path: Path) -> None:
    if not kind.keeps:
        pytest.skip("keeps nothing, and says so")
    await put(store, a=Count(1, "sales", T0), b=Count(2), gone=Count(3))
    async with store.transaction() as tx:
        await tx.remove(COUNTS, "gone")
        await tx.put(DELIVERIES, "sent", a_delivery("sent", state=State.SENT, wake=None))
    await store.archive("sprint")
    before = await everything(store)
    await store.close()
    again = await kind.open(tmp_path)
    assert await everything(again) == before
    async with again.transaction() as tx:
        assert await tx.find(COUNTS, team="sales") == [("a", Count(1, "sales", T0))]
        assert await tx.due(COUNTS, T0, 5) == [("a", Count(1, "sales", T0))]
    await again.close()


async def test_a_closed_store_refuses_and_closing_twice_is_fine(store: Store) -> None:
    await store.close()
    await store.close()
    with pytest.raises(StoreProblem, match="closed"):
        await put(store, a=Count(1))
    with pytest.raises(StoreProblem, match="closed"):
        await store.peek(COUNTS, "a")
