"""Stop the clock of a rehearsal just before a post is lost because the person who is being played has not answered."""

from collections.abc import Callable
from datetime import datetime

from bot.context import Context
from bot.directory import person_for
from bot.rehearsal.controls import RehearsalClock
from campaigns.approval import Decision
from campaigns.delivery import Delivery, State
from campaigns.texts.say import say
from storage.tables import DELIVERIES


class PauseForMe:
    """An engine's job. It stops once for each post; whoever plays on after that lets it be skipped.

    `plays_on`: there is no page to press play on, so the clock goes on by itself when the answer has come.
    """

    def __init__(
        self,
        clock: RehearsalClock,
        *,
        played: Callable[[], frozenset[str]],
        colleagues_answer: Callable[[], bool],
        plays_on: bool = False,
    ) -> None:
        self._clock = clock
        self._played = played
        self._colleagues_answer = colleagues_answer
        self._plays_on = plays_on
        self._stopped_for: set[str] = set()

    async def __call__(self, ctx: Context, now: datetime) -> None:
        posts = await _posts_ahead(ctx)
        self._clock.next_post = min((delivery.due for delivery in posts if delivery.due > now), default=None)
        self._clock.go_on()
        if not self._clock.pause_for_me:
            return
        is_waiting = False
        for delivery in sorted(posts, key=lambda delivery: (delivery.due, delivery.key)):
            who = await self._waits_for(ctx, delivery)
            is_waiting |= who is not None and _card(delivery) in self._stopped_for
            if who is not None and _card(delivery) not in self._stopped_for:
                self._stop(ctx, delivery, who)
                return
        if self._clock.why_paused and not is_waiting:
            self._answered()

    def _answered(self) -> None:
        """Nobody is waited for any more, and nothing may say so."""
        if self._plays_on:
            self._clock.play()
        else:
            self._clock.why_paused = ""

    def _stop(self, ctx: Context, delivery: Delivery, who: str) -> None:
        campaign, occurrence = ctx.campaigns[delivery.campaign], delivery.occurrence
        if occurrence is None:
            return
        why = say(campaign.language, "rehearsal_waits", name=campaign.people[who].name, post=occurrence.post)
        self._clock.stop_before(delivery.due, why)
        if self._clock.why_paused:
            self._stopped_for.add(_card(delivery))

    async def _waits_for(self, ctx: Context, delivery: Delivery) -> str | None:
        """The approver who has not answered and for whom nobody else does."""
        campaign, approval = ctx.campaigns.get(delivery.campaign), delivery.approval
        if campaign is None or approval is None or approval.decision is not Decision.ASKED:
            return None
        async with ctx.store.transaction() as tx:
            person = await person_for(ctx, tx, campaign, approval.approver)
        is_mine = person in self._played() or not self._colleagues_answer()
        return approval.approver if is_mine else None


def _card(delivery: Delivery) -> str:
    """All audiences of a card are waited for once."""
    return delivery.approval.card if delivery.approval is not None else delivery.key


async def _posts_ahead(ctx: Context) -> list[Delivery]:
    async with ctx.store.transaction() as tx:
        waiting = await tx.find(DELIVERIES, state=State.WAITING)
    return [delivery for _, delivery in waiting if delivery.occurrence is not None]
