"""What is due in the outbox: to be asked for, reminded of, looked up, or sent."""

from collections import defaultdict
from collections.abc import Awaitable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import Enum, auto

from bot.context import Context
from bot.each import each
from bot.jobs.ask_approval import ask_approvals, remind_approvers
from bot.outbox import Outbox
from bot.recording import look_up
from campaigns.delivery import Delivery, State
from storage.tables import DELIVERIES

# More than can be due at one instant in the largest installation that was measured.
MANY = 20_000


class Step(Enum):
    """What a due delivery needs next."""

    ASK = auto()
    REMIND = auto()
    SEND = auto()
    LOOK_UP = auto()


def next_step(delivery: Delivery, now: datetime) -> Step:
    if delivery.state in (State.UNCERTAIN, State.SENDING):
        return Step.LOOK_UP
    if delivery.occurrence is None or now >= delivery.due:
        return Step.SEND
    return Step.ASK if delivery.approval is None else Step.REMIND


class DeliveriesJob:
    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    async def __call__(self, ctx: Context, now: datetime) -> None:
        async with ctx.store.transaction() as tx:
            due = [delivery for _, delivery in await tx.due(DELIVERIES, now, MANY)]
        steps: defaultdict[Step, list[Delivery]] = defaultdict(list)
        for delivery in due:
            step = next_step(delivery, now)
            # A campaign whose file is gone asks nobody; its posts are held when their moment comes.
            is_orphan = step is Step.ASK and delivery.campaign not in ctx.campaigns
            steps[Step.REMIND if is_orphan else step].append(delivery)
        await each(self._take(steps, ctx, now))

    def _take(self, steps: Mapping[Step, Sequence[Delivery]], ctx: Context, now: datetime) -> Iterator[Awaitable[None]]:
        yield ask_approvals(ctx, steps[Step.ASK], now)
        yield remind_approvers(ctx, steps[Step.REMIND], now)
        for delivery in steps[Step.LOOK_UP]:
            if not (self._outbox.is_closing or self._outbox.is_sending(delivery.key)):
                yield look_up(ctx, delivery)
        yield self._outbox.send(steps[Step.SEND])
