"""Send no faster than a platform allows: exact sliding windows, because a leaky bucket lets bursts through."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Sequence

from bot.platforms.base import Limits, Window

# A platform's clock and ours differ a little; without this margin a window is sometimes one send too full.
MARGIN = 0.05


class SlidingWindows:
    """The moments of past sends, and when the next one fits in every window."""

    def __init__(self, windows: Sequence[Window]) -> None:
        self._windows = windows
        self._sends: deque[float] = deque(maxlen=max((window.sends for window in windows), default=0))

    def free_at(self, now: float) -> float:
        """The earliest second, from `now` on, at which one more send breaks no window."""
        full = [window for window in self._windows if len(self._sends) >= window.sends]
        return max([now, *(self._sends[-window.sends] + window.seconds + MARGIN for window in full)])

    def record(self, moment: float) -> None:
        self._sends.append(moment)


class Pacer:
    """Gives each send of one platform its turn, per channel and over all channels."""

    def __init__(
        self,
        limits: Limits,
        *,
        seconds: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._limits = limits
        self._seconds = seconds
        self._sleep = sleep
        self._overall = SlidingWindows(limits.overall)
        self._channels: defaultdict[str, SlidingWindows] = defaultdict(lambda: SlidingWindows(limits.per_channel))
        self._lines: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def turn(self, channel: str) -> None:
        """Returns when a message may go to this channel.

        First the channel's own windows, where one waits and the others stand in line, then a place in the common order,
        which is booked before waiting for it: so moments are booked in order, and no two sends get the same one.
        """
        async with self._lines[channel]:
            mine = self._channels[channel]
            await self._wait_until(mine.free_at(self._seconds()))
            moment = self._overall.free_at(self._seconds())
            self._overall.record(moment)
            mine.record(moment)
        await self._wait_until(moment)

    async def _wait_until(self, moment: float) -> None:
        wait = moment - self._seconds()
        if wait > 0:
            await self._sleep(wait)
