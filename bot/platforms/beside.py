"""Work beside a request, for which no platform waits. What it does is stored already, or can be done again."""

import asyncio
import logging
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, Final

from bot.platforms.capped_body import where

log = logging.getLogger(__name__)

LONGEST_GOODBYE: Final = 5.0  # seconds in which what is under way at the end may end well
LONGEST_LOOK: Final = 5.0  # seconds that everything else waits, at the start


class Beside:
    """The tasks that are under way. A fault of ours in one is logged, without a word that a person wrote."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def later(self, work: Coroutine[Any, Any, None]) -> None:
        self._begin(work)

    async def soon(self, work: Coroutine[Any, Any, None]) -> None:
        """Waits for it a while; then it goes on by itself."""
        await asyncio.wait({self._begin(work)}, timeout=LONGEST_LOOK)

    async def idle(self) -> None:
        """Until all of it has ended, and all that came of it."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def end(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(LONGEST_GOODBYE):
                await self.idle()

    def _begin(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(_logged(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


async def _logged(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except Exception as fault:
        log.error("Something beside a request ended in a fault.\n%s", where(fault))
