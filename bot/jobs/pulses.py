"""A pulse closes at its moment; from then on no answer counts, and the report may show what came of it."""

from datetime import datetime

from bot.asking import begin_pulse
from bot.context import Context
from bot.each import each
from bot.jobs.due import each_due
from campaigns.delivery import State
from campaigns.pulse import PulseCount, close_if_due
from storage.base import Transaction
from storage.tables import DELIVERIES, PULSES


class PulsesJob:
    """After a restart it looks once for pulses without a closing moment, which an older version has left."""

    def __init__(self) -> None:
        self._has_looked = False

    async def __call__(self, ctx: Context, now: datetime) -> None:
        if not self._has_looked:
            await each(_begin_all(ctx, campaign) for campaign in ctx.campaigns)
            self._has_looked = True
        await each_due(ctx, PULSES, now, _close)


async def _begin_all(ctx: Context, campaign: str) -> None:
    """In the order in which they were posted, or an older one would close a newer."""
    async with ctx.store.transaction() as tx:
        sent = [delivery for _, delivery in await tx.find(DELIVERIES, campaign=campaign, state=State.SENT)]
        for delivery in sorted(sent, key=lambda delivery: delivery.settled_at or delivery.due):
            await begin_pulse(ctx, tx, delivery)


async def _close(ctx: Context, tx: Transaction, key: str, count: PulseCount, now: datetime) -> None:
    await tx.put(PULSES, key, close_if_due(count, now=now))
