"""Time as the bot sees it: what a clock can do, one that is set, and one that runs fast. The real one is in app.py."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """This instant, in UTC."""
        ...

    def seconds_until(self, instant: datetime) -> float:
        """How long to wait, in real seconds, until this clock shows `instant`; 0 when it is past."""
        ...

    def expect(self, instant: datetime | None) -> None:
        """The next instant at which something is due; a fast clock never runs past it."""
        ...


class SteppedClock:
    """Stands still until it is set; never goes back. What a headless rehearsal runs on."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        return self._now

    def set_to(self, instant: datetime) -> None:
        self._now = max(self._now, instant)

    def seconds_until(self, instant: datetime) -> float:
        return max(0.0, (instant - self._now).total_seconds())

    def expect(self, instant: datetime | None) -> None:
        """Whoever steps this clock asks for the next instant itself."""


class FastClock:
    """Runs `speed` times as fast as real time, can be paused, and waits at each instant at which something is due.

    Because it never passes an instant that it was told to expect, no post is late merely because time runs fast.
    """

    def __init__(self, start: datetime, *, speed: float, seconds: Callable[[], float]) -> None:
        self.speed = speed
        self.playing = False
        self._seconds = seconds
        self._base = start
        self._since = seconds()
        self._ceiling: datetime | None = start

    def now(self) -> datetime:
        if not self.playing:
            return self._base
        shown = self._base + timedelta(seconds=(self._seconds() - self._since) * self.speed)
        return shown if self._ceiling is None else max(self._base, min(shown, self._ceiling))

    def seconds_until(self, instant: datetime) -> float:
        """Infinite while paused: nothing comes nearer."""
        left = (instant - self.now()).total_seconds()
        if left <= 0:
            return 0.0
        return left / self.speed if self.playing else float("inf")

    def expect(self, instant: datetime | None) -> None:
        self._rebase()
        self._ceiling = instant

    def play(self) -> None:
        self._rebase()
        self.playing = True

    def pause(self) -> None:
        self._rebase()
        self.playing = False

    def set_speed(self, speed: float) -> None:
        self._rebase()
        self.speed = speed

    def jump(self, instant: datetime) -> None:
        """Straight to `instant`, but never back and never past what is expected."""
        self._rebase()
        aim = instant if self._ceiling is None else min(instant, self._ceiling)
        self._base = max(self._base, aim)

    def _rebase(self) -> None:
        self._base = self.now()
        self._since = self._seconds()
