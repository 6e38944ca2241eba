"""1,000 people sign up at once for 3 seats, each answer durable; beside it plain TinyDB with its default storage.

Both run the same core and keep the same document. Limits: 50 times the rate, no event loop stall over 50 ms.
"""

import asyncio
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

import tinydb

from campaigns.seats import SeatAnswer, SeatBook, SeatOutcome, sign_up
from storage.all_stores import open_store
from storage.base import Store, update
from storage.records import from_document, to_document
from storage.tables import SEATS

PEOPLE: Final = 1000
PEER_PEOPLE: Final = 1000
ROUNDS: Final = 5
PEER_ROUNDS: Final = 1
FASTER: Final = 50
LONGEST_STALL: Final = 0.050
NOW: Final = datetime(2027, 1, 4, 9, tzinfo=UTC)
BOOK: Final = SeatBook(
    campaign="sprint",
    places=3,
    opens=NOW - timedelta(hours=1),
    closes=NOW + timedelta(days=5),
    allocation="first come",
    max_per_team=None,
    seed="seed",
    seed_hash="hash",
)


def press(book: SeatBook | None, number: int) -> tuple[SeatBook, SeatAnswer]:
    return sign_up(book or BOOK, person=f"person-{number}", name=f"Person {number}", team="sales", now=NOW)


class Ticker:
    """How long the event loop did not get round to anything else, at most."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._task = asyncio.create_task(self._tick())

    async def _tick(self) -> None:
        last = perf_counter()
        while True:
            await asyncio.sleep(0.001)
            now = perf_counter()
            self.longest, last = max(self.longest, now - last - 0.001), now

    def stop(self) -> float:
        self._task.cancel()
        return self.longest


async def one_round(folder: Path) -> tuple[float, float]:
    """(seconds, longest stall)"""
    store = await open_store(f"tinydb:{folder / 'klankbord.db'}")
    await update(store, SEATS, BOOK.campaign, lambda _: (BOOK, None))
    ticker = Ticker()
    await asyncio.sleep(0.01)
    began = perf_counter()
    answers = await asyncio.gather(*(_sign_up(store, number) for number in range(PEOPLE)))
    seconds = perf_counter() - began
    stall = ticker.stop()
    await store.close()
    await check(folder, answers)
    return seconds, stall


async def _sign_up(store: Store, number: int) -> SeatAnswer:
    return await update(store, SEATS, BOOK.campaign, lambda book: press(book, number))


async def check(folder: Path, answers: list[SeatAnswer]) -> None:
    """By the answers, and by what a new opening finds on disk."""
    reserve = sorted(answer.number for answer in answers if answer.number is not None)
    assert reserve == list(range(1, PEOPLE - 2)), "the reserve list has gaps"
    assert sum(answer.outcome is SeatOutcome.SEATED for answer in answers) == BOOK.places
    store = await open_store(f"tinydb:{folder / 'klankbord.db'}")
    async with store.transaction() as tx:
        book = await tx.get(SEATS, BOOK.campaign)
    await store.close()
    assert book is not None
    assert (book.taken, len(book.reserve)) == (BOOK.places, PEOPLE - BOOK.places), "the disk tells another story"


def peer_round(folder: Path) -> float:
    """Read, decide, write, one after the other: TinyDB as it comes."""
    db = tinydb.TinyDB(folder / "plain.json")
    db.insert(to_document(BOOK))
    began = perf_counter()
    for number in range(PEER_PEOPLE):
        found = db.get(doc_id=1)
        assert isinstance(found, dict)
        book, _ = press(from_document(SeatBook, found), number)
        db.update(to_document(book), doc_ids=[1])
    seconds = perf_counter() - began
    db.close()
    return seconds


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        rounds = [asyncio.run(one_round(Path(folder) / str(number))) for number in range(ROUNDS)]
        peers = [peer_round(Path(folder)) for _ in range(PEER_ROUNDS)]
    rate = PEOPLE / median(seconds for seconds, _ in rounds)
    peer = PEER_PEOPLE / median(peers)
    stall = max(stall for _, stall in rounds)
    print(f"klankbord    {rate:10,.0f} durable sign-ups/s (median of {ROUNDS})")
    print(f"plain TinyDB {peer:10,.0f} sign-ups/s (median of {PEER_ROUNDS})")
    print(f"ratio        {rate / peer:10,.0f} x (limit at least {FASTER})")
    print(f"longest stall{stall * 1000:10.1f} ms (limit {LONGEST_STALL * 1000:.0f})")
    return 0 if rate >= FASTER * peer and stall <= LONGEST_STALL else 1


if __name__ == "__main__":
    sys.exit(main())
