"""The room connects itself: every audience of a loaded campaign has its channel there, and its people are in it."""

from bot.context import Context
from bot.platforms.room.people import channel_id, room_channels, room_people
from bot.platforms.room.platform import RoomPlatform
from campaigns.model import Campaign
from storage.base import Transaction
from storage.tables import BINDINGS, PEOPLE, Binding, KnownPerson


async def connect_room(ctx: Context, room: RoomPlatform) -> None:
    """Does nothing when everybody is in already; an audience that its owner connected elsewhere stays there."""
    people, channels = room_people(ctx.campaigns), room_channels(ctx.campaigns)
    inside = {person.id for person in room.everybody()}
    if set(channels) <= set(room.channels) and {person.id for person in people} <= inside:
        return
    room.admit(people, channels)
    async with ctx.store.transaction() as tx:
        for campaign in ctx.campaigns.values():
            await _bind(tx, room, campaign)
        for person in room.everybody():
            audiences = tuple(tuple(channel.split("/", 1)) for channel in person.audiences)
            known = KnownPerson(room.name, person.name, person.chat, audiences=audiences)  # type: ignore[arg-type]
            if not person.role:
                await tx.add(PEOPLE, person.id, known)


async def _bind(tx: Transaction, room: RoomPlatform, campaign: Campaign) -> None:
    for audience in campaign.audiences:
        binding = Binding(campaign.id, audience, room.name, channel_id(campaign.id, audience))
        await tx.add(BINDINGS, f"{campaign.id}/{audience}", binding)
