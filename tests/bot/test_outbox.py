"""What would break: a second message at once to one place, a later post first, one bad place that stops the others."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from bot.outbox import Outbox, recover
from bot.platforms.base import DeliveryError, Limits, Window
from bot.recording import LOOK_UP_AFTER
from campaigns.delivery import Delivery, State
from campaigns.message import Message
from campaigns.model import Rules
from campaigns.moments import InWeek
from storage.tables import BINDINGS, DELIVERIES
from tests.bot.test_claiming import TIP, TUESDAY, a_due_tip, keep, kept
from tests.builders import NINE_THIRTY, a_campaign, a_post, an_audience
from tests.fakes import FakePlatform
from tests.running_bot import RunningBot, a_running_bot

TEAMS = ("sales", "service", "finance")


@dataclass
class SlowPlatform(FakePlatform):
    """Remembers how many sends were under way at once, in all and per place."""

    busy: list[str] = field(default_factory=list)
    most: int = 0

    async def post(self, channel: str, message: Message, key: str) -> str:
        assert channel not in self.busy
        self.busy.append(channel)
        self.most = max(self.most, len(self.busy))
        await asyncio.sleep(0.01)
        self.busy.remove(channel)
        return self._accept(channel, message, key)


async def a_bot_with_three_teams(platform: FakePlatform, *, posts: int = 1) -> tuple[RunningBot, list[Delivery]]:
    """Every team has this many approved posts, a minute apart, and all are due."""
    campaign = a_campaign(
        audiences={team: an_audience(channel=team) for team in TEAMS},
        rules=Rules(max_per_day=9, max_per_week=9),
        posts=tuple(
            a_post(
                id=f"tip-{posts - number}", for_audiences=TEAMS, when=InWeek(1, 1, NINE_THIRTY.replace(minute=number))
            )
            for number in range(posts)
        ),
    )
    bot = await a_running_bot(campaign, platform=platform)
    await bot.until(TUESDAY - timedelta(days=1))
    for number in range(posts):
        await bot.says("joris", f"approve tip-{posts - number}")
    bot.clock.set_to(TUESDAY)
    return bot, [item for item in (await bot.deliveries()).values() if item.occurrence]


def an_outbox(bot: RunningBot, at_once: int = 50) -> Outbox:
    return Outbox(bot.ctx, seconds=asyncio.get_running_loop().time, at_once=at_once)


@pytest.mark.parametrize(("at_once", "most"), [(50, 3), (2, 2), (1, 1)])
async def test_places_are_sent_to_side_by_side_and_each_place_one_at_a_time(at_once: int, most: int) -> None:
    platform = SlowPlatform()
    bot, due = await a_bot_with_three_teams(platform, posts=3)
    outbox = an_outbox(bot, at_once)
    await outbox.send(due)
    await outbox.drain()
    assert len([item for item in platform.sent if item.place.startswith("crm/")]) == 9
    assert platform.most == most


async def test_a_place_gets_its_posts_in_the_order_of_their_moments() -> None:
    """Their names are in the other order."""
    bot, due = await a_bot_with_three_teams(FakePlatform(), posts=3)
    outbox = an_outbox(bot)
    await outbox.send(due)
    await outbox.drain()
    keys = [item.key.split("/")[1] for item in bot.platform.sent if item.place == "crm/sales"]
    assert keys == ["tip-3", "tip-2", "tip-1"]


async def test_what_must_wait_is_not_overtaken_in_its_place_nor_holds_up_another() -> None:
    bot, _ = await a_bot_with_three_teams(FakePlatform(), posts=3)
    bot.platform.failures = [DeliveryError("slow down", retry_after=60)]
    await bot.until(TUESDAY)
    waiting = {item.place for item in bot.platform.sent if item.place.startswith("crm/")}
    assert len(waiting) == 2
    await bot.until(TUESDAY + timedelta(seconds=59))
    assert {item.place for item in bot.platform.sent if item.place.startswith("crm/")} == waiting
    await bot.until(TUESDAY + timedelta(minutes=2))
    for team in TEAMS:
        keys = [item.key.split("/")[1] for item in bot.platform.sent if item.place == f"crm/{team}"]
        assert keys == ["tip-3", "tip-2", "tip-1"]


async def test_two_audiences_in_one_channel_are_one_place() -> None:
    platform = SlowPlatform()
    bot, due = await a_bot_with_three_teams(platform)
    async with bot.ctx.store.transaction() as tx:
        for key, binding in await tx.find(BINDINGS):
            await tx.put(BINDINGS, key, replace(binding, channel="shared"))
    outbox = an_outbox(bot)
    await outbox.send(due)
    await outbox.drain()
    assert len(platform.to("shared")) == 3
    assert platform.most == 1


async def test_a_place_that_is_busy_is_not_sent_to_a_second_time() -> None:
    platform = SlowPlatform()
    bot, due = await a_bot_with_three_teams(platform)
    outbox = an_outbox(bot)
    await asyncio.gather(outbox.send(due), outbox.send(due))
    await outbox.drain()
    assert len([item for item in platform.sent if item.place.startswith("crm/")]) == 3


async def test_the_pace_of_the_platform_is_kept() -> None:
    platform = FakePlatform()
    bot, due = await a_bot_with_three_teams(platform, posts=3)
    platform.limits = Limits(per_channel=[Window(1, 1.0)])
    waits: list[float] = []
    seconds = [0.0]

    async def sleep(wait: float) -> None:
        waits.append(wait)
        seconds[0] += wait

    outbox = Outbox(bot.ctx, seconds=lambda: seconds[0], sleep=sleep, at_once=1)
    await outbox.send(item for item in due if item.occurrence and item.occurrence.audience == "sales")
    await outbox.drain()
    assert len(waits) == 2
    assert all(wait >= 1.0 for wait in waits)


class HeldUp(FakePlatform):
    """Has taken the first message and does not answer yet."""

    def __init__(self) -> None:
        super().__init__()
        self.has_it, self.may_answer = asyncio.Event(), asyncio.Event()

    async def post(self, channel: str, message: Message, key: str) -> str:
        self.has_it.set()
        await self.may_answer.wait()
        return self._accept(channel, message, key)


async def never(seconds: float) -> None:
    await asyncio.Event().wait()


@pytest.mark.parametrize("at_once", [50, 1])
async def test_closing_lets_go_who_waits_for_the_pace_and_lets_what_is_in_flight_finish(at_once: int) -> None:
    """One is being sent, another waits for its place's pace, and the rest stand in line behind them."""
    platform = HeldUp()
    bot, due = await a_bot_with_three_teams(platform, posts=3)
    platform.limits = Limits(per_channel=[Window(1, 1.0)])
    outbox = Outbox(bot.ctx, seconds=lambda: 0.0, sleep=never, at_once=at_once)
    async with asyncio.timeout(5):
        await outbox.send(due)
        await platform.has_it.wait()
        outbox.let_go()
        platform.may_answer.set()
        await outbox.drain()
        await outbox.send(due)
        await outbox.drain()
    states = [(await kept(bot.ctx, item.key)).state for item in due]
    sent = states.count(State.SENT)
    assert 1 <= sent == len([item for item in platform.sent if item.place.startswith("crm/")]) <= len(TEAMS)
    assert states.count(State.WAITING) == len(due) - sent


