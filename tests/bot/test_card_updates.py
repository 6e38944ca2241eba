"""What would break: a storm of updates for one card, a slow channel that holds up another, or one fault for all."""

import asyncio
from datetime import UTC, datetime

from bot.card_updates import CardUpdates
from bot.context import Context
from campaigns.delivery import Delivery, State
from storage.tables import DELIVERIES
from tests.fakes import a_context

NOW = datetime(2027, 2, 2, 9, 0, tzinfo=UTC)


class Gate:
    """A pace that lets through who it is opened for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._open: dict[str, asyncio.Event] = {}

    async def __call__(self, place: str) -> None:
        self.asked.append(place)
        await self._event(place).wait()

    def open(self, place: str) -> None:
        self._event(place).set()

    def _event(self, place: str) -> asyncio.Event:
        return self._open.setdefault(place, asyncio.Event())


async def some_cards(**channels: str) -> Context:
    """A sent card under each key, in that channel of the room."""
    ctx = a_context([], now=NOW)
    async with ctx.store.transaction() as tx:
        for key, channel in channels.items():
            await tx.put(DELIVERIES, key, Delivery(key, "crm", NOW, None, State.SENT, channel=channel, ref=key))
    return ctx


async def test_what_is_asked_again_before_its_turn_is_done_once_and_after_it_once_more() -> None:
    gate, done = Gate(), list[str]()
    updates = CardUpdates(await some_cards(a="room:sales"), gate)

    async def work() -> None:
        done.append("a")

    for _ in range(1000):
        updates.soon("a", work)
    await asyncio.sleep(0.01)
    gate.open("room:sales")
    await updates.drain()
    assert (done, gate.asked) == (["a"], ["room:sales"])
    updates.soon("a", work)
    await updates.drain()
    assert done == ["a", "a"]


async def test_a_change_while_it_is_being_shown_is_shown_too() -> None:
    updates, seen = CardUpdates(await some_cards(a="room:sales"), nobody_waits), list[int]()
    count = 1

    async def work() -> None:
        nonlocal count
        seen.append(count)
        if count == 1:
            count = 2
            updates.soon("a", work)

    updates.soon("a", work)
    while updates.is_busy():
        await updates.drain()
    assert seen == [1, 2]


async def test_a_slow_place_holds_up_no_other_and_its_own_cards_come_one_by_one() -> None:
    gate, done = Gate(), list[str]()
    updates = CardUpdates(await some_cards(a="room:sales", b="room:sales", c="room:service"), gate)
    for card in ("a", "b", "c"):
        updates.soon(card, lambda card=card: noted(done, card))  # type: ignore[misc]
    gate.open("room:service")
    await asyncio.sleep(0.01)
    assert (done, gate.asked.count("room:sales")) == (["c"], 1)
    gate.open("room:sales")
    await updates.drain()
    assert done == ["c", "a", "b"]


async def test_a_fault_is_logged_and_the_next_card_is_shown() -> None:
    updates, done = CardUpdates(await some_cards(a="room:sales", b="room:sales"), nobody_waits), list[str]()

    async def fault() -> None:
        raise RuntimeError

    updates.soon("a", fault)
    updates.soon("b", lambda: noted(done, "b"))
    updates.soon("gone", lambda: noted(done, "gone"))
    await updates.drain()
    assert done == ["b"]
    assert not updates.is_busy()


async def test_closing_lets_go_the_cards_that_wait_and_finishes_the_one_that_is_being_shown() -> None:
    """`a` is with its platform, `b` stands in line behind it, `c` waits for the pace of its place."""
    gate, done = Gate(), list[str]()
    updates = CardUpdates(await some_cards(a="room:sales", b="room:sales", c="room:service"), gate)
    has_it, may_answer = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        has_it.set()
        await may_answer.wait()
        done.append("a")

    gate.open("room:sales")
    async with asyncio.timeout(5):
        updates.soon("a", slow)
        for card in ("b", "c"):
            updates.soon(card, lambda card=card: noted(done, card))  # type: ignore[misc]
        await has_it.wait()
        updates.let_go()
        updates.soon("b", lambda: noted(done, "b"))
        may_answer.set()
        await updates.drain()
    assert done == ["a"]
    assert not updates.is_busy()


async def noted(done: list[str], card: str) -> None:
    done.append(card)


async def nobody_waits(place: str) -> None:
    """No pace."""
