"""What would break: a due delivery that gets the wrong step, or is looked up while it is being sent."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.jobs.deliveries import DeliveriesJob, Step, next_step
from bot.outbox import Outbox
from campaigns.approval import Approval, Decision
from campaigns.delivery import Delivery, State
from campaigns.message import Message, Part
from storage.tables import DELIVERIES
from tests.bot.test_claiming import TIP, a_due_tip, keep, kept
from tests.builders import an_occurrence

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
POST = Delivery("p", "crm", TUESDAY, TUESDAY, occurrence=an_occurrence())
ASKED = Approval("h", "joris", "card", Decision.ASKED, TUESDAY - HOUR)
NOTICE = Delivery("n", "crm", TUESDAY, TUESDAY, person="room:anna", message=Message("en", "notice", (Part("x"),)))


@pytest.mark.parametrize(
    ("delivery", "now", "step"),
    [
        (POST, TUESDAY - HOUR, Step.ASK),
        (replace(POST, approval=ASKED), TUESDAY - HOUR, Step.REMIND),
        (POST, TUESDAY, Step.SEND),
        (replace(POST, state=State.HELD), TUESDAY + HOUR, Step.SEND),
        (NOTICE, TUESDAY - HOUR, Step.SEND),
        (replace(POST, state=State.UNCERTAIN), TUESDAY, Step.LOOK_UP),
        (replace(NOTICE, state=State.SENDING), TUESDAY, Step.LOOK_UP),
    ],
)
def test_what_comes_next_follows_from_state_and_moment(delivery: Delivery, now: datetime, step: Step) -> None:
    assert next_step(delivery, now) is step


async def test_who_is_still_sending_after_minutes_is_let_be_and_a_dead_sender_is_not() -> None:
    bot = await a_due_tip()
    outbox = Outbox(bot.ctx, seconds=asyncio.get_running_loop().time)
    long_ago = replace(await kept(bot.ctx), state=State.SENDING, claim="x", channel="room:crm/sales", attempts=1)
    await keep(bot.ctx, replace(long_ago, wake=TUESDAY))
    job = DeliveriesJob(outbox)
    outbox._in_hand.add(TIP)
    await job(bot.ctx, TUESDAY)
    assert bot.platform.looked_up == []
    outbox._in_hand.clear()
    await job(bot.ctx, TUESDAY)
    assert bot.platform.looked_up == [TIP]


async def test_a_campaign_that_is_gone_asks_nobody() -> None:
    bot = await a_due_tip()
    await keep(bot.ctx, replace(await kept(bot.ctx), approval=None, wake=TUESDAY - HOUR, due=TUESDAY + HOUR))
    bot.ctx.campaigns.clear()
    await DeliveriesJob(bot.outbox)(bot.ctx, TUESDAY)
    async with bot.ctx.store.transaction() as tx:
        assert [key for key, _ in await tx.find(DELIVERIES) if "/approval/" in key] != []
    assert (await kept(bot.ctx)).approval is None
    assert (await kept(bot.ctx)).wake == TUESDAY + HOUR
