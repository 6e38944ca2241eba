"""What the bot learns about somebody who speaks to it: how to answer them, and which audience they read in."""

from dataclasses import replace
from datetime import datetime

from bot import inbound as act
from bot.bindings import bindings_at
from bot.context import Context
from bot.directory import remember
from bot.inbound import Inbound, Origin, Person
from bot.moving_in import become_one
from bot.same_person import first_id, still_apart
from storage.base import Transaction
from storage.tables import PEOPLE, KnownPerson

# A reaction or a pulse answer must not tell us who is there; being added to a channel is nobody's doing, and whoever
# only looks has said nothing.
LEAVES_NO_TRACE = (act.React, act.AnswerPulse, act.Installed, act.Overview)
# Asking again after `stop` is asking to hear from us again.
_ASKS_TO_HEAR = (act.Join, act.MakeWish, act.Ask, act.RemindMe)


async def get_acquainted(ctx: Context, tx: Transaction, inbound: Inbound, now: datetime) -> Person:
    """The person under the id that we knew them by first, with the address we know. Keeps what was learned, unless this
    act must leave no trace."""
    person = inbound.origin.person
    known = await tx.get(PEOPLE, person.id)
    chat = person.chat.casefold() if person.chat else known.chat if known else None
    first = await first_id(tx, person.id, chat)
    if not isinstance(inbound, LEAVES_NO_TRACE):
        await remember(tx, inbound.origin.platform, person)
        if known is None or known.chat != chat:
            for later in await still_apart(tx, first, chat):
                await become_one(ctx, tx, first=first, later=later, now=now)
        await _learn(tx, first, inbound)
    return replace(person, id=first, chat=chat)


async def _learn(tx: Transaction, first: str, inbound: Inbound) -> None:
    """Whatever the platform, it is kept with the id that was known first."""
    before = await tx.get(PEOPLE, first)
    if before is None:
        raise ValueError(f"{first} is not known")
    stopped = before.stopped and not isinstance(inbound, _ASKS_TO_HEAR)
    known = replace(before, audiences=await _audiences(tx, before, inbound.origin), stopped=stopped)
    if known != before:
        await tx.put(PEOPLE, first, known)


async def _audiences(tx: Transaction, known: KnownPerson, origin: Origin) -> tuple[tuple[str, str], ...]:
    """One per campaign: the one whose channel they spoke in last."""
    heard = {binding.campaign: binding.audience for _, binding in await bindings_at(tx, origin)}
    return tuple(sorted({**dict(known.audiences), **heard}.items())) if heard else known.audiences
