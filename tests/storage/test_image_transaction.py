"""The words of a transaction reach the table they name."""

from storage.image import Image
from storage.image_transaction import ImageTransaction
from tests.storage.every_store import COUNTS, T0, Count


async def test_each_word_does_what_it_says() -> None:
    image = Image(COUNTS)
    tx = ImageTransaction(lambda table: {"counts": image}[table.name])
    assert await tx.add(COUNTS, "a", Count(1, wake=T0))
    assert not await tx.add(COUNTS, "a", Count(2))
    assert await tx.get(COUNTS, "a") == Count(1, wake=T0)
    assert await tx.find(COUNTS, n=1) == await tx.due(COUNTS, T0, 1) == [("a", Count(1, wake=T0))]
    await tx.put(COUNTS, "a", Count(3))
    assert await tx.next_due(COUNTS) is None
    await tx.remove(COUNTS, "a")
    assert await tx.get(COUNTS, "a") is None
