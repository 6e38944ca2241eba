"""Whom and what we can reach in Teams: where to write, and which directory address belongs to which person."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from bot.directory import remember
from bot.inbound import Person
from bot.platforms.base import DeliveryError
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.received import Received
from storage.base import Store
from storage.tables import PEOPLE, REFERENCES, Reference

log = logging.getLogger(__name__)

NAME: Final = "teams"
LONGEST_ASK: Final = 5.0  # seconds; Teams waits for our answer meanwhile

Wanted = Callable[[], frozenset[str]]


class AddressBook:
    """`wanted` are the addresses, in small letters, of everybody who has a role: only those are kept of a roster."""

    def __init__(self, store: Store, connector: Connector, wanted: Wanted) -> None:
        self._store = store
        self._connector = connector
        self._wanted = wanted
        self._looked_for: frozenset[str] = frozenset()
        self._roster: dict[str, tuple[Person, Reference]] = {}
        self._looking = asyncio.Lock()
        self._looks_soon = False

    async def reference(self, address: str) -> Reference | None:
        """Of a channel or a person id; for a person without a chat yet, what is needed to begin one."""
        async with self._store.transaction() as tx:
            kept = await tx.get(REFERENCES, _key(address))
        return kept or (self._roster[address][1] if address in self._roster else None)

    async def learn(self, received: Received) -> None:
        """Remember how this place is reached, if that is new."""
        address = person_id(received) if received.is_personal else received.place
        known = await self._store.peek(REFERENCES, _key(address))
        if known is not None and known == _reference_in(received, known):
            return
        async with self._store.transaction() as tx:
            before = await tx.get(REFERENCES, _key(address))
            found = _reference_in(received, before)
            is_a_person = before is not None and before.user != ""  # and no channel, whatever it is called
            if found != before and (received.is_personal or not is_a_person):
                await tx.put(REFERENCES, _key(address), found)

    async def learn_person(self, received: Received) -> None:
        """Who spoke in a channel can be written to in private, in a chat that is yet to begin."""
        if await self._store.peek(REFERENCES, person_id(received)) is None:
            async with self._store.transaction() as tx:
                await tx.add(REFERENCES, person_id(received), way_to(received))

    async def keep(self, address: str, reference: Reference) -> None:
        """Unless they were forgotten meanwhile: then nothing of them is kept again."""
        async with self._store.transaction() as tx:
            if address in self._roster or await tx.get(REFERENCES, _key(address)) is not None:
                await tx.put(REFERENCES, _key(address), reference)

    async def drop_stranger(self, person: str) -> None:
        """Whom we do not know, or not any more, is not to be reached either."""
        async with self._store.transaction() as tx:
            if await tx.get(PEOPLE, person) is None:
                await tx.remove(REFERENCES, person)

    async def channels_of(self, team: str) -> list[str]:
        """The channels of a team that we know of."""
        async with self._store.transaction() as tx:
            kept = await tx.find(REFERENCES, platform=NAME)
        return [key.partition(":")[2] for key, reference in kept if team and reference.team == team]

    async def person(self, received: Received) -> Person:
        """Who acted, with the address that the directory gives; Teams is asked until it has said so once."""
        who = person_id(received)
        known = await self._store.peek(PEOPLE, who)
        chat = known.chat if known is not None else None
        chat = chat or (self._roster[who][0].chat if who in self._roster else None)
        return Person(who, received.name, chat or await self._ask_for_chat(received))

    async def recognise(self, received: Received) -> None:
        """Who installs the app for themselves is looked up, and remembered when they have a role."""
        chat = await self._ask_for_chat(received)
        if chat is not None and chat.casefold() in self._wanted():
            async with self._store.transaction() as tx:
                await remember(tx, NAME, Person(person_id(received), received.name, chat))

    async def people(self) -> Sequence[Person]:
        """Everybody with a role whom a roster showed; who was added to a campaign since is looked for soon."""
        return [person for person, _ in self._roster.values()]

    def is_behind(self) -> bool:
        """Whether somebody is wanted now whom no roster was searched for."""
        return not self._wanted() <= self._looked_for

    async def look_around(self) -> None:
        """Search the roster of every team that we are in for the people with a role."""
        if self._looks_soon:
            return
        self._looks_soon = True
        async with self._looking:
            self._looks_soon = False
            wanted = self._wanted()
            async with self._store.transaction() as tx:
                kept = await tx.find(REFERENCES, platform=NAME)
            places = {
                reference.team or reference.conversation: reference for _, reference in kept if not reference.user
            }
            seen = [await self._search(place, reference, wanted) for place, reference in places.items()]
            self._looked_for = wanted if seen and all(seen) else frozenset()

    async def _search(self, place: str, reference: Reference, wanted: frozenset[str]) -> bool:
        """False when it could not be read now, and may be later."""
        try:
            members = await self._connector.members(reference.service_url, place)
        except DeliveryError as error:
            log.warning("The members of %s could not be read: %s", place, error.reason)
            return error.permanent
        for member in members:
            aad, chat = _aad(member), _address(member, wanted)
            if aad and chat is not None and chat.casefold() in wanted and _is_of(member, reference.tenant):
                person = Person(f"{NAME}:{aad}", _text(member, "name"), chat)
                self._roster[person.id] = person, replace(reference, conversation="", user=_text(member, "id"), team="")
        return True

    async def _ask_for_chat(self, received: Received) -> str | None:
        where = received.team or received.conversation
        try:
            async with asyncio.timeout(LONGEST_ASK):
                member = await self._connector.member(received.service_url, where, received.user)
        except (DeliveryError, TimeoutError) as error:
            log.warning("Teams did not say who spoke: %s", str(error) or "it took too long")
            return None
        if not _describes(member, received):
            log.warning("Teams described somebody else than who spoke.")
            return None
        return _address(member, self._wanted())


def person_id(received: Received) -> str:
    return f"{NAME}:{received.aad}" if received.aad else ""


def way_to(received: Received) -> Reference:
    """How to begin a chat with whoever acted."""
    return Reference(NAME, received.tenant, received.service_url, user=received.user)


def _reference_in(received: Received, before: Reference | None) -> Reference:
    """What an activity does not say of its place stays as it was."""
    return Reference(
        platform=NAME,
        tenant=received.tenant,
        service_url=received.service_url,
        conversation=received.conversation if received.is_personal else received.place,
        user=received.user if received.is_personal else "",
        team=received.team or (before.team if before else ""),
        name=received.channel_name or (before.name if before else ""),
    )


def _key(address: str) -> str:
    return address if address.startswith(f"{NAME}:") else f"{NAME}:{address}"


def _aad(member: Mapping[str, Any]) -> str:
    return _text(member, "aadObjectId") or _text(member, "objectId")


def _describes(member: Mapping[str, Any], received: Received) -> bool:
    is_them = _aad(member) == received.aad if _aad(member) else _text(member, "id") == received.user
    return is_them and _is_of(member, received.tenant)


def _is_of(member: Mapping[str, Any], tenant: str) -> bool:
    """A guest's own tenant decides which address is theirs, so it says nothing about a role here."""
    return _text(member, "tenantId").casefold() in ("", tenant.casefold())


def _address(member: Mapping[str, Any], wanted: frozenset[str]) -> str | None:
    """The one that a campaign names where the directory has two, else the e-mail."""
    both = [address for key in ("email", "userPrincipleName", "userPrincipalName") if (address := _text(member, key))]
    named = [address for address in both if address.casefold() in wanted]
    return next(iter(named or both), None)


def _text(holder: Mapping[str, Any], key: str) -> str:
    value = holder.get(key)
    return value if isinstance(value, str) else ""
