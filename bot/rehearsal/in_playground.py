"""A rehearsal in the playground of Teams: the clock begins when a team is connected, and says why it stands still."""

from collections.abc import Callable
from datetime import datetime

from bot.context import Context
from bot.rehearsal.controls import RehearsalClock
from storage.tables import BINDINGS


class BeginWhenConnected:
    """An engine's job. Before a channel is connected every post would only be held."""

    def __init__(self, clock: RehearsalClock) -> None:
        self._clock = clock
        self._has_begun = False

    async def __call__(self, ctx: Context, now: datetime) -> None:
        if self._has_begun:
            return
        async with ctx.store.transaction() as tx:
            self._has_begun = bool(await tx.find(BINDINGS))
        if self._has_begun:
            self._clock.play()


class SayWhy:
    """An engine's job: each reason for which the clock stands still is told once."""

    def __init__(self, clock: RehearsalClock, tell: Callable[[str], None]) -> None:
        self._clock = clock
        self._tell = tell
        self._told = ""

    async def __call__(self, ctx: Context, now: datetime) -> None:
        if self._clock.why_paused and self._clock.why_paused != self._told:
            self._tell(self._clock.why_paused)
        self._told = self._clock.why_paused
