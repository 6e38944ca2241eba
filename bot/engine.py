"""Everything that time makes happen, in order; the same in a rehearsal and for real."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from bot.context import Context
from bot.each import each
from bot.jobs.books import BooksJob
from bot.jobs.deliveries import DeliveriesJob
from bot.jobs.forget import ForgetJob
from bot.jobs.people import PeopleJob
from bot.jobs.plan import PlanJob
from bot.jobs.promises import PromisesJob
from bot.jobs.pulses import PulsesJob
from bot.jobs.refresh_cards import RefreshCardsJob
from bot.jobs.reminders import send_reminders
from bot.jobs.seats import settle_seats
from bot.jobs.warnings import warn_of_questions, warn_of_wishes
from bot.jobs.wear_out import WearOutJob
from bot.outbox import Outbox, recover
from storage.base import Table
from storage.tables import DELIVERIES, PROMISES, PULSES, QUESTIONS, REMINDERS, SEATS, WISHES

Job = Callable[[Context, datetime], Awaitable[None]]

WAKING: tuple[Table[object], ...] = (DELIVERIES, SEATS, WISHES, PROMISES, QUESTIONS, PULSES, REMINDERS)


class Engine:
    """`loading` are the jobs that bring the campaigns up to date, `first` and `last` those of a rehearsal."""

    def __init__(
        self,
        ctx: Context,
        outbox: Outbox,
        *,
        loading: Sequence[Job] = (),
        first: Sequence[Job] = (),
        last: Sequence[Job] = (),
    ) -> None:
        self.ctx = ctx
        self._outbox = outbox
        self._loading = tuple(loading)
        self._jobs: tuple[Job, ...] = (
            *loading,
            *first,
            PeopleJob(),
            BooksJob(),
            PlanJob(),
            settle_seats,
            send_reminders,
            warn_of_wishes,
            warn_of_questions,
            PulsesJob(),
            PromisesJob(),
            WearOutJob(),
            DeliveriesJob(outbox),
            RefreshCardsJob(outbox.updates),
            ForgetJob(),
            *last,
        )
        self._ticking = asyncio.Lock()
        self._nudged = False

    def nudge(self) -> None:
        """Somebody did something: look again before saying that nothing more is due."""
        self._nudged = True

    async def load(self) -> None:
        """Only bring the campaigns up to date: until then nobody can be given a true answer."""
        async with self._ticking:
            await self._do(self._loading)

    async def start(self) -> None:
        """What was in flight when the bot stopped is looked up before anything is sent."""
        await recover(self.ctx)

    async def tick(self) -> datetime | None:
        """Do all that is due now; returns the next instant at which something is."""
        async with self._ticking:
            await self._do(self._jobs)
            return await self.next_due()

    async def _do(self, jobs: Sequence[Job]) -> None:
        """A job that stops on a fault stops no other, and in a job one campaign stops no other: each looks at the store
        for itself, and a post passes every gate when it is claimed. Raises ExceptionGroup when the others are done.
        """
        now = self.ctx.clock.now()
        await each(job(self.ctx, now) for job in jobs)

    async def settle(self) -> datetime | None:
        """Tick until nothing more is due at this instant and nothing is being sent."""
        while True:
            self._nudged = False
            await self.tick()
            await self._outbox.drain()
            due = await self.next_due()
            if not self._nudged and (due is None or due > self.ctx.clock.now()):
                return due

    async def next_due(self) -> datetime | None:
        async with self.ctx.store.transaction() as tx:
            dues = [await tx.next_due(table) for table in WAKING]
        return min((due for due in dues if due is not None), default=None)

    async def close(self) -> None:
        """What is being sent finishes and is recorded; what has not been claimed stays waiting in the store."""
        self._outbox.let_go()
        async with self._ticking:
            await self._outbox.drain()
