"""Everybody in a rehearsal whom nobody plays: they approve what is asked of them, and make up no text of their own."""

from collections.abc import Callable
from datetime import datetime

from bot.context import Context, Event
from bot.directory import person_for
from bot.hear import hear
from bot.inbound import Approve, Origin, Person
from campaigns.approval import Decision
from campaigns.delivery import State
from storage.tables import DELIVERIES


class Colleagues:
    """An engine's job. `played` are the person ids that somebody looks through; those answer for themselves."""

    def __init__(self, *, answering: bool, played: Callable[[], frozenset[str]] = frozenset) -> None:
        self.answering = answering
        self._played = played
        self._asked: list[Event] = []
        self._looked_back = False

    def set_answering(self, on: bool) -> None:
        self.answering = on
        self._looked_back = False

    def notice(self, ctx: Context, event: Event) -> None:
        if event.event == "asked":
            self._asked.append(event)
            ctx.wake()

    async def __call__(self, ctx: Context, now: datetime) -> None:
        if not self.answering:
            return
        if not self._looked_back:
            self._asked.extend(await _still_asked(ctx, now))
            self._looked_back = True
        waiting, self._asked = self._asked, []
        for event in dict.fromkeys(waiting):
            await self._answer(ctx, event, now)

    async def _answer(self, ctx: Context, event: Event, now: datetime) -> None:
        campaign = ctx.campaigns.get(event.campaign)
        if campaign is None or event.reason == "briefing":
            return
        async with ctx.store.transaction() as tx:
            person = await person_for(ctx, tx, campaign, event.to)
        if person is None or person in self._played():
            return
        who = campaign.people[event.to]
        name = f"colleague/{event.to}/{event.post}/{event.at.isoformat()}"
        origin = Origin(person.partition(":")[0], Person(person, who.name, who.chat), name, about=campaign.id)
        await hear(ctx, Approve(origin, post=event.post))


async def _still_asked(ctx: Context, now: datetime) -> list[Event]:
    """What was asked before a restart, or before the colleagues began to answer."""
    async with ctx.store.transaction() as tx:
        waiting = await tx.find(DELIVERIES, state=State.WAITING)
    return [
        Event(now, "asked", delivery.campaign, delivery.occurrence.post, to=delivery.approval.approver)
        for _, delivery in waiting
        if delivery.occurrence is not None
        and delivery.approval is not None
        and delivery.approval.decision is Decision.ASKED
        and not delivery.approval.briefing
    ]
