"""Any order of changes, failures, archiving and restarts leaves every store as a plain dict would be."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Coroutine
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from campaigns.delivery import SETTLED, Delivery, State
from storage.base import Store, Transaction
from storage.records import to_document
from storage.tables import DELIVERIES
from tests.storage.every_store import KINDS, T0, Kind, a_delivery

T = TypeVar("T")
RAM = Path("/dev/shm")  # thousands of flushes: this is about order, not about disks
EXAMPLES = int(os.environ.get("STATE_MACHINE_EXAMPLES", "200"))

KEYS = st.sampled_from("abcdef")
INSTANTS = st.integers(0, 5).map(lambda minutes: T0 + timedelta(minutes=minutes))
RECORDS = st.builds(
    lambda campaign, state, wake, channel: a_delivery("x", campaign=campaign, state=state, wake=wake, channel=channel),
    st.sampled_from(["sprint", "other"]),
    st.sampled_from([State.WAITING, State.SENDING, State.SENT, State.HELD]),
    st.none() | INSTANTS,
    st.none() | st.sampled_from(["#sales"]),
)
CHANGES = st.lists(st.tuples(st.sampled_from(["add", "put", "remove"]), KEYS, RECORDS), min_size=1, max_size=4)


class Failed(Exception):
    """What a body raises to undo itself."""


class AnyStore(RuleBasedStateMachine):
    kind: ClassVar[Kind]

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = Path(tempfile.mkdtemp(dir=RAM if RAM.is_dir() else None))
        self.store: Store = self.run(self.kind.open(self.folder))
        self.model: dict[str, Delivery] = {}
        self.archive: dict[str, Delivery] = {}

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    @rule(changes=CHANGES, fails=st.booleans())
    def change(self, changes: list[tuple[str, str, Delivery]], *, fails: bool) -> None:
        model = dict(self.model)

        async def body() -> None:
            async with self.store.transaction() as tx:
                for verb, key, record in changes:
                    await _one(tx, model, verb, key, replace(record, key=key))
                if fails:
                    raise Failed

        if fails:
            with pytest.raises(Failed):
                self.run(body())
        else:
            self.run(body())
            self.model = model

    @rule(changes=st.lists(CHANGES, min_size=2, max_size=5))
    def change_at_once(self, changes: list[list[tuple[str, str, Delivery]]]) -> None:
        model = self.model

        async def body(mine: list[tuple[str, str, Delivery]]) -> None:
            async with self.store.transaction() as tx:
                for verb, key, record in mine:
                    await _one(tx, model, verb, key, replace(record, key=key))
                    await asyncio.sleep(0)

        async def everybody() -> None:
            await asyncio.gather(*map(body, changes))

        self.run(everybody())

    @rule(campaign=st.sampled_from(["sprint", "other"]))
    def put_away(self, campaign: str) -> None:
        self.run(self.store.archive(campaign))
        gone = {key: row for key, row in self.model.items() if row.campaign == campaign and row.state in SETTLED}
        self.archive |= gone
        self.model = {key: row for key, row in self.model.items() if key not in gone}

    @rule()
    def restart(self) -> None:
        if self.kind.keeps:
            self.run(self.store.close())
            self.store = self.run(self.kind.open(self.folder))

    @rule(now=INSTANTS, limit=st.integers(0, 7))
    def look_what_is_due(self, now: Any, limit: int) -> None:
        waking = [(row.wake, key) for key, row in self.model.items() if row.wake is not None]
        expected = [key for _, key in sorted(entry for entry in waking if entry[0] <= now)][:limit]

        async def look() -> None:
            async with self.store.transaction() as tx:
                assert [key for key, _ in await tx.due(DELIVERIES, now, limit)] == expected
                assert await tx.next_due(DELIVERIES) == min((wake for wake, _ in waking), default=None)

        self.run(look())

    @rule(campaign=st.sampled_from(["sprint", "other", "unknown"]), channel=st.none() | st.just("#sales"))
    def look_for(self, campaign: str, channel: str | None) -> None:
        expected = sorted(
            (key, row) for key, row in self.model.items() if (row.campaign, row.channel) == (campaign, channel)
        )

        async def look() -> None:
            async with self.store.transaction() as tx:
                assert await tx.find(DELIVERIES, campaign=campaign, channel=channel) == expected
                assert await tx.count(DELIVERIES, campaign=campaign, channel=channel) == len(expected)

        self.run(look())

    @invariant()
    def holds_exactly_the_model(self) -> None:
        async def look() -> list[tuple[str, str, dict[str, Any]]]:
            return [row async for row in self.store.all_documents()]

        expected = [(key, to_document(row)) for rows in (self.model, self.archive) for key, row in sorted(rows.items())]
        assert [(key, document) for _, key, document in self.run(look())] == expected

    def teardown(self) -> None:
        self.run(self.store.close())
        self.loop.close()
        shutil.rmtree(self.folder)


async def _one(tx: Transaction, model: dict[str, Delivery], verb: str, key: str, record: Delivery) -> None:
    if verb == "add":
        assert await tx.add(DELIVERIES, key, record) == (key not in model)
        model.setdefault(key, record)
    elif verb == "put":
        await tx.put(DELIVERIES, key, record)
        model[key] = record
    else:
        await tx.remove(DELIVERIES, key)
        model.pop(key, None)
    assert await tx.get(DELIVERIES, key) == model.get(key)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_any_order_of_events_leaves_the_store_as_a_plain_dict_would_be(kind: Kind) -> None:
    machine = type("AnyStore", (AnyStore,), {"kind": kind})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=10,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