async def test_who_waits_for_a_pace_when_it_closes_is_let_go_before_anything_was_claimed() -> None:
    platform = FakePlatform()
    bot, due = await a_bot_with_three_teams(platform, posts=3)
    platform.limits = Limits(per_channel=[Window(1, 1.0)])
    asleep = asyncio.Event()

    async def sleep(seconds: float) -> None:
        asleep.set()
        await never(seconds)

    outbox = Outbox(bot.ctx, seconds=lambda: 0.0, sleep=sleep)
    async with asyncio.timeout(5):
        await outbox.send(due)
        await asleep.wait()
        outbox.let_go()
        await outbox.drain()
    assert len([item for item in platform.sent if item.place.startswith("crm/")]) == len(TEAMS)
    assert [(await kept(bot.ctx, item.key)).state for item in due].count(State.WAITING) == 2 * len(TEAMS)


async def test_a_fault_of_ours_while_sending_is_uncertain_and_never_sent_again_blindly() -> None:
    bot = await a_due_tip()

    async def broken(channel: str, message: Message, key: str) -> str:
        bot.platform.sent.clear()
        raise RuntimeError("our own bug")

    bot.platform.post = broken  # type: ignore[method-assign]
    outbox = an_outbox(bot)
    await outbox.send([await kept(bot.ctx)])
    await outbox.drain()
    delivery = await kept(bot.ctx)
    assert (delivery.state, delivery.detail) == (State.UNCERTAIN, "RuntimeError('our own bug')")
    assert not outbox.is_sending(TIP)


async def test_a_fault_of_ours_while_claiming_does_not_come_back_at_once_for_ever() -> None:
    bot = await a_due_tip()
    await keep(bot.ctx, replace(await kept(bot.ctx), key="notice/crm/broken", occurrence=None, person=None))
    await bot.engine.settle()
    assert (await kept(bot.ctx, "notice/crm/broken")).wake == TUESDAY + timedelta(minutes=5)
    assert len(bot.platform.to("crm/sales")) == 1


async def test_what_is_in_hand_is_known_to_be_and_the_end_is_told() -> None:
    bot = await a_due_tip()
    outbox, seen = an_outbox(bot), []
    accept = bot.platform.post

    async def watched(channel: str, message: Message, key: str) -> str:
        seen.append(outbox.is_sending(key))
        return await accept(channel, message, key)

    bot.platform.post = watched  # type: ignore[method-assign]
    wakes: list[bool] = []
    bot.ctx.wake = lambda: wakes.append(outbox.is_sending(TIP))
    await outbox.send([await kept(bot.ctx)])
    await outbox.drain()
    assert (seen, wakes) == ([True], [False])


async def test_after_a_crash_nothing_that_was_being_sent_is_sent_before_somebody_has_looked() -> None:
    bot = await a_due_tip()
    await keep(
        bot.ctx, replace(await kept(bot.ctx), state=State.SENDING, claim="of the dead", channel="room:crm/sales")
    )
    await recover(bot.ctx)
    delivery = await kept(bot.ctx)
    assert (delivery.state, delivery.claim, delivery.wake) == (State.UNCERTAIN, None, TUESDAY + LOOK_UP_AFTER)
    async with bot.ctx.store.transaction() as tx:
        assert await tx.find(DELIVERIES, state=State.SENDING) == []
