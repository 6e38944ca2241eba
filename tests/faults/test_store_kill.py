"""kill -9 at any moment: whoever got an answer is in the store, the seats are exactly three, and it opens again."""

import multiprocessing
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from time import sleep

from storage.all_stores import open_store
from storage.tables import DELIVERIES, SEATS
from tests.faults.store_writer import live

KILLS = 20
PROCESSES = multiprocessing.get_context("forkserver")  # one imports everything, the others start in milliseconds
PROCESSES.set_forkserver_preload(["tests.faults.store_writer"])


def acknowledged_until_killed(url: str, life: int, seconds: float) -> list[str]:
    """Lets the writer, a process of its own, live that long after it opened the store."""
    heard, said = PROCESSES.Pipe(duplex=False)
    child = PROCESSES.Process(target=live, args=(url, life, said))
    child.start()
    said.close()
    assert heard.recv() == "open", "a kill made the store unreadable, or raised a false alarm"
    sleep(seconds)
    child.kill()
    child.join()
    return list(_rest_of(heard))


def _rest_of(heard: "Connection[None, str]") -> Iterator[str]:
    with heard, suppress(EOFError):
        while True:
            yield heard.recv()


async def kept(url: str) -> tuple[set[str], set[str], int]:
    """(people with a notice, people in the book, seats taken)"""
    store = await open_store(url)
    async with store.transaction() as tx:
        notices = {key for key, _ in await tx.find(DELIVERIES)}
        book = await tx.get(SEATS, "sprint")
    await store.close()
    assert book is not None
    reserve = [book.reserve_number(entry.person) for entry in book.reserve]
    assert reserve == list(range(1, len(reserve) + 1))
    return notices, set(book.entries), book.taken


async def test_every_answer_that_was_given_survives_kill_9(tmp_path: Path) -> None:
    url = f"tinydb:{tmp_path / 'klankbord.db'}"
    chance = Random(20270104)
    acknowledged: set[str] = set()
    for life in range(KILLS):
        acknowledged |= set(acknowledged_until_killed(url, life, chance.uniform(0.0, 0.12)))
        if life % 5 == 4:
            notices, entries, taken = await kept(url)
            assert acknowledged <= notices
            assert notices == entries, "half a transaction"
            assert taken == 3
    assert len(acknowledged) > 100, "the writer was killed before it did anything worth testing"
