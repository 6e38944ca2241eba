"""APScheduler wakes the engine; it stores nothing. The store is the truth of what is due."""

import asyncio
import logging
from datetime import datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.clock import Clock
from bot.engine import Engine

log = logging.getLogger(__name__)

# Even when nothing is due the wall clock is read again: a machine may have slept, or its clock may have been set.
AT_LEAST_EVERY = 30.0
SOON = 0.001
CROWD = 0.01  # who acts within so many seconds of somebody else is served by the same wake-up
# What stays due although we have just looked is being sent, or is a fault: looked at less and less often.
AT_MOST_EVERY = 1.0
WAKE_UP = "wake up"


class Scheduler:
    """One job that wakes up at the next due instant, never twice at once."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._awake = asyncio.Lock()
        self._woken: asyncio.Task[None] | None = None
        self._again = False
        self._closing = False
        self._still_due: datetime | None = None
        self._patience = SOON

    def start(self) -> None:
        self._scheduler.add_job(
            self.look,
            IntervalTrigger(seconds=SOON, timezone="UTC"),
            id=WAKE_UP,
            coalesce=True,
            misfire_grace_time=None,
            max_instances=1,
        )
        self._scheduler.start()

    def wake(self) -> None:
        """Look again at once; while the engine is at it, it looks once more when it is done. A crowd wakes it once."""
        self._patience = SOON
        if self._again:
            return
        self._again = True
        if self._scheduler.running and not (self._closing or self._awake.locked()):
            self._woken = asyncio.create_task(self._look_soon())

    async def look(self) -> None:
        """Do what is due; a fault is logged, and looked at again later."""
        async with self._awake:
            self._sleep(AT_LEAST_EVERY)  # the next wake-up must not come while this one is at work
            try:
                due = await self._tick()
            except Exception:
                log.exception("The engine stopped on a fault; it looks again in %s s", AT_LEAST_EVERY)
                due, self._again = None, False
            self._sleep(self._seconds_until(due))

    async def close(self) -> None:
        """Lets the engine finish what it is at; APScheduler alone would cut it off in the middle."""
        if self._scheduler.running:
            self._closing = True
            self._scheduler.pause()
            await asyncio.sleep(0)  # a wake-up that was just handed out begins now
        await self._engine.close()
        if self._scheduler.running:
            async with self._awake:
                self._scheduler.shutdown(wait=False)
            if self._woken is not None:
                self._woken.cancel()

    async def _look_soon(self) -> None:
        await asyncio.sleep(CROWD)
        await self.look()

    async def _tick(self) -> datetime | None:
        self._again = True
        due = None
        while self._again and not self._closing:
            self._again = False
            due = await self._engine.tick()
            self._clock.expect(due)
        return due

    def _seconds_until(self, due: datetime | None) -> float:
        self._patience = min(2 * self._patience, AT_MOST_EVERY) if due == self._still_due else SOON
        self._still_due = due
        if due is None:
            return AT_LEAST_EVERY
        left = self._clock.seconds_until(due)
        return min(AT_LEAST_EVERY, left if left > SOON else self._patience)

    def _sleep(self, seconds: float) -> None:
        if self._scheduler.running:
            self._scheduler.reschedule_job(WAKE_UP, trigger=IntervalTrigger(seconds=seconds, timezone="UTC"))
