"""Transactions that reach the disk together: what was there before them, what is there now, and who waits for it."""

import asyncio
from typing import Any, Final

from storage.base import StoreProblem
from storage.sqlite_medium import Changes

AT_ONCE: Final = 100  # how many are told before everything else on the loop gets a turn


class FlushGroup:
    def __init__(self) -> None:
        self.before: dict[str, dict[str, Any]] = {}
        self.changes = Changes()
        self._waiting: list[asyncio.Future[None]] = []
        self._problem: Exception | None = None
        self._is_over = False

    @classmethod
    def settled(cls) -> "FlushGroup":
        """One with nothing to wait for."""
        group = cls()
        group._is_over = True
        return group

    def note(self, name: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        """A transaction's changes of one table. What was there before the group's first change stays its `before`."""
        first = self.before.setdefault(name, {})
        for key, kept in before.items():
            first.setdefault(key, kept)
            self.changes.now[name, key] = after[key]

    async def flushed(self) -> None:
        """StoreProblem when it did not come to that."""
        if not self._is_over:
            waiting = asyncio.get_running_loop().create_future()
            self._waiting.append(waiting)
            await waiting
        if self._problem is not None:
            raise StoreProblem(str(self._problem)) from self._problem

    async def end(self, problem: Exception | None = None) -> None:
        self._is_over, self._problem = True, problem
        for number, waiting in enumerate(self._waiting, start=1):
            if not waiting.done():  # cancelled: gone, while its change is kept
                waiting.set_result(None)
            if number % AT_ONCE == 0:
                await asyncio.sleep(0)
