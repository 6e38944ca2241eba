"""A pulse closes at its moment; from then on no answer counts, and the report may show what came of it."""

from datetime import datetime

from bot.asking import begin_pulse
from bot.context import Context
from campaigns.delivery import State
from campaigns.pulse import close_if_due
from storage.base import Transaction
from storage.tables import DELIVERIES, PULSES

MANY = 1_000


class PulsesJob:
    """After a restart it looks once for pulses without a closing moment, which an older version has left."""

    def __init__(self) -> None:
        self._has_looked = False

    async def __call__(self, ctx: Context, now: datetime) -> None:
        async with ctx.store.transaction() as tx:
            if not self._has_looked:
                await _begin_all(ctx, tx)
                self._has_looked = True
            for key, count in await tx.due(PULSES, now, MANY):
                await tx.put(PULSES, key, close_if_due(count, now=now))


async def _begin_all(ctx: Context, tx: Transaction) -> None:
    """In the order in which they were posted, or an older one would close a newer."""
    for campaign in ctx.campaigns:
        sent = [delivery for _, delivery in await tx.find(DELIVERIES, campaign=campaign, state=State.SENT)]
        for delivery in sorted(sent, key=lambda delivery: delivery.settled_at or delivery.due):
            await begin_pulse(ctx, tx, delivery)
