"""Deliveries that wait to be sent: per place in order and one at a time, different places side by side."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable

from bot.card_updates import CardUpdates
from bot.claiming import Claimed, claim, postpone
from bot.context import Context
from bot.pacing import Pacer
from bot.place import Place
from bot.platforms.base import DeliveryError
from bot.recording import LOOK_UP_AFTER, record_error, record_sent
from bot.same_person import way_of
from campaigns.delivery import Delivery, State, uncertain
from storage.tables import BINDINGS, DELIVERIES

log = logging.getLogger(__name__)


class Outbox:
    """`at_once` is how many places are sent to side by side; 1 makes a rehearsal's order the same every time."""

    def __init__(
        self,
        ctx: Context,
        *,
        seconds: Callable[[], float],
        at_once: int = 50,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._ctx = ctx
        self._pacers = {
            name: Pacer(platform.limits, seconds=seconds, sleep=sleep) for name, platform in ctx.platforms.items()
        }
        self.updates = CardUpdates(ctx, self._pace)
        self._turns = asyncio.Semaphore(at_once)
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._at_work: set[str] = set()
        self._in_hand: set[str] = set()
        self.is_closing = False

    def is_sending(self, key: str) -> bool:
        return key in self._in_hand

    async def send(self, due: Iterable[Delivery]) -> None:
        """Start sending these; what belongs to a place that is still busy comes with the next look."""
        places: defaultdict[str, list[Delivery]] = defaultdict(list)
        for delivery in due:
            places[await self._place_of(delivery)].append(delivery)
        for place, deliveries in places.items():
            if place not in self._busy and not self.is_closing:
                in_order = sorted(deliveries, key=lambda delivery: (delivery.due, delivery.key))
                task = asyncio.create_task(self._send_all(place, in_order), name=f"outbox {place}")
                self._busy[place] = task
                task.add_done_callback(lambda _, place=place: self._is_done_with(place))  # type: ignore[misc]

    async def drain(self) -> None:
        """Wait until nothing is being sent or shown anew."""
        while self._busy or self.updates.is_busy():
            await asyncio.gather(*self._busy.values(), return_exceptions=True)
            await self.updates.drain()

    def let_go(self) -> None:
        """From here on nothing is begun. What is being claimed or sent goes on to its end; all else stays waiting in
        the store, and nobody waits for a turn or a pace any longer.
        """
        self.is_closing = True
        for place, task in self._busy.items():
            if place not in self._at_work:
                task.cancel()
        self.updates.let_go()

    async def _place_of(self, delivery: Delivery) -> str:
        """What must be served in order: a person, a channel, or an audience while it has no channel."""
        async with self._ctx.store.transaction() as tx:
            if delivery.occurrence is None:
                way = await way_of(self._ctx, tx, delivery)
                return way.key if way is not None else delivery.person or delivery.key
            audience = f"{delivery.campaign}/{delivery.occurrence.audience}"
            binding = await tx.get(BINDINGS, audience)
        return Place.of_channel(binding).key if binding else audience

    async def _send_all(self, place: str, deliveries: list[Delivery]) -> None:
        try:
            for delivery in deliveries:
                if self.is_closing:
                    return
                async with self._turns:
                    await self._pace(place)
                    self._at_work.add(place)
                    await self._send(delivery)
                self._at_work.discard(place)
        except Exception:
            log.exception("Sending to %s stopped on a fault of ours; other places go on", place)

    def _is_done_with(self, place: str) -> None:
        del self._busy[place]
        self._at_work.discard(place)
        self._ctx.wake()

    async def _pace(self, place: str) -> None:
        """Wait until the platform allows one more message in this place."""
        platform = place.partition(":")[0]
        if platform in self._pacers:
            await self._pacers[platform].turn(place)

    async def _send(self, delivery: Delivery) -> None:
        try:
            ours = await claim(self._ctx, delivery.key)
        except Exception:
            log.exception("Delivery %s could not be claimed; it is looked at again later", delivery.key)
            await postpone(self._ctx, delivery.key)
            return
        if ours is not None:
            await self._hand_over(ours)

    async def _hand_over(self, ours: Claimed) -> None:
        """Give it to the platform and record what came of it, whatever that is."""
        self._in_hand.add(ours.delivery.key)
        try:
            ref = await self._give(ours)
        except DeliveryError as error:
            await record_error(self._ctx, ours, error)
        except Exception as error:
            # Nobody knows how far our own fault got, so it is treated as an answer that never came.
            log.exception("Delivery %s", ours.delivery.key)
            await record_error(self._ctx, ours, DeliveryError(repr(error), unknown=True))
        else:
            await record_sent(self._ctx, ours, ref)
        finally:
            self._in_hand.discard(ours.delivery.key)

    async def _give(self, ours: Claimed) -> str:
        platform = self._ctx.platforms[ours.place.platform]
        if ours.delivery.person is not None:
            return await platform.dm(ours.place.address, ours.message, ours.delivery.key)
        return await platform.post(ours.place.address, ours.message, ours.delivery.key)


async def recover(ctx: Context) -> None:
    """After a crash: what was being sent may or may not be there. Nothing is sent again before that is known."""
    next_look = ctx.clock.now() + LOOK_UP_AFTER
    async with ctx.store.transaction() as tx:
        for key, delivery in await tx.find(DELIVERIES, state=State.SENDING):
            await tx.put(DELIVERIES, key, uncertain(delivery, detail="", next_look=next_look, claim=delivery.claim))
