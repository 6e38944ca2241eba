"""What would break: a job that is left out or comes too early, two ticks at once, or no rest ever."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.context import Context
from bot.engine import WAKING, Engine
from bot.outbox import Outbox
from bot.platforms.base import Limits, Window
from campaigns.approval import Decision
from campaigns.delivery import Delivery, HoldReason, State
from campaigns.message import Message, Part
from campaigns.pulse import PulseCount
from campaigns.questions import Question
from campaigns.reminders import Reminder
from campaigns.wishes import WishBook, WishRecord, WishState
from storage.base import Table, Transaction
from storage.tables import ALL_TABLES, BINDINGS, DELIVERIES, PULSES, QUESTIONS, REMINDERS, SEATS, WISHES
from tests.builders import a_campaign, some_seats
from tests.fakes import FakePlatform, a_context
from tests.running_bot import RunningBot, a_running_bot
from tests.waiting import wait_until

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
DAY = timedelta(days=1)
Plant = Callable[[Transaction], object]


def an_engine(ctx: Context, **jobs: object) -> Engine:
    outbox = Outbox(ctx, seconds=asyncio.get_running_loop().time)
    return Engine(ctx, outbox, first=(), **jobs)  # type: ignore[arg-type]


async def test_one_tick_asks_for_what_a_new_campaign_needs_and_says_when_to_look_again() -> None:
    bot = await a_running_bot(a_campaign())
    due = await bot.engine.settle()
    assert "Click the star" in bot.platform.to("room:joris")[0]
    assert due == (await bot.post_of("tip-1")).wake


async def test_nothing_to_do_is_no_next_moment() -> None:
    assert await an_engine(a_context([], now=TUESDAY)).settle() is None


async def test_a_job_that_stops_on_a_fault_stops_no_other_and_is_told() -> None:
    async def broken(ctx: Context, now: datetime) -> None:
        raise RuntimeError("a fault of ours")

    bot = await a_running_bot(a_campaign())
    await bot.until(TUESDAY - DAY)
    await bot.says("joris", "approve tip-1")
    bot.clock.set_to(TUESDAY)
    outbox = Outbox(bot.ctx, seconds=asyncio.get_running_loop().time)
    with pytest.raises(ExceptionGroup) as told:
        await Engine(bot.ctx, outbox, first=[broken], last=[broken]).tick()
    assert [str(fault) for fault in told.value.exceptions] == ["a fault of ours"] * 2
    await outbox.drain()
    assert (await bot.post_of("tip-1")).state is State.SENT


async def test_a_campaign_over_which_jobs_stumble_keeps_no_other_waiting() -> None:
    """Nobody in it can be asked or told anything: that is a fault of ours in each job that tries."""
    sound, odd = a_campaign(seats=some_seats()), a_campaign(id="aaa", seats=some_seats())
    bot = await a_running_bot(odd, sound, now=TUESDAY - 9 * DAY)
    await bot.engine.settle()
    bot.ctx.campaigns["aaa"] = odd.model_copy(update={"people": {}})
    faults, asked = 0, None
    for days in range(-8, 30):
        bot.clock.set_to(TUESDAY + days * DAY)
        try:
            await bot.engine.tick()
        except ExceptionGroup as told:
            faults += len(told.exceptions)
        await bot.outbox.drain()
        if asked is None and bot.platform.to("room:joris"):
            asked = days
        await yes_to(bot, "crm/tip-1")
    assert faults > 0
    assert asked == -5
    assert len(bot.platform.to("crm/sales")) == 1
    async with bot.ctx.store.transaction() as tx:
        book = await tx.get(SEATS, "crm")
    assert book is not None
    assert book.is_open(bot.clock.now())


async def yes_to(bot: RunningBot, post: str) -> None:
    async with bot.ctx.store.transaction() as tx:
        for key, delivery in await tx.find(DELIVERIES, campaign="crm"):
            if key.startswith(post) and delivery.approval is not None:
                approved = replace(delivery.approval, decision=Decision.APPROVED)
                await tx.put(DELIVERIES, key, replace(delivery, approval=approved))


async def test_first_jobs_run_first_and_last_jobs_last_each_with_the_same_instant() -> None:
    ran: list[tuple[str, datetime]] = []

    def job(name: str) -> Callable[[Context, datetime], object]:
        async def run(ctx: Context, now: datetime) -> None:
            async with ctx.store.transaction() as tx:
                ran.append((f"{name} {len(await tx.find(DELIVERIES))}", now))

        return run

    ctx = a_context([a_campaign()], now=TUESDAY - 5 * DAY)
    outbox = Outbox(ctx, seconds=asyncio.get_running_loop().time)
    engine = Engine(ctx, outbox, first=[job("first")], last=[job("last")])  # type: ignore[list-item]
    await engine.tick()
    assert [name for name, _ in ran] == ["first 0", "last 2"]
    assert {now for _, now in ran} == {TUESDAY - 5 * DAY}


async def test_two_ticks_never_overlap() -> None:
    running: list[int] = []

    async def slow(ctx: Context, now: datetime) -> None:
        running.append(1)
        assert len(running) == 1
        await asyncio.sleep(0.005)
        running.clear()

    engine = an_engine(a_context([], now=TUESDAY), last=[slow])
    await asyncio.gather(engine.tick(), engine.tick())


async def test_somebody_who_acts_while_it_settles_is_still_served() -> None:
    bot = await a_running_bot(a_campaign())
    seen: list[int] = []

    async def act(ctx: Context, now: datetime) -> None:
        seen.append(1)
        if len(seen) == 1:
            bot.engine.nudge()

    bot.engine = Engine(bot.ctx, bot.outbox, first=(), last=[act])
    await bot.engine.settle()
    assert len(seen) >= 2


async def test_closing_lets_what_is_being_sent_finish() -> None:
    bot = await a_running_bot(a_campaign())
    await bot.engine.tick()
    await bot.engine.tick()
    await bot.engine.close()
    async with bot.ctx.store.transaction() as tx:
        assert await tx.find(DELIVERIES, state=State.SENDING) == []


async def test_closing_does_not_wait_until_a_whole_queue_was_sent_at_the_pace_of_its_platform() -> None:
    platform = FakePlatform(limits=Limits(per_channel=[Window(1, 3600.0)]))
    bot = await a_running_bot(a_campaign(), platform=platform, now=TUESDAY - 30 * DAY)
    async with bot.ctx.store.transaction() as tx:
        for number in range(30):
            now = bot.clock.now()
            notice = replace(NOTICE, key=f"n{number:02}", due=now, wake=now, person="room:joris")
            await tx.put(DELIVERIES, notice.key, notice)
    async with asyncio.timeout(5):
        await bot.engine.tick()
        await wait_until(lambda: bool(platform.sent))
        await bot.engine.close()
    states = [item.state for key, item in (await bot.deliveries()).items() if key.startswith("n")]
    assert (states.count(State.SENT), states.count(State.WAITING)) == (1, 29)


async def test_closing_looks_up_nothing_more() -> None:
    """Each look may last as long as a platform takes to say nothing."""
    bot = await a_running_bot(a_campaign(), now=TUESDAY - 30 * DAY)
    async with bot.ctx.store.transaction() as tx:
        for number in range(3):
            lost = replace(NOTICE, key=f"n{number}", state=State.UNCERTAIN, channel="room:a", wake=bot.clock.now())
            await tx.put(DELIVERIES, lost.key, lost)
    asked, may_answer = asyncio.Event(), asyncio.Event()
    find = bot.platform.find

    async def slow(place: str, key: str) -> str | None:
        asked.set()
        await may_answer.wait()
        return await find(place, key)

    bot.platform.find = slow  # type: ignore[method-assign]
    async with asyncio.timeout(5):
        ticking = asyncio.create_task(bot.engine.tick())
        await asked.wait()
        closing = asyncio.create_task(bot.engine.close())
        await asyncio.sleep(0)
        may_answer.set()
        await asyncio.gather(ticking, closing)
    assert bot.platform.looked_up == ["n0"]


MESSAGE = Message("en", "notice", (Part("Hello."),))
NOTICE = Delivery("n", "crm", TUESDAY, TUESDAY, person="room:a", message=MESSAGE)
REMINDER = Reminder("room:a", "crm", "", TUESDAY, "Text.", TUESDAY)
QUESTION = Question(1, "crm", "room:a", "sales", "?", False, TUESDAY, TUESDAY, wake=TUESDAY)
WISH = WishRecord("1", "W", "sales", WishState.RECEIVED, author="room:a", received_at=TUESDAY, answer_by=TUESDAY)
PLANTED: dict[str, tuple[Table[Any], Any]] = {
    "a notice for a platform that is gone": (DELIVERIES, replace(NOTICE, person="slack:U")),
    "a notice of a campaign that is gone": (DELIVERIES, replace(NOTICE, campaign="gone")),
    "a damaged notice": (DELIVERIES, replace(NOTICE, message=None)),
    "an uncertain notice nowhere": (DELIVERIES, replace(NOTICE, state=State.UNCERTAIN, person=None)),
    "a dead sender": (DELIVERIES, replace(NOTICE, state=State.SENDING, claim="x")),
    "a reminder of a campaign that is gone": (REMINDERS, replace(REMINDER, campaign="gone")),
    "a reminder for somebody unknown": (REMINDERS, replace(REMINDER, person="slack:a")),
    "a question of a campaign that is gone": (QUESTIONS, replace(QUESTION, campaign="gone")),
    "a question for an owner who is unknown": (QUESTIONS, QUESTION),
    "a pulse of a campaign that is gone": (PULSES, PulseCount("gone", "p", "sales", "?", TUESDAY, wake=TUESDAY)),
    "wishes of a campaign that is gone": (WISHES, WishBook("gone", {"1": WISH}, wake=TUESDAY)),
}


@pytest.mark.parametrize("what", sorted(PLANTED))
@pytest.mark.parametrize("can_find", [True, False])
async def test_it_comes_to_rest_whatever_is_due(what: str, can_find: bool) -> None:
    """Nothing may stay due for ever: then it would look without end."""
    bot = await a_running_bot(a_campaign(), now=TUESDAY + 5 * DAY)
    bot.platform.can_find, bot.platform.directory = can_find, ()
    table, record = PLANTED[what]
    async with bot.ctx.store.transaction() as tx:
        await tx.put(table, "gone" if table is WISHES else "n", record)
    async with asyncio.timeout(2):
        due = await bot.engine.settle()
        assert due is None or due > bot.clock.now()


def test_every_table_that_wakes_wakes_the_engine() -> None:
    assert set(WAKING) == {table for table in ALL_TABLES if table.wakes_on}


async def test_it_comes_to_rest_when_the_file_of_a_campaign_in_full_swing_is_gone() -> None:
    bot = await a_campaign_in_full_swing()
    bot.ctx.campaigns.clear()
    async with asyncio.timeout(5):
        await bot.until(TUESDAY + 40 * DAY)
    assert bot.platform.to("crm/sales") == []


async def test_it_comes_to_rest_when_nobody_is_in_the_directory() -> None:
    bot = await a_campaign_in_full_swing()
    bot.platform.directory = ()
    async with asyncio.timeout(5):
        await bot.until(TUESDAY + 40 * DAY)
    assert bot.platform.to("crm/sales") == []


async def a_campaign_in_full_swing() -> RunningBot:
    bot = await a_running_bot(a_campaign(seats=some_seats()))
    await bot.until(TUESDAY - 2 * DAY)
    await bot.says("anna", "wish a dark screen", audience="sales")
    await bot.says("anna", "question why now?", audience="sales")
    await bot.says("anna", "remind me tomorrow 10:00", audience="sales")
    async with bot.ctx.store.transaction() as tx:
        book = await tx.get(SEATS, "crm")
        binding = await tx.get(BINDINGS, "crm/sales")
        assert book is not None
        assert binding is not None
        await tx.put(BINDINGS, "crm/sales", replace(binding, closed="archived"))
    return bot


async def test_a_campaign_that_comes_back_in_time_goes_on() -> None:
    """Its approver had not been asked when the file went."""
    campaign = a_campaign()
    bot = await a_running_bot(campaign, now=TUESDAY - 9 * DAY)
    await bot.engine.settle()
    bot.ctx.campaigns.clear()
    await bot.until(TUESDAY - 2 * DAY)
    assert bot.platform.to("room:joris") == []
    bot.edit(campaign)
    await bot.until(TUESDAY - DAY)
    await bot.says("joris", "approve tip-1")
    await bot.until(TUESDAY)
    assert len(bot.platform.to("crm/sales")) == 1


async def test_a_paused_campaign_goes_on_at_once_when_it_is_resumed() -> None:
    bot = await a_running_bot(a_campaign())
    await bot.until(TUESDAY - DAY)
    await bot.says("joris", "approve tip-1")
    await bot.says("joris", "pause")
    await bot.until(TUESDAY + timedelta(seconds=61))
    assert (await bot.post_of("tip-1")).reason == HoldReason.PAUSED
    await bot.says("joris", "resume")
    assert len(bot.platform.to("crm/sales")) == 1
