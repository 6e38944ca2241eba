"""Who looks at what, and when; and everything the store keeps that one look needs, read in one go."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.platforms.room.people import RoomPerson
from bot.roles import Role, has_role, roles_of
from campaigns.calendar import WorkCalendar
from campaigns.delivery import Delivery
from campaigns.model import Campaign
from campaigns.seat_book import SeatBook
from campaigns.texts.say import say
from campaigns.words import Language
from storage.base import Store
from storage.tables import DELIVERIES, REACTIONS, ROOM_POSTS, SEATS, RoomPost


@dataclass(frozen=True)
class Look:
    """`place` is a channel's id, or the id of `me` for the private chat."""

    campaign: Campaign
    me: RoomPerson
    place: str
    now: datetime

    @property
    def language(self) -> Language:
        return self.campaign.language

    @cached_property
    def calendar(self) -> WorkCalendar:
        return WorkCalendar.of(self.campaign)

    @property
    def is_private(self) -> bool:
        return self.place == self.me.id

    @property
    def has_role(self) -> bool:
        return has_role(self.campaign, self.me.chat)

    @property
    def is_owner(self) -> bool:
        return Role.OWNER in roles_of(self.campaign, self.me.chat)

    @property
    def audiences(self) -> tuple[str, ...]:
        """Those of this campaign that the person reads, in the order of the file."""
        return tuple(key for key in self.campaign.audiences if f"{self.campaign.id}/{key}" in self.me.audiences)

    def wall(self, instant: datetime) -> datetime:
        return self.calendar.to_wall(instant)

    def say(self, key: str, **fields: object) -> str:
        return say(self.language, key, **fields)

    def audience_title(self, audience: str) -> str:
        """The channel's first word or two: `Sales > General` is Sales."""
        return self.campaign.audiences[audience].channel.split(">")[0].strip()


@dataclass(frozen=True)
class Kept:
    """`posts` by place, oldest first, everybody's; `reactions` counts emoji per key of a message."""

    posts: Mapping[str, list[tuple[str, RoomPost]]]
    deliveries: tuple[Delivery, ...]
    book: SeatBook | None
    reactions: Counter[tuple[str, str]]


async def read_kept(store: Store, look: Look) -> Kept:
    places = [f"{look.campaign.id}/{audience}" for audience in look.audiences] + [look.me.id]
    async with store.transaction() as tx:
        posts = {place: await tx.find(ROOM_POSTS, place=place) for place in places}
        deliveries = await tx.find(DELIVERIES, campaign=look.campaign.id)
        book = await tx.get(SEATS, look.campaign.id)
        reactions = await tx.find(REACTIONS)
    return Kept(
        posts={place: sorted(found, key=lambda item: item[1].number) for place, found in posts.items()},
        deliveries=tuple(delivery for _, delivery in deliveries),
        book=book,
        reactions=Counter((reaction.delivery, reaction.emoji) for _, reaction in reactions),
    )
