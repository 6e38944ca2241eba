"""What would break: two senders for one post, a post in the wrong place, or one that stays due for ever."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.claiming import LOOK_AGAIN, LOOK_AT_LATEST, TRIES_THAT_OTHERS_WAIT_FOR, Claimed, claim, postpone
from bot.context import Context
from campaigns.delivery import Delivery, HoldReason, SkipReason, State
from campaigns.model import Campaign, Rules
from storage.tables import BINDINGS, DELIVERIES
from tests.builders import a_campaign, a_post, some_seats
from tests.running_bot import RunningBot, a_running_bot, with_posts

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
TIP = "crm/tip-1/sales/2027-01-12T09:30"


async def a_due_tip(campaign: Campaign | None = None) -> RunningBot:
    """Approved, and it is its moment, but nobody has looked yet."""
    bot = await a_running_bot(campaign or a_campaign())
    await bot.until(TUESDAY - timedelta(hours=1))
    await bot.says("joris", "approve tip-1")
    bot.clock.set_to(TUESDAY)
    return bot


async def kept(ctx: Context, key: str = TIP) -> Delivery:
    async with ctx.store.transaction() as tx:
        found = await tx.get(DELIVERIES, key)
    assert found is not None
    return found


async def keep(ctx: Context, delivery: Delivery) -> None:
    async with ctx.store.transaction() as tx:
        await tx.put(DELIVERIES, delivery.key, delivery)


async def test_of_two_who_claim_at_once_one_gets_it() -> None:
    bot = await a_due_tip()
    got = await asyncio.gather(claim(bot.ctx, TIP), claim(bot.ctx, TIP))
    [ours] = [item for item in got if item is not None]
    assert (ours.place.address, ours.message.text) == ("crm/sales", "Click the star to keep a customer at the top.")
    delivery = await kept(bot.ctx)
    assert (delivery.state, delivery.claim, delivery.message) == (State.SENDING, ours.delivery.claim, ours.message)


@pytest.mark.parametrize(("text", "names"), [("Until {{ closes }}.", True), ("Hello.", False)])
async def test_with_its_claim_is_kept_whether_a_post_names_the_seats(text: str, *, names: bool) -> None:
    bot = await a_due_tip(a_campaign(posts=(a_post(texts=(text,)),), seats=some_seats()))
    assert (await kept(bot.ctx)).names_seats is None
    assert await claim(bot.ctx, TIP) is not None
    assert (await kept(bot.ctx)).names_seats is names


async def test_nothing_is_claimed_before_its_moment_or_when_unknown() -> None:
    bot = await a_due_tip()
    bot.clock.set_to(TUESDAY - timedelta(seconds=1))
    assert await claim(bot.ctx, TIP) is None
    assert await claim(bot.ctx, "unknown") is None
    assert (await kept(bot.ctx)).state is State.WAITING


async def test_what_waits_for_the_hours_is_looked_at_when_they_begin_and_now_and_then_before() -> None:
    """Not every five minutes of a weekend; but somebody may give the file other hours."""
    bot = await a_running_bot(a_campaign(rules=Rules(late_after=timedelta(days=1))))
    await bot.until(TUESDAY - timedelta(hours=1))
    await bot.says("joris", "approve tip-1")
    for hour, minute, next_look in [(16, 30, LOOK_AT_LATEST), (31, 10, timedelta(minutes=50))]:
        now = TUESDAY.replace(hour=0, minute=minute) + timedelta(hours=hour)  # 17:30, and 08:10 the next day
        bot.clock.set_to(now)
        assert await claim(bot.ctx, TIP) is None
        held = await kept(bot.ctx)
        assert (held.reason, held.wake) == (HoldReason.OUTSIDE_HOURS, now + next_look)


async def test_a_hold_is_kept_told_and_looked_at_again_later() -> None:
    bot = await a_due_tip()
    async with bot.ctx.store.transaction() as tx:
        await tx.remove(BINDINGS, "crm/sales")
    assert await claim(bot.ctx, TIP) is None
    delivery = await kept(bot.ctx)
    assert (delivery.state, delivery.reason) == (State.HELD, HoldReason.NOT_CONNECTED)
    assert delivery.wake == TUESDAY + LOOK_AGAIN
    await claim(bot.ctx, TIP)
    assert [event.reason for event in bot.events("held")] == ["not_connected"]


async def test_a_channel_of_a_platform_that_does_not_run_is_not_connected() -> None:
    bot = await a_due_tip()
    async with bot.ctx.store.transaction() as tx:
        binding = await tx.get(BINDINGS, "crm/sales")
        assert binding is not None
        await tx.put(BINDINGS, "crm/sales", replace(binding, platform="slack"))
    assert await claim(bot.ctx, TIP) is None
    assert (await kept(bot.ctx)).reason == HoldReason.NOT_CONNECTED


async def test_a_text_that_was_edited_since_its_yes_is_never_claimed() -> None:
    bot = await a_due_tip()
    bot.ctx.campaigns["crm"] = with_posts(a_campaign(), texts=("Another text.",))
    assert await claim(bot.ctx, TIP) is None
    assert (await kept(bot.ctx)).reason == SkipReason.NOT_APPROVED


async def test_a_post_that_left_the_file_is_withdrawn() -> None:
    bot = await a_due_tip()
    bot.ctx.campaigns["crm"] = a_campaign(posts=())
    assert await claim(bot.ctx, TIP) is None
    assert (await kept(bot.ctx)).reason == SkipReason.WITHDRAWN


async def test_a_notice_for_a_platform_that_is_gone_waits_quietly() -> None:
    bot = await a_due_tip()
    await bot.says("sandra", "pause")
    notices = [item for item in (await bot.deliveries()).values() if item.person == "room:joris"]
    await keep(bot.ctx, replace(notices[0], state=State.WAITING, person="slack:U1", wake=TUESDAY, due=TUESDAY))
    assert await claim(bot.ctx, notices[0].key) is None
    held = await kept(bot.ctx, notices[0].key)
    assert (held.state, held.wake) == (State.HELD, TUESDAY + LOOK_AGAIN)
    assert bot.events("held") == []


@pytest.mark.parametrize(
    ("attempts", "due_before", "overtakes"),
    [(1, True, False), (TRIES_THAT_OTHERS_WAIT_FOR + 1, True, True), (1, False, True)],
)
async def test_a_later_post_waits_for_an_earlier_one_that_the_platform_put_off(
    attempts: int, due_before: bool, overtakes: bool
) -> None:
    bot = await a_due_tip()
    tip, asked = await kept(bot.ctx), timedelta(seconds=40)
    due = TUESDAY - timedelta(minutes=1) if due_before else TUESDAY + timedelta(minutes=1)
    other = replace(tip, key="other", due=due, wake=TUESDAY + asked, channel="room:crm/sales", attempts=attempts)
    await keep(bot.ctx, other)
    ours = await claim(bot.ctx, TIP)
    assert isinstance(ours, Claimed) is overtakes
    if not overtakes:
        waits = await kept(bot.ctx)
        assert (waits.state, waits.wake, waits.attempts) == (State.WAITING, TUESDAY + asked, 0)


async def test_what_we_failed_to_claim_is_postponed_but_not_what_is_settled() -> None:
    bot = await a_due_tip()
    await postpone(bot.ctx, TIP)
    assert (await kept(bot.ctx)).wake == TUESDAY + LOOK_AGAIN
    await keep(bot.ctx, replace(await kept(bot.ctx), state=State.SENT, wake=None))
    await postpone(bot.ctx, TIP)
    await postpone(bot.ctx, "unknown")
    assert (await kept(bot.ctx)).wake is None
