"""From an id in a campaign's people to a person on a platform: matched by the directory's address, never by a name."""

from dataclasses import replace

from bot.context import Context
from bot.inbound import Person
from bot.own_marks import move_marks
from bot.same_person import first_id, ways_to
from campaigns.model import Campaign
from storage.base import Transaction
from storage.tables import PEOPLE, KnownPerson


async def person_for(ctx: Context, tx: Transaction, campaign: Campaign, who: str) -> str | None:
    """The id that the person was known by first; None when the directory of no platform has this address.

    Remembered once found.
    """
    chat = campaign.people[who].chat.casefold()
    for key, known in await tx.find(PEOPLE, chat=chat):
        if await ways_to(ctx, tx, key):
            return known.same_as or key
    for name, platform in ctx.platforms.items():
        for person in await platform.people():
            if person.chat is not None and person.chat.casefold() == chat:
                known = await remember(tx, name, person)
                return known.same_as or person.id
    return None


async def remember(tx: Transaction, platform: str, person: Person) -> KnownPerson:
    """What we know of the person from now on: the newest name and address, and what we knew already.

    Whom we meet for the first time on this platform may be known by their address on another.
    """
    before = await tx.get(PEOPLE, person.id)
    known = before or await _first_met(tx, platform, person)
    chat = person.chat.casefold() if person.chat else known.chat
    newest = replace(known, name=person.name, chat=chat)
    if newest != before:
        await tx.put(PEOPLE, person.id, newest)
    return newest


async def _first_met(tx: Transaction, platform: str, person: Person) -> KnownPerson:
    first = await first_id(tx, person.id, person.chat)
    if first == person.id:
        return KnownPerson(platform, person.name)
    await move_marks(tx, later=person.id, first=first)
    return KnownPerson(platform, person.name, same_as=first)
