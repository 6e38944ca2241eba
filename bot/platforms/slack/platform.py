"""Slack as a platform: a post stands in its channel, and whoever acts is answered where only they can read."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from aiohttp import web

from bot.acquaintance import LEAVES_NO_TRACE
from bot.inbound import Inbound, Installed, Origin, Overview, Person
from bot.platforms.base import Answer, DeliveryError, Heard, Limits, ReadImage, Window, no_image
from bot.platforms.beside import Beside
from bot.platforms.capped_body import where
from bot.platforms.slack.addresses import NAME, AddressBook, person_id
from bot.platforms.slack.answering import AGAIN, NOTHING, Reply, command_reply, not_kept
from bot.platforms.slack.answers import Me
from bot.platforms.slack.blocks import checked, payload_of
from bot.platforms.slack.bolt_app import bolt_app
from bot.platforms.slack.client import SlackClient
from bot.platforms.slack.door import add_door
from bot.platforms.slack.forms import form_for
from bot.platforms.slack.giving import Giving
from bot.platforms.slack.hearing import about_of, is_about_elsewhere, meant
from bot.platforms.slack.ourselves import Ourselves
from bot.platforms.slack.received import Received
from bot.platforms.slack.sockets import Socket
from bot.platforms.slack.uploads import Uploads
from campaigns.message import Message
from campaigns.words import Language
from storage.base import Store, StoreProblem
from storage.tables import DELIVERIES

log = logging.getLogger(__name__)

PER_CHANNEL: Final = (Window(1, 1.0),)  # https://docs.slack.dev/apis/web-api/rate-limits
ACK_WITHIN: Final = 2.0  # seconds; Slack waits three, and the way there and back takes some
_ABOUT_THE_BOT: Final = frozenset({"joined", "left"})
_OF_A_CHANNEL: Final = frozenset({"closed", "opened", "renamed"})  # whoever did it, it is so


class SlackPlatform:
    """`signing_secret` opens the door, `app_token` the socket: one of them at least. `closers` are closed with it."""

    name = NAME
    limits = Limits(per_channel=PER_CHANNEL)

    def __init__(
        self,
        *,
        client: SlackClient,
        store: Store,
        wall: Callable[[], float],
        signing_secret: str | None = None,
        app_token: str | None = None,
        base_url: str = "https://slack.com/api/",
        closers: Sequence[Callable[[], Awaitable[object]]] = (),
    ) -> None:
        self._client = client
        self._store = store
        self._wall = wall
        self._signing_secret = signing_secret
        self._ourselves = Ourselves(client)
        self._bolt = bolt_app(self.listen, self._ourselves)
        self._socket = Socket(self._bolt, app_token=app_token, base_url=base_url) if app_token else None
        self._heard: Heard | None = None
        self._beside = Beside()
        self._closers = closers
        self.wanted: Callable[[], frozenset[str]] = frozenset
        self.addresses = AddressBook(store, client, self._ourselves, lambda: self.wanted())
        self._giving = Giving(client, self.addresses)
        self.images: ReadImage = no_image
        self._uploads = Uploads(client, lambda mark: self.images(mark))

    # What every platform does.

    async def post(self, channel: str, message: Message, key: str) -> str:
        async with self._uploads.shown(message.image) as file:
            return _ref(channel, await self._client.post(channel, checked(payload_of(message, file)), key))

    async def update(self, channel: str, ref: str, message: Message) -> None:
        place, _, ts = ref.rpartition(" ")
        async with self._uploads.shown(message.image) as file:
            await self._client.update(place, ts, checked(payload_of(message, file)))

    async def dm(self, person: str, message: Message, key: str) -> str:
        async with self._uploads.shown(message.image) as file:
            return await self._write(person, checked(payload_of(message, file)), key)

    async def _write(self, person: str, payload: Mapping[str, Any], key: str) -> str:
        chat = await self.addresses.chat(person)
        try:
            return _ref(chat, await self._client.post(chat, payload, key))
        except DeliveryError as error:
            if error.channel_closed:  # the next try begins a chat anew
                await self.addresses.drop_chat(person)
            raise

    async def find(self, place: str, key: str) -> str | None:
        channel = await self.addresses.chat(place) if place.startswith(f"{NAME}:") else place
        ts = await self._client.find(channel, key)
        return _ref(channel, ts) if ts is not None else None

    async def look_for_people(self) -> None:
        if self.addresses.is_behind():
            await self._beside.soon(self.addresses.look_around())

    async def people(self) -> Sequence[Person]:
        if self.addresses.is_behind():
            self._beside.later(self.addresses.look_around())
        return await self.addresses.people()

    def heard(self, callback: Heard) -> None:
        self._heard = callback

    async def idle(self) -> None:
        """Until every answer that is under way has gone out."""
        await self._beside.idle()

    async def close(self) -> None:
        if self._socket is not None:
            await self._socket.close()
        await self._beside.end()
        for close in self._closers:
            await close()

    def add_to(self, app: web.Application) -> None:
        """The door through which Slack comes in, the socket, or both; the socket opens when the app starts."""
        if self._signing_secret is not None:
            add_door(app, self._bolt, signing_secret=self._signing_secret, wall=self._wall)
        if self._socket is not None:
            app.on_startup.append(self._open_socket)

    async def _open_socket(self, _: web.Application) -> None:
        if self._socket is not None:
            self._socket.open()

    # What people do.

    async def listen(self, received: Received) -> Reply:
        """Raises StoreProblem when it could not be kept. What takes too long goes on beside the request: Slack tells an
        event again, which then does nothing; whoever typed or pressed must not be told that it failed."""
        acting = asyncio.create_task(self._act(received))
        done, _ = await asyncio.wait({acting}, timeout=ACK_WITHIN)
        if not done:
            self._beside.later(self._answer_late(received, acting))
            return AGAIN if received.comes_again else NOTHING
        answer = acting.result()
        if answer is not None and received.kind == "command":
            return command_reply(answer.message)
        if answer is not None:
            self._beside.later(self._giving.give(received, answer.message))
        return NOTHING

    async def _answer_late(self, received: Received, acting: asyncio.Task[Answer | None]) -> None:
        try:
            answer = await acting
        except (StoreProblem, OSError, DeliveryError) as problem:
            log.error("Something from Slack could not be kept.\n%s", where(problem))
            if not received.comes_again:
                await self._giving.give(received, not_kept(await self._language(received)))
            return
        if answer is not None:
            await self._giving.give(received, answer.message)

    async def _act(self, received: Received) -> Answer | None:
        me = await self._ourselves.known()
        if not _is_ours(received, me):
            log.info("Something from Slack was left alone: it is not of this workspace, or not for the bot.")
            return None
        if received.pressed is not None and received.pressed.asks_text is not None:
            await self._open_form(received)
            return None
        about = await self._about(received)
        if about is None or not received.event:
            return None
        channel = None if received.is_private else received.channel
        person = Person(person_id(received.user), received.user_name)
        inbound = meant(received, Origin(NAME, person, f"{me.team} {received.event}", channel, about))
        self._learn_place(received)
        return await self._hear(received, inbound, me) if inbound is not None else None

    async def _hear(self, received: Received, inbound: Inbound, me: Me) -> Answer | None:
        if not isinstance(inbound, LEAVES_NO_TRACE) or isinstance(inbound, Overview):
            person = await self.addresses.person(received)
            if person is None:
                return None
            inbound = replace(inbound, origin=replace(inbound.origin, person=person))
        elif received.of_unknown_team and not await self.addresses.is_one_of_us(received.user):
            return None
        answer = await self._heard(inbound) if self._heard is not None else None
        if isinstance(inbound, Installed):  # only to whoever invited the bot
            return answer if received.kind == "joined" and received.user != me.user else None
        return answer

    def _learn_place(self, received: Received) -> None:
        """What a channel is called, for whoever runs the bot. Beside the request: nothing depends on it."""
        if received.kind == "joined":
            self._beside.later(self.addresses.ask_for_name(received.channel))
        elif not received.is_private and self.addresses.is_new_name(received.channel, received.channel_name):
            self._beside.later(self.addresses.learn_channel(received.channel, received.channel_name))

    async def _open_form(self, received: Received) -> None:
        """At once, for the trigger lives three seconds; what is typed in the form is heard, and not this press."""
        assert received.pressed is not None
        form = form_for(received.pressed, await self._language(received), channel=received.channel, card=received.ts)
        try:
            await self._client.open_form(received.trigger, form)
        except DeliveryError as error:
            log.warning("A form was not opened: %s", error.reason)

    async def _language(self, received: Received) -> Language:
        """That of the message which was pressed or answered, else of what was posted there last."""
        about, place = about_of(received), _place(received)
        async with self._store.transaction() as tx:
            pressed = await tx.get(DELIVERIES, about) if about else None
            others = [] if pressed else await tx.find(DELIVERIES, channel=place)
        found = [pressed, *(delivery for _, delivery in reversed(others))]
        return next((item.message.language for item in found if item is not None and item.message is not None), "en")

    async def _about(self, received: Received) -> str | None:
        """The key of what was pressed on, replied or reacted to. A button counts only where we sent it, or it would act
        on somebody's own message for whoever names its key: None when the key is of another place."""
        about = about_of(received)
        if not about:
            return await self._answers_to(received)
        sent = await self._store.peek(DELIVERIES, about)
        if sent is None:
            return about if received.is_private else ""
        return about if sent.channel == _place(received) or is_about_elsewhere(received) else None

    async def _answers_to(self, received: Received) -> str:
        """The key of the message of ours that was replied or reacted to, "" when there is none."""
        message = received.ts if received.kind == "reaction" else received.thread
        if not message:
            return ""
        ref = _ref(received.channel, message)
        async with self._store.transaction() as tx:
            kept = await tx.find(DELIVERIES, channel=_place(received))
        return next((key for key, delivery in kept if delivery.ref == ref), "")


def _is_ours(received: Received, me: Me) -> bool:
    """Of this workspace and for this bot: somebody else's coming, or a reaction to a colleague, is not."""
    if received.teams != {me.team}:
        return False
    if received.kind in _ABOUT_THE_BOT:
        return received.member in ("", me.user)
    if received.kind in _OF_A_CHANNEL:
        return True
    return received.user not in ("", me.user) and (received.kind != "reaction" or received.author == me.user)


def _place(received: Received) -> str:
    """As a delivery names where it went."""
    return person_id(received.user) if received.is_private else f"{NAME}:{received.channel}"


def _ref(channel: str, ts: str) -> str:
    """Both are needed to change a message; neither has a space."""
    return f"{channel} {ts}"
