"""From an id in a campaign's people to a person on a platform: matched by the directory's address, never by a name."""

from dataclasses import replace

from bot.context import Context
from bot.inbound import Person
from campaigns.model import Campaign
from storage.base import Transaction
from storage.tables import PEOPLE, KnownPerson


async def person_for(ctx: Context, tx: Transaction, campaign: Campaign, who: str) -> str | None:
    """The platform's person id; None when the directory of no platform has this address. Remembered once found."""
    chat = campaign.people[who].chat.casefold()
    for key, known in await tx.find(PEOPLE, chat=chat):
        if known.platform in ctx.platforms:
            return key
    for name, platform in ctx.platforms.items():
        for person in await platform.people():
            if person.chat is not None and person.chat.casefold() == chat:
                await remember(tx, name, person)
                return person.id
    return None


async def remember(tx: Transaction, platform: str, person: Person) -> KnownPerson:
    """What we know of the person from now on: the newest name and address, and what we knew already."""
    known = await tx.get(PEOPLE, person.id) or KnownPerson(platform, person.name)
    chat = person.chat.casefold() if person.chat else known.chat
    newest = replace(known, name=person.name, chat=chat)
    await tx.put(PEOPLE, person.id, newest)
    return newest
