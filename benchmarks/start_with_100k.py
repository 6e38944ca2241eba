"""A fresh process opens a store with 100,000 planned posts: how long until it knows the next due one, how much memory.

The peer reads the same documents with `json.load`. Limits: 1 second and 150 MB more memory.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from campaigns.delivery import Delivery
from campaigns.occurrence import Occurrence
from storage.all_stores import open_store
from storage.base import Store
from storage.records import to_document
from storage.tables import DELIVERIES

POSTS: Final = 100_000
AUDIENCES: Final = 20
ROUNDS: Final = 5
LONGEST: Final = 1.0  # seconds
MOST_MEMORY: Final = 150  # MB
FIRST: Final = datetime(2027, 1, 4, 9, tzinfo=UTC)


def planned(number: int) -> Delivery:
    at = FIRST + timedelta(minutes=number // AUDIENCES)
    occurrence = Occurrence(
        campaign=f"campaign-{number % 1000}",
        post=f"tip-{number // 1000}",
        kind="tip",
        audience=f"team-{number % AUDIENCES}",
        wall=at.replace(tzinfo=None) + timedelta(hours=1),
        at=at,
        week=number // 1000 % 12 + 1,
        ask_at=at - timedelta(days=7),
        remind_at=at - timedelta(days=2),
        late_after=at + timedelta(hours=2),
        principles=("reciprocity", "repetition"),
        weight=1,
        approver="owner",
        balance=number % 7,
    )
    return Delivery(
        key=occurrence.key,
        campaign=occurrence.campaign,
        due=at,
        wake=occurrence.ask_at,
        occurrence=occurrence,
    )


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Store]:
    store = await open_store(url)
    try:
        yield store
    finally:
        await store.close()


async def fill(folder: Path) -> None:
    async with opened(f"tinydb:{folder / 'klankbord.db'}") as store, store.transaction() as tx:
        for number in range(POSTS):
            delivery = planned(number)
            assert await tx.add(DELIVERIES, delivery.key, delivery)
    (folder / "plain.json").write_text(json.dumps({planned(n).key: to_document(planned(n)) for n in range(POSTS)}))


def memory() -> float:
    """Resident, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


async def start(folder: Path) -> None:
    """In the fresh process: prints seconds and MB."""
    before, began = memory(), perf_counter()
    async with opened(f"tinydb:{folder / 'klankbord.db'}") as store:
        async with store.transaction() as tx:
            assert await tx.next_due(DELIVERIES) == planned(0).wake
        print(perf_counter() - began, memory() - before)


def start_peer(folder: Path) -> None:
    before, began = memory(), perf_counter()
    with (folder / "plain.json").open() as file:
        found = json.load(file)
    assert min(document["wake"] for document in found.values())
    print(perf_counter() - began, memory() - before)


def fresh(verb: str, folder: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "benchmarks.start_with_100k", verb, str(folder)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, megabytes = map(float, said.split())
    return seconds, megabytes


def compare() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        asyncio.run(fill(folder))
        seconds, megabytes = _medians([fresh("start", folder) for _ in range(ROUNDS)])
        peer_seconds, peer_megabytes = _medians([fresh("peer", folder) for _ in range(ROUNDS)])
    print(f"{POSTS:,} planned posts, from open to the next due one, medians of {ROUNDS}")
    print(f"klankbord {seconds:6.2f} s  {megabytes:6.0f} MB more (limits {LONGEST:.0f} s, {MOST_MEMORY} MB)")
    print(f"json.load {peer_seconds:6.2f} s  {peer_megabytes:6.0f} MB more")
    return 0 if seconds <= LONGEST and megabytes <= MOST_MEMORY else 1


def _medians(figures: list[tuple[float, float]]) -> tuple[float, float]:
    return median(seconds for seconds, _ in figures), median(megabytes for _, megabytes in figures)


def main() -> int:
    match sys.argv[1:]:
        case ["start", folder]:
            asyncio.run(start(Path(folder)))
            return 0
        case ["peer", folder]:
            start_peer(Path(folder))
            return 0
    return compare()


if __name__ == "__main__":
    sys.exit(main())
