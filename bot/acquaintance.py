"""What the bot learns about somebody who speaks to it: how to answer them, and which audience they read in."""

from dataclasses import replace

from bot import inbound as act
from bot.directory import remember
from bot.inbound import Inbound, Person
from storage.base import Transaction
from storage.tables import BINDINGS, PEOPLE, KnownPerson

# A reaction or a pulse answer must not tell us who is there; being added to a channel is nobody's doing.
LEAVES_NO_TRACE = (act.React, act.AnswerPulse, act.Installed)
# Asking again after `stop` is asking to hear from us again.
_ASKS_TO_HEAR = (act.Join, act.MakeWish, act.Ask, act.RemindMe)


async def get_acquainted(tx: Transaction, inbound: Inbound) -> Person:
    """The person with the address we know. Keeps what was learned, unless this act must leave no trace."""
    person = inbound.origin.person
    if isinstance(inbound, LEAVES_NO_TRACE):
        known = await tx.get(PEOPLE, person.id)
        return replace(person, chat=person.chat or (known.chat if known else None))
    before = await tx.get(PEOPLE, person.id)
    known = await remember(tx, inbound.origin.platform, person)
    known = replace(known, audiences=await _audiences(tx, known, inbound.origin.channel))
    if isinstance(inbound, _ASKS_TO_HEAR):
        known = replace(known, stopped=False)
    if known != before:
        await tx.put(PEOPLE, person.id, known)
    return replace(person, chat=known.chat)


async def _audiences(tx: Transaction, known: KnownPerson, channel: str | None) -> tuple[tuple[str, str], ...]:
    """One per campaign: the one whose channel they spoke in last."""
    if channel is None:
        return known.audiences
    heard = {binding.campaign: binding.audience for _, binding in await tx.find(BINDINGS, channel=channel)}
    return tuple(sorted({**dict(known.audiences), **heard}.items()))
