"""What would break: a burst that a platform answers with 429, or a message that waits longer than the windows ask."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from bot.pacing import Pacer
from bot.platforms.base import Limits, Window

TEAMS = Limits(
    per_channel=(Window(7, 1), Window(8, 2), Window(60, 30)),
    overall=(Window(50, 1),),
)


class SimulatedTime:
    """A second hand that only moves when somebody sleeps; sleepers wake in order."""

    def __init__(self) -> None:
        self.now = 0.0

    def seconds(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


async def sends_to(channels: list[str]) -> list[tuple[float, str]]:
    time = SimulatedTime()
    pacer = Pacer(TEAMS, seconds=time.seconds, sleep=time.sleep)
    sent = []
    for channel in channels:
        await pacer.turn(channel)
        sent.append((time.now, channel))
    return sent


def most_in_any_window(moments: list[float], seconds: float) -> int:
    return max((sum(start <= moment < start + seconds for moment in moments) for start in moments), default=0)


async def test_seventy_messages_to_one_channel_keep_every_window_of_teams() -> None:
    moments = [moment for moment, _ in await sends_to(["sales"] * 70)]
    assert [most_in_any_window(moments, seconds) for seconds in (1, 2, 30)] == [7, 8, 60]


async def test_a_pace_is_not_slower_than_the_windows_ask() -> None:
    moments = [moment for moment, _ in await sends_to(["sales"] * 70)]
    assert moments[-1] < 35


@given(st.lists(st.sampled_from(["sales", "service", "mt"]), max_size=120))
def test_no_mix_of_channels_breaks_a_window(channels: list[str]) -> None:
    sent = asyncio.run(sends_to(channels))
    assert most_in_any_window([moment for moment, _ in sent], 1) <= 50
    for name in set(channels):
        moments = [moment for moment, channel in sent if channel == name]
        assert most_in_any_window(moments, 1) <= 7
        assert most_in_any_window(moments, 2) <= 8


class SharedTime(SimulatedTime):
    """Others get their turn while somebody sleeps."""

    async def sleep(self, seconds: float) -> None:
        until = self.now + seconds
        await asyncio.sleep(0)
        self.now = max(self.now, until)


async def test_who_waits_beside_somebody_else_for_the_same_channel_gets_a_moment_of_their_own() -> None:
    """A post and a card that is shown anew."""
    time = SharedTime()
    pacer = Pacer(Limits(per_channel=[Window(1, 1)]), seconds=time.seconds, sleep=time.sleep)
    sent: list[float] = []

    async def some_sends() -> None:
        for _ in range(6):
            await pacer.turn("sales")
            sent.append(time.now)

    await asyncio.gather(some_sends(), some_sends())
    assert len(sent) == 12
    assert most_in_any_window(sent, 1) == 1


async def test_who_no_longer_waits_for_a_channel_holds_up_nobody() -> None:
    time, asleep = SharedTime(), asyncio.Event()

    async def sleep(seconds: float) -> None:
        asleep.set()
        await asyncio.Event().wait()

    pacer = Pacer(Limits(per_channel=[Window(1, 1)]), seconds=time.seconds, sleep=sleep)
    await pacer.turn("sales")
    waiting = asyncio.create_task(pacer.turn("sales"))
    await asleep.wait()
    waiting.cancel()
    time.now = 2
    async with asyncio.timeout(2):
        await pacer.turn("sales")


async def test_a_platform_without_limits_never_waits() -> None:
    time = SimulatedTime()
    pacer = Pacer(Limits(), seconds=time.seconds, sleep=time.sleep)
    for _ in range(100):
        await pacer.turn("room")
    assert time.now == 0
