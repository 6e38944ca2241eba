"""The child of test_store_kill.py: signs people up as fast as it can and says who got an answer, after it was given."""

import asyncio
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection

from campaigns.delivery import Delivery
from campaigns.seats import SeatBook, sign_up
from storage.all_stores import open_store
from storage.base import Store
from storage.tables import DELIVERIES, SEATS

NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)
BOOK = SeatBook(
    campaign="sprint",
    places=3,
    opens=NOW - timedelta(hours=1),
    closes=NOW + timedelta(days=5),
    allocation="first come",
    max_per_team=None,
    seed="seed",
    seed_hash="hash",
)
AT_ONCE = 20
MOST = 400  # people of one life: a book of thousands would only make the disk slower


async def person(store: Store, name: str, said: "Connection[str, None]") -> None:
    """Signs up and keeps a notice of it, in one transaction."""
    async with store.transaction() as tx:
        book, answer = sign_up(await tx.get(SEATS, "sprint") or BOOK, person=name, name=name, team="sales", now=NOW)
        await tx.put(SEATS, "sprint", book)
        notice = Delivery(key=name, campaign="sprint", due=NOW, wake=NOW, person=name, detail=str(answer.number))
        await tx.put(DELIVERIES, name, notice)
    said.send(name)


async def _live(url: str, life: int, said: "Connection[str, None]") -> None:
    store = await open_store(url)
    said.send("open")
    for number in range(0, MOST, AT_ONCE):
        await asyncio.gather(*(person(store, f"{life}-{number + one}", said) for one in range(AT_ONCE)))
    await store.close()


def live(url: str, life: int, said: "Connection[str, None]") -> None:
    asyncio.run(_live(url, life, said))
