"""The room as a platform: a message is a record under its own key, so the same post can't be there twice."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.clock import Clock
from bot.commands import is_addressed, read_command
from bot.inbound import Inbound, Origin, Person, React, Unknown
from bot.platforms.base import Answer, DeliveryError, Heard, Limits
from bot.platforms.pressing import Press, read_press
from bot.platforms.room.people import RoomPerson, campaign_of
from campaigns.message import Button, Message
from campaigns.plain_text import plain
from storage.base import Store, Transaction
from storage.tables import PEOPLE, ROOM_POSTS, SETTINGS, KnownPerson, RoomPost, Setting

REACTIONS: Final = ("👍", "❓", "🎉")
LONGEST_TEXT: Final = 4000
LONGEST_NAME: Final = 60
_LAST_NUMBER: Final = "room/last-number"


class NotPossible(Exception):
    """Somebody did in the page what this person can't do here. The page shows its answer again; nothing changed."""


@dataclass(frozen=True)
class Act:
    """Who does something where. `event` names the act, so that the same act sent twice counts once."""

    person: str
    event: str
    place: str = ""
    about: str = ""


class RoomPlatform:
    """`listeners` are told after every change; they look for themselves at what a person may see."""

    name = "room"
    limits = Limits()

    def __init__(self, store: Store, clock: Clock, people: Sequence[RoomPerson], channels: Mapping[str, str]) -> None:
        self._store = store
        self._clock = clock
        self._people = {person.id: person for person in people}
        self._heard: Heard | None = None
        self.channels = dict(channels)
        self.listeners: list[Callable[[], None]] = []

    # What every platform does.

    async def post(self, channel: str, message: Message, key: str) -> str:
        if channel not in self.channels:
            raise DeliveryError(f"There is no channel {channel} in the room.", permanent=True, channel_closed=True)
        await self._keep(key, RoomPost(place=channel, at=self._clock.now(), number=0, message=message))
        return key

    async def update(self, channel: str, ref: str, message: Message) -> None:
        async with self._store.transaction() as tx:
            kept = await tx.get(ROOM_POSTS, ref)
            if kept is None or kept.place != channel:
                raise DeliveryError(f"The room has no message {ref} in {channel}.", permanent=True)
            await tx.put(ROOM_POSTS, ref, replace(kept, message=message))
        self._tell()

    async def dm(self, person: str, message: Message, key: str) -> str:
        if person not in self._people:
            raise DeliveryError(f"There is nobody called {person} in the room.", permanent=True)
        kept = RoomPost(place=person, at=self._clock.now(), number=0, message=message, only_for=person)
        await self._keep(key, kept)
        return key

    async def find(self, place: str, key: str) -> str | None:
        async with self._store.transaction() as tx:
            kept = await tx.get(ROOM_POSTS, key)
        return key if kept is not None and kept.place == place else None

    async def look_for_people(self) -> None:
        """They are all here."""

    async def people(self) -> Sequence[Person]:
        return [as_inbound(person) for person in self._people.values()]

    async def close(self) -> None:
        self.listeners.clear()

    # Who is in the room.

    def admit(self, people: Iterable[RoomPerson], channels: Mapping[str, str]) -> None:
        """Open the channels of campaigns that were loaded, and let in who belongs there.

        Who is there already stays as they are, and reads along in the campaigns that are new to them.
        """
        self.channels.update(channels)
        for person in people:
            known = self._people.get(person.id, replace(person, audiences=()))
            mine = {campaign_of(channel) for channel in known.audiences}
            new = tuple(channel for channel in person.audiences if campaign_of(channel) not in mine)
            self._people[person.id] = replace(known, audiences=known.audiences + new)
        self._tell()

    def everybody(self) -> tuple[RoomPerson, ...]:
        return tuple(self._people.values())

    def person(self, person: str) -> RoomPerson | None:
        return self._people.get(person)

    async def add_colleague(self, name: str, channel: str) -> RoomPerson:
        """A new made-up employee of one audience; kept, so that they are still there after a restart."""
        shown = plain(name, LONGEST_NAME).replace("\n", " ")
        if not shown or channel not in self.channels:
            raise NotPossible
        colleague = RoomPerson(self._free_id(shown), shown, audiences=(channel,))
        campaign, _, audience = channel.partition("/")
        known = KnownPerson(platform=self.name, name=shown, audiences=((campaign, audience),))
        async with self._store.transaction() as tx:
            await tx.put(PEOPLE, colleague.id, known)
        self._people[colleague.id] = colleague
        self._tell()
        return colleague

    async def remember_colleagues(self) -> None:
        """Bring back the employees that were added before a restart."""
        async with self._store.transaction() as tx:
            kept = await tx.find(PEOPLE)
        for key, known in kept:
            reads = tuple(f"{campaign}/{audience}" for campaign, audience in known.audiences)
            if known.platform == self.name and key not in self._people:
                self._people[key] = RoomPerson(key, known.name, known.chat, audiences=reads)

    def _free_id(self, name: str) -> str:
        word = "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split()) or "colleague"
        ids = (f"room:{word}" if number == 1 else f"room:{word}-{number}" for number in range(1, len(self._people) + 3))
        return next(id_ for id_ in ids if id_ not in self._people)

    # What people do in the page.

    def heard(self, callback: Heard) -> None:
        self._heard = callback

    async def say(self, act: Act, text: str) -> None:
        """Words to the bot stay between the two; anything else in a channel is talk among colleagues."""
        who = self._may_act(act)
        words = plain(text, LONGEST_TEXT)
        if not words:
            raise NotPossible
        inbound = read_command(words, self._origin(who, act))
        is_command = not isinstance(inbound, Unknown) or bool(inbound.near)
        to_bot = act.place == who.id or is_command or is_addressed(words)
        said = RoomPost(
            place=act.place,
            at=self._clock.now(),
            number=0,
            by=who.id,
            by_name=who.name,
            text=words,
            only_for=who.id if to_bot else "",
            thread=act.about,
        )
        await self._keep(f"said/{who.id}/{act.event}", said)
        if to_bot:
            answer = await self._hand_over(inbound)
            await self._answer(answer, act, key=f"answer/{who.id}/{act.event}", thread=act.about)

    async def press(self, act: Act, press: Press) -> None:
        """`act.about` is the key of the message that carries the button; its own words say what it is about."""
        who = self._may_act(act)
        kept = await self._seen(who, act.about)
        button = _pressed(kept.message, press)
        if button is None:
            raise NotPossible
        typed = replace(press, text=plain(press.text, LONGEST_TEXT))
        place = replace(act, place=kept.place, about=button.about or act.about)
        answer = await self._hand_over(read_press(typed, self._origin(who, place)))
        in_private = kept.place == who.id
        key = f"answer/{who.id}/{act.event}" if in_private else f"answer/{who.id}/{act.about}/{press.verb}"
        await self._answer(answer, place, key=key, thread="" if in_private else kept.thread or act.about)

    async def react(self, act: Act, emoji: str, *, added: bool) -> None:
        who = self._may_act(act)
        kept = await self._seen(who, act.about)
        if emoji not in REACTIONS or kept.by or kept.only_for:
            raise NotPossible
        origin = self._origin(who, replace(act, place=kept.place))
        await self._hand_over(React(origin, emoji=emoji, added=added))
        self._tell()

    def may_read(self, person: RoomPerson, place: str) -> bool:
        return place == person.id or (place in person.audiences and place in self.channels)

    def may_see(self, person: RoomPerson, post: RoomPost) -> bool:
        return self.may_read(person, post.place) and post.only_for in ("", person.id)

    async def posts(self, place: str) -> list[tuple[str, RoomPost]]:
        """Everything that was ever said in a place, oldest first; the caller asks `may_see` for each."""
        async with self._store.transaction() as tx:
            kept = await tx.find(ROOM_POSTS, place=place)
        return sorted(kept, key=lambda item: item[1].number)

    def _may_act(self, act: Act) -> RoomPerson:
        who = self._people.get(act.person)
        if who is None or not act.event or (act.place and not self.may_read(who, act.place)):
            raise NotPossible
        return who

    async def _seen(self, who: RoomPerson, key: str) -> RoomPost:
        async with self._store.transaction() as tx:
            kept = await tx.get(ROOM_POSTS, key)
        if kept is None or not self.may_see(who, kept):
            raise NotPossible
        return kept

    def _origin(self, who: RoomPerson, act: Act) -> Origin:
        channel = None if act.place == who.id else act.place
        return Origin(self.name, as_inbound(who), f"{who.id}/{act.event}", channel, act.about)

    async def _hand_over(self, inbound: Inbound) -> Answer | None:
        if self._heard is None:
            raise NotPossible
        return await self._heard(inbound)

    async def _answer(self, answer: Answer | None, act: Act, *, key: str, thread: str) -> None:
        if answer is None:
            self._tell()
            return
        post = RoomPost(
            place=act.place,
            at=self._clock.now(),
            number=0,
            message=answer.message,
            only_for=act.person,
            thread=thread,
        )
        await self._keep(key, post, anew=True)

    async def _keep(self, key: str, post: RoomPost, *, anew: bool = False) -> None:
        """Give it the next number and keep it. What is there under this key stays, unless it is said `anew`."""
        async with self._store.transaction() as tx:
            number = await _last_number(tx) + 1
            is_new = await tx.add(ROOM_POSTS, key, replace(post, number=number))
            if anew and not is_new:
                await tx.put(ROOM_POSTS, key, replace(post, number=number))
            await tx.put(SETTINGS, _LAST_NUMBER, Setting(str(number)))
        self._tell()

    def _tell(self) -> None:
        for listener in self.listeners:
            listener()


def as_inbound(person: RoomPerson) -> Person:
    return Person(person.id, person.name, person.chat)


async def _last_number(tx: Transaction) -> int:
    last = await tx.get(SETTINGS, _LAST_NUMBER)
    return int(last.value) if last else 0


def _pressed(message: Message | None, press: Press) -> Button | None:
    """The button that is really on the message. Everybody may ask why they see a post, button or not."""
    if message is None:
        return None
    for button in message.buttons:
        if button.verb == press.verb and button.value == press.value:
            return button
    return Button("why", "", message.about) if press.verb == "why" else None
