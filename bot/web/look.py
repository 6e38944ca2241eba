"""Who looks at what, and when; and everything the store keeps that one look needs, read in one go."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.platforms.room.people import RoomPerson
from bot.roles import Role, has_role, roles_of
from bot.web.room_window import Item, Window, window
from campaigns.calendar import WorkCalendar
from campaigns.delivery import Delivery
from campaigns.model import Campaign
from campaigns.seat_book import SeatBook
from campaigns.texts.say import say
from campaigns.words import Language
from storage.base import Store, Transaction
from storage.tables import DELIVERIES, REACTIONS, ROOM_POSTS, SEATS


@dataclass(frozen=True)
class Look:
    """`place` is a channel's id, or the id of `me` for the private chat.

    `since` is the number of the oldest message that was asked for, or 0 for the newest ones only.
    """

    campaign: Campaign
    me: RoomPerson
    place: str
    now: datetime
    since: int = 0

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
    """`posts` by place, oldest first, everybody's; `shown` is what `me` sees of the place that is looked at.

    `reactions` counts emoji per key of a message that is shown.
    """

    posts: Mapping[str, list[Item]]
    shown: Window
    deliveries: tuple[Delivery, ...]
    book: SeatBook | None
    reactions: Counter[tuple[str, str]]


async def read_kept(store: Store, look: Look) -> Kept:
    places = [f"{look.campaign.id}/{audience}" for audience in look.audiences] + [look.me.id]
    async with store.transaction() as tx:
        posts = {place: await _posts(tx, place) for place in places}
        shown = window(posts[look.place], look.me.id, since=look.since)
        deliveries = await tx.find(DELIVERIES, campaign=look.campaign.id)
        book = await tx.get(SEATS, look.campaign.id)
        reactions = await _reactions(tx, shown)
    return Kept(posts, shown, tuple(delivery for _, delivery in deliveries), book, reactions)


async def _posts(tx: Transaction, place: str) -> list[Item]:
    return sorted(await tx.find(ROOM_POSTS, place=place), key=lambda item: item[1].number)


async def _reactions(tx: Transaction, shown: Window) -> Counter[tuple[str, str]]:
    """Only the bot's messages can have any."""
    of_bot = [key for key, post in shown.items if post.message is not None]
    found = [reaction for key in of_bot for _, reaction in await tx.find(REACTIONS, delivery=key)]
    return Counter((reaction.delivery, reaction.emoji) for reaction in found)
