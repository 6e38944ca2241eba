"""What would break: an engine that sleeps through a moment, is run twice at once, or spins while something is sent."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest

import bot.scheduler
from bot.clock import FastClock
from bot.engine import Engine
from bot.scheduler import AT_LEAST_EVERY, Scheduler
from tests.waiting import wait_until

START = datetime(2027, 1, 12, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Ticking:
    """In the engine's place: counts, notes when, and says what is due next."""

    def __init__(self, clock: FastClock, *, dues: list[datetime] | None = None, lasts: float = 0.0) -> None:
        self.clock = clock
        self.dues = dues or []
        self.lasts = lasts
        self.at: list[datetime] = []
        self.at_once = 0
        self.fails = 0
        self.closed = False

    async def tick(self) -> datetime | None:
        self.at_once += 1
        assert self.at_once == 1
        self.at.append(self.clock.now())
        await asyncio.sleep(self.lasts)
        self.at_once -= 1
        if self.fails:
            self.fails -= 1
            raise RuntimeError("a fault of ours")
        return next((due for due in self.dues if due > self.at[-1]), None)

    async def close(self) -> None:
        self.closed = True


def a_clock(speed: float) -> FastClock:
    clock = FastClock(START, speed=speed, seconds=time.monotonic)
    clock.play()
    return clock


@asynccontextmanager
async def scheduled(engine: Ticking) -> AsyncIterator[Scheduler]:
    scheduler = Scheduler(cast(Engine, engine), engine.clock)
    scheduler.start()
    try:
        yield scheduler
    finally:
        await scheduler.close()
    assert engine.closed


async def until_ticked(engine: Ticking, times: int) -> None:
    await wait_until(lambda: len(engine.at) >= times)


async def test_it_wakes_exactly_at_each_due_moment_and_never_past_one() -> None:
    """An hour lasts a twentieth of a second; no moment is skipped or seen late."""
    dues = [START + number * HOUR for number in range(1, 8)]
    engine = Ticking(a_clock(72_000), dues=dues)
    async with scheduled(engine):
        await wait_until(lambda: engine.at[-1:] == dues[-1:])
    assert [moment for moment in dict.fromkeys(engine.at) if moment in dues] == dues
    between = [moment for moment in engine.at if moment not in dues]
    assert all(moment < dues[-1] for moment in between)


async def test_it_looks_now_and_then_even_when_nothing_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    assert AT_LEAST_EVERY <= 30
    monkeypatch.setattr(bot.scheduler, "AT_LEAST_EVERY", 0.02)
    engine = Ticking(a_clock(1))
    async with scheduled(engine):
        await until_ticked(engine, 3)


async def test_it_looks_at_the_clock_again_long_before_a_far_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.scheduler, "AT_LEAST_EVERY", 0.02)
    engine = Ticking(a_clock(1), dues=[START + HOUR])
    async with scheduled(engine):
        await until_ticked(engine, 3)


async def test_a_wake_up_is_answered_at_once() -> None:
    engine = Ticking(a_clock(1))
    async with scheduled(engine) as scheduler:
        await until_ticked(engine, 1)
        await asyncio.sleep(0.02)
        ticks = len(engine.at)
        scheduler.wake()
        await until_ticked(engine, ticks + 1)


async def test_wake_ups_during_a_tick_lead_to_one_more_and_never_to_two_at_once() -> None:
    engine = Ticking(a_clock(1), lasts=0.03)
    async with scheduled(engine) as scheduler:
        await until_ticked(engine, 1)
        for _ in range(5):
            scheduler.wake()
        await asyncio.sleep(0.15)
        assert len(engine.at) == 2


async def test_after_a_fault_it_looks_again(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(bot.scheduler, "AT_LEAST_EVERY", 0.02)
    engine = Ticking(a_clock(1))
    engine.fails = 1
    async with scheduled(engine):
        await until_ticked(engine, 2)
    assert "a fault of ours" in caplog.text


class StillSending(Ticking):
    """What is due stays due, because its platform is slow."""

    async def tick(self) -> datetime | None:
        await super().tick()
        return START


async def test_what_stays_due_does_not_make_it_spin() -> None:
    engine = StillSending(a_clock(1))
    async with scheduled(engine) as scheduler:
        await asyncio.sleep(0.4)
        assert 3 < len(engine.at) < 15
        ticks = len(engine.at)
        scheduler.wake()
        await until_ticked(engine, ticks + 1)


async def test_closing_waits_for_the_tick_that_is_under_way_and_starts_no_other() -> None:
    engine = Ticking(a_clock(1), lasts=0.03)
    async with scheduled(engine) as scheduler:
        await until_ticked(engine, 1)
        scheduler.wake()
    assert engine.at_once == 0
    ticks = len(engine.at)
    await asyncio.sleep(0.05)
    assert len(engine.at) == ticks


async def test_a_scheduler_that_never_started_can_be_closed() -> None:
    engine = Ticking(a_clock(1))
    scheduler = Scheduler(cast(Engine, engine), engine.clock)
    scheduler.wake()
    await scheduler.close()
    assert engine.at == []
