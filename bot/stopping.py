"""Somebody wants no private messages: kept, and what was already waiting for them is not sent."""

from dataclasses import replace

from bot.roles import has_role
from bot.turn import Turn
from campaigns.delivery import OPEN, SkipReason, skipped
from storage.tables import DELIVERIES, PEOPLE, REMINDERS


async def stop_messages(turn: Turn) -> None:
    tx, person = turn.tx, turn.origin.person
    known = await tx.get(PEOPLE, person.id)
    if known is not None:
        await tx.put(PEOPLE, person.id, replace(known, stopped=True))
    for key, _ in await tx.find(REMINDERS, person=person.id):
        await tx.remove(REMINDERS, key)
    for key, delivery in await tx.find(DELIVERIES, person=person.id):
        campaign = turn.ctx.campaigns.get(delivery.campaign)
        needs_it = campaign is not None and has_role(campaign, person.chat)
        if delivery.state in OPEN and not needs_it:
            await tx.put(DELIVERIES, key, skipped(delivery, now=turn.now, reason=SkipReason.STOPPED))
