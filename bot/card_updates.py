"""Cards that must show something new: at the platform's pace and in order per place, beside everything else."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable

from bot.cards import redraw
from bot.context import Context
from bot.place import Place
from storage.tables import DELIVERIES

log = logging.getLogger(__name__)

Work = Callable[[], Awaitable[None]]


class CardUpdates:
    """`pace` waits until one more message may go to a place."""

    def __init__(self, ctx: Context, pace: Callable[[str], Awaitable[None]]) -> None:
        self._ctx = ctx
        self._pace = pace
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_closing = False
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    def soon(self, card: str, work: Work) -> None:
        """Do this for the card with this key. Asked for again before its turn has come, it is done once."""
        if card not in self._waiting and not self._is_closing:
            task = self._waiting[card] = asyncio.create_task(self._in_turn(card, work), name=f"update {card}")
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def redraw(self, card: str) -> None:
        """Show what was answered to this card."""
        self.soon(card, lambda: redraw(self._ctx, card))

    def is_busy(self) -> bool:
        return bool(self._tasks)

    async def drain(self) -> None:
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def let_go(self) -> None:
        """From here on nothing is begun, and only what is being shown goes on to its end."""
        self._is_closing = True
        for task in self._waiting.values():
            task.cancel()

    async def _in_turn(self, card: str, work: Work) -> None:
        try:
            place = await self._place_of(card)
            if place is not None:
                async with self._turns[place]:
                    await self._pace(place)
                    del self._waiting[card]  # what changes from here on is a new reason to show it
                    await work()
        except Exception:
            log.exception("The card %s was not shown anew on a fault of ours", card)
        finally:
            if self._waiting.get(card) is asyncio.current_task():
                del self._waiting[card]

    async def _place_of(self, card: str) -> str | None:
        async with self._ctx.store.transaction() as tx:
            sent = await tx.get(DELIVERIES, card)
        place = Place.of_sent(sent) if sent is not None else None
        return place.key if place is not None else None
