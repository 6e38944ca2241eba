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
ROUNDS: Final = 5
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


class Peer:
    """TinyDB as it comes: read, decide, write, one person after the other."""

    def __init__(self, folder: Path) -> None:
        self._db = tinydb.TinyDB(folder / "plain.json")
        self._db.insert(to_document(BOOK))
        self.seconds = 0.0

    def sign_up(self, people: range) -> None:
        began = perf_counter()
        for number in people:
            found = self._db.get(doc_id=1)
            assert isinstance(found, dict)
            book, _ = press(from_document(SeatBook, found), number)
            self._db.update(to_document(book), doc_ids=[1])
        self.seconds += perf_counter() - began

    def check(self) -> None:
        found = self._db.get(doc_id=1)
        self._db.close()
        assert isinstance(found, dict)
        assert len(found["entries"]) == PEOPLE


def measure(folder: Path) -> tuple[float, float, float]:
    """(our seconds, the peer's, our longest stall). They take turns, so that a busy machine slows both."""
    peer = Peer(folder)
    rounds = []
    for number in range(ROUNDS):
        rounds.append(asyncio.run(one_round(folder / str(number))))
        peer.sign_up(range(number * PEOPLE // ROUNDS, (number + 1) * PEOPLE // ROUNDS))
    peer.check()
    return median(seconds for seconds, _ in rounds), peer.seconds, max(stall for _, stall in rounds)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        ours, peers, stall = measure(Path(folder))
    print(f"klankbord    {PEOPLE / ours:10,.0f} durable sign-ups/s (median of {ROUNDS} rounds of {PEOPLE:,} at once)")
    print(f"plain TinyDB {PEOPLE / peers:10,.0f} sign-ups/s ({PEOPLE:,} one after the other)")
    print(f"ratio        {peers / ours:10,.0f} x (limit at least {FASTER})")
    print(f"longest stall{stall * 1000:10.1f} ms (limit {LONGEST_STALL * 1000:.0f})")
    return 0 if peers >= FASTER * ours and stall <= LONGEST_STALL else 1


if __name__ == "__main__":
    sys.exit(main())
