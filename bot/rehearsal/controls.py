"""The clock of a rehearsal that is watched: played, paused, sped up, sent to the next post, and stopped when somebody
who is being played has yet to answer."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.clock import FastClock

# How long before a post's moment the clock stops for somebody who has not answered.
BEFORE = timedelta(minutes=1)


class RehearsalClock(FastClock):
    """`wake` makes the scheduler look again after the clock was touched."""

    def __init__(self, start: datetime, *, speed: float, seconds: Callable[[], float]) -> None:
        super().__init__(start, speed=speed, seconds=seconds)
        self.why_paused = ""
        self.pause_for_me = True
        self.next_post: datetime | None = None
        self.wake: Callable[[], None] = lambda: None
        self._stop_at: datetime | None = None
        self._target: datetime | None = None

    def play(self) -> None:
        self.why_paused = ""
        self._stop_at = None
        super().play()
        self.wake()

    def pause(self) -> None:
        self._target = None
        super().pause()
        self.wake()

    def set_speed(self, speed: float) -> None:
        super().set_speed(speed)
        self.wake()

    def set_pause_for_me(self, on: bool) -> None:
        self.pause_for_me = on
        self.wake()

    def jump_to_next(self) -> None:
        """To the next post; what is due on the way there happens first, in order."""
        self.why_paused = ""
        self._stop_at = None
        self._target = self.next_post
        self._leap()
        self.wake()

    def expect(self, instant: datetime | None) -> None:
        """Never past the next thing that is due, nor past the moment at which it was asked to stop."""
        moments = [moment for moment in (instant, self._stop_at) if moment is not None]
        super().expect(min(moments, default=None))
        self._leap()

    def stop_before(self, moment: datetime, why: str) -> None:
        """Stand still a minute before `moment`, with this reason; from there it goes on when somebody plays."""
        self._stop_at = max(moment - BEFORE, self.now())
        if self.now() >= self._stop_at:
            self.why_paused = why
            self.pause()

    def go_on(self) -> None:
        """Nobody is waited for any more."""
        self._stop_at = None

    def _leap(self) -> None:
        if self._target is not None:
            self.jump(self._target)
            if self.now() >= self._target:
                self._target = None
