"""Whom and what we can reach in Slack: the private chat with a person, and which e-mail address is whose."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import Final

from bot.inbound import Person
from bot.platforms.base import DeliveryError
from bot.platforms.slack.answers import Profile
from bot.platforms.slack.client import SlackClient
from bot.platforms.slack.ourselves import Ourselves
from bot.platforms.slack.received import Received
from storage.base import Store
from storage.tables import PEOPLE, REFERENCES, Reference

log = logging.getLogger(__name__)

NAME: Final = "slack"
LONGEST_ASK: Final = 1.0  # seconds; Slack waits three for our answer meanwhile
_NAMELESS: Final = frozenset({"", "directmessage", "privategroup"})  # what a command calls a place without a name

Wanted = Callable[[], frozenset[str]]


class AddressBook:
    """`wanted` are the addresses, in small letters, of everybody who has a role: only those are searched for."""

    def __init__(self, store: Store, client: SlackClient, ourselves: Ourselves, wanted: Wanted) -> None:
        self._store = store
        self._client = client
        self._ourselves = ourselves
        self._wanted = wanted
        self._looked_for: frozenset[str] = frozenset()
        self._found: dict[str, Person] = {}
        self._names: dict[str, str] = {}
        self._looking = asyncio.Lock()
        self._looks_soon = False

    async def chat(self, person: str) -> str:
        """The private chat with this person, begun when there is none yet; nothing is posted by that."""
        async with self._store.transaction() as tx:
            kept = await tx.get(REFERENCES, person)
        if kept is not None and kept.conversation:
            return kept.conversation
        user = _user(person)
        me, chat = await self._ourselves.known(), await self._client.chat_with(user)
        async with self._store.transaction() as tx:
            # Whoever was forgotten meanwhile, or never spoke to us: nothing of them is kept.
            if person in self._found or await tx.get(PEOPLE, person) is not None:
                await tx.put(REFERENCES, person, Reference(NAME, me.team, "", chat, user=user))
        return chat

    async def drop_chat(self, person: str) -> None:
        """It is gone: the next message begins it anew."""
        async with self._store.transaction() as tx:
            await tx.remove(REFERENCES, person)

    def is_new_name(self, channel: str, name: str) -> bool:
        return channel != "" and name not in _NAMELESS and self._names.get(channel) != name

    async def learn_channel(self, channel: str, name: str) -> None:
        """What people call this channel, if that is new."""
        if not self.is_new_name(channel, name):
            return
        me = await self._ourselves.known()
        found = Reference(NAME, me.team, "", channel, name=f"#{name}")
        async with self._store.transaction() as tx:
            if await tx.get(REFERENCES, f"{NAME}:{channel}") != found:
                await tx.put(REFERENCES, f"{NAME}:{channel}", found)
        self._names[channel] = name

    async def ask_for_name(self, channel: str) -> None:
        """Of a channel that the bot was added to, which Slack does not tell with it."""
        try:
            found = await self._client.channel(channel)
        except DeliveryError as error:
            log.info("Slack did not say what a channel is called: %s", error.reason)
            return
        await self.learn_channel(channel, found.name)

    async def person(self, received: Received) -> Person | None:
        """Who acted, with the address that the directory gives; Slack is asked until it has said so once.

        None when it is no person of this workspace.
        """
        who = person_id(received.user)
        known = await self._store.peek(PEOPLE, who)
        if known is not None and known.chat:
            return Person(who, known.name, known.chat)
        if who in self._found:
            return self._found[who]
        profile = await self._ask_for_profile(received.user)
        if profile is None:  # what they did counts; who they are can be asked again
            name = known.name if known is not None else received.user_name or received.user
            return None if received.of_unknown_team else Person(who, name)
        return Person(who, profile.name, profile.email) if await self._is_ours(profile) else None

    async def is_one_of_us(self, user: str) -> bool:
        """False for whoever only shares a channel with us from another workspace, or when Slack does not say."""
        profile = await self._ask_for_profile(user)
        return profile is not None and await self._is_ours(profile)

    async def people(self) -> Sequence[Person]:
        """Everybody with a role whom the directory has; who was added to a campaign since is looked for soon."""
        return list(self._found.values())

    def is_behind(self) -> bool:
        """Whether somebody is wanted now who was not searched for."""
        return not self._wanted() <= self._looked_for

    async def look_around(self) -> None:
        """Ask the directory for everybody with a role who was not found yet."""
        if self._looks_soon:
            return
        self._looks_soon = True
        async with self._looking:
            self._looks_soon = False
            wanted = self._wanted()
            found = {person.chat.casefold() for person in self._found.values() if person.chat is not None}
            searched = [await self._search(address) for address in sorted(wanted - found)]
            self._looked_for = wanted if all(searched) else self._looked_for & found

    async def _search(self, address: str) -> bool:
        """False when it could not be asked now, and may be later."""
        try:
            profile = await self._client.user_with(address)
            is_ours = profile is not None and await self._is_ours(profile)
        except DeliveryError as error:
            log.warning("Slack did not say who has an address of a campaign: %s", error.reason)
            return error.permanent
        if profile is not None and is_ours:
            person = Person(person_id(profile.user), profile.name, address)
            self._found[person.id] = person
        return True

    async def _ask_for_profile(self, user: str) -> Profile | None:
        try:
            async with asyncio.timeout(LONGEST_ASK):
                return await self._client.profile(user)
        except (DeliveryError, TimeoutError) as error:
            log.warning("Slack did not say who acted: %s", str(error) or "it took too long")
            return None

    async def _is_ours(self, profile: Profile) -> bool:
        return profile.is_person and profile.team == (await self._ourselves.known()).team


def person_id(user: str) -> str:
    return f"{NAME}:{user}"


def _user(person: str) -> str:
    return person.removeprefix(f"{NAME}:")
