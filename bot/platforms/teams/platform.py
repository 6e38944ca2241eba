"""Teams as a platform: a post begins a thread in its channel, and whoever acts is answered where only they can read."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from aiohttp import web
from botbuilder.core import TurnContext

from bot.acquaintance import LEAVES_NO_TRACE
from bot.inbound import Inbound, Installed, Origin, Person
from bot.platforms.base import Answer, DeliveryError, Heard, Limits, ReadImage, Window, no_image
from bot.platforms.beside import Beside
from bot.platforms.teams.adapter import OurMessage, TeamsAdapter, sdk_activity
from bot.platforms.teams.addresses import NAME, AddressBook, person_id, way_to
from bot.platforms.teams.answering import NOTHING, card_reply, has_receipt, may_not_know
from bot.platforms.teams.card import activity_of, checked
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.door import Reply, add_door
from bot.platforms.teams.gate import Gate
from bot.platforms.teams.hearing import about_of, apart, is_about_elsewhere, is_of_one_channel, meant
from bot.platforms.teams.received import Received, read
from campaigns.message import Message
from storage.base import Store
from storage.tables import DELIVERIES, Reference

log = logging.getLogger(__name__)

# https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
PER_CONVERSATION: Final = (Window(7, 1.0), Window(8, 2.0), Window(60, 30.0), Window(1800, 3600.0))
PER_TENANT: Final = (Window(30, 1.0),)
_REPLY: Final = "reply"


class TeamsPlatform:
    """`tenants` are the only ones whose people are heard; `closers` are closed with it, in order."""

    name = NAME
    limits = Limits(per_channel=PER_CONVERSATION, overall=PER_TENANT)

    def __init__(
        self,
        *,
        bot_id: str,
        tenants: frozenset[str],
        gate: Gate,
        connector: Connector,
        store: Store,
        closers: Sequence[Callable[[], Awaitable[object]]] = (),
    ) -> None:
        self._bot_id = bot_id
        self._tenants = frozenset(tenant.casefold() for tenant in tenants)
        self._gate = gate
        self._connector = connector
        self._adapter = TeamsAdapter(connector)
        self._store = store
        self._heard: Heard | None = None
        self._beside = Beside()
        self._closers = closers
        self.wanted: Callable[[], frozenset[str]] = frozenset
        self.images: ReadImage = no_image
        self.addresses = AddressBook(store, connector, lambda: self.wanted())

    # What every platform does.

    async def post(self, channel: str, message: Message, key: str) -> str:
        wire = checked(activity_of(message, images=self.images))
        reference = await self.addresses.reference(channel)
        if reference is None:
            raise DeliveryError("Klankbord has not been added to this channel's team.", channel_closed=True)
        thread = {
            "isGroup": True,
            "bot": {"id": self._bot_id},
            "tenantId": reference.tenant,
            "channelData": {"channel": {"id": channel}, "tenant": {"id": reference.tenant}},
            "activity": wire,
        }
        sent = await self._connector.create(reference.service_url, thread)
        return _ref(sent.conversation, sent.activity)

    async def update(self, channel: str, ref: str, message: Message) -> None:
        conversation, _, activity = ref.rpartition(" ")
        reference = await self.addresses.reference(channel)
        if reference is None:
            raise DeliveryError("Klankbord does not know this place any more.", permanent=True)
        wire = {**checked(activity_of(message, images=self.images)), "id": activity}
        await self._connector.update(reference.service_url, conversation, activity, wire)

    async def dm(self, person: str, message: Message, key: str) -> str:
        wire = checked(activity_of(message, images=self.images))
        reference = await self.addresses.reference(person)
        if reference is None:
            raise DeliveryError("The app is not installed for this person.", channel_closed=True)
        return await self._write(person, reference, wire)

    async def _write(self, person: str, reference: Reference, wire: Mapping[str, Any]) -> str:
        if not reference.conversation:
            reference = await self._begin_chat(person, reference)
        try:
            sent = await self._connector.send(reference.service_url, reference.conversation, wire)
        except DeliveryError as error:
            if error.channel_closed:  # the next try begins a chat anew
                await self.addresses.keep(person, replace(reference, conversation=""))
            raise
        return _ref(sent.conversation, sent.activity)

    async def find(self, place: str, key: str) -> str | None:
        """Reading back needs the right to read every message of a channel, which this app does not ask for."""
        raise NotImplementedError

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
        await self._beside.end()
        for close in self._closers:
            await close()

    def add_to(self, app: web.Application) -> None:
        """The door through which Teams comes in."""
        add_door(app, gate=self._gate, listen=self.listen)

    async def _begin_chat(self, person: str, reference: Reference) -> Reference:
        """Makes the private chat, or gives the one that is there; nothing is posted yet, so it may be done again."""
        chat = {
            "isGroup": False,
            "bot": {"id": self._bot_id},
            "members": [{"id": reference.user}],
            "tenantId": reference.tenant,
            "channelData": {"tenant": {"id": reference.tenant}},
        }
        made = await self._connector.create(reference.service_url, chat)
        reference = replace(reference, conversation=made.conversation)
        await self.addresses.keep(person, reference)
        return reference

    # What people do.

    async def listen(self, activity: dict[str, Any]) -> Reply:
        """What the gate admitted. What we do not know, or is of another tenant, is nothing to us."""
        received = read(activity)
        if received is None or not received.tenants <= self._tenants:
            log.info("An activity was left alone: it is of no tenant of ours.")
            return Reply()
        context = TurnContext(self._adapter, sdk_activity(received))
        await self._adapter.run_pipeline(context, partial(self._turn, received))
        return context.turn_state.get(_REPLY) or (NOTHING if received.type == "invoke" else Reply())

    async def _turn(self, received: Received, context: TurnContext) -> None:
        for one in apart(received):
            await self._act(one, context)

    async def _act(self, received: Received, context: TurnContext) -> None:
        about = await self._about(received)
        channel = None if received.is_personal else received.place
        event = f"{received.tenant} {received.conversation} {received.id}"
        person = Person(person_id(received), received.name)
        inbound = meant(received, Origin(NAME, person, event, channel, about)) if about is not None else None
        if isinstance(inbound, Installed):
            await self._installed(received, inbound, context)
        elif inbound is not None and received.id and received.aad:
            await self._hear(received, inbound, context)
        elif received.event and received.type == "conversationUpdate":
            self._beside.later(self.addresses.look_around())  # who is in the team may have changed

    async def _hear(self, received: Received, inbound: Inbound, context: TurnContext) -> None:
        leaves_trace = not isinstance(inbound, LEAVES_NO_TRACE)
        if leaves_trace or not received.is_personal:
            await self.addresses.learn(received)
        if leaves_trace:
            await self.addresses.learn_person(received)
            person = await self.addresses.person(received)
            inbound = replace(inbound, origin=replace(inbound.origin, person=person))
        answer = await self._hand_over(inbound)
        if answer is None and leaves_trace:  # a repeat may be of somebody who was forgotten since
            await self.addresses.drop_stranger(person_id(received))
        if received.type == "invoke":
            shown = replace(answer, card=None) if answer and is_about_elsewhere(received) else answer
            context.turn_state[_REPLY] = card_reply(shown, self.images)
            if answer is not None and not received.is_personal and has_receipt(inbound):
                self._beside.later(self._tell_in_private(received, answer, None))
        elif answer is not None and received.is_personal:
            self._beside.later(_say(context, answer.message))
        elif answer is not None:
            self._beside.later(self._tell_in_private(received, answer, context))

    async def _installed(self, received: Received, inbound: Installed, context: TurnContext) -> None:
        """A team that adds or removes the bot does so for all its channels; who installs it hears what comes next."""
        if received.is_personal and not received.aad:
            return
        if not inbound.removed:
            await self.addresses.learn(received)
            if received.is_personal:
                await self.addresses.recognise(received)
            self._beside.later(self.addresses.look_around())
        is_of_team = not (received.is_personal or is_of_one_channel(received))
        known = await self.addresses.channels_of(received.team) if is_of_team else []
        answers = []
        for channel in dict.fromkeys((inbound.origin.channel, *known)) if received.id else ():
            origin = replace(inbound.origin, channel=channel, event=f"{inbound.origin.event} {channel or ''}")
            answers.append(await self._hand_over(replace(inbound, origin=origin)))
        for answer in filter(None, answers[:1]):
            if received.is_personal:
                self._beside.later(_say(context, answer.message))
            elif received.aad:
                self._beside.later(self._tell_in_private(received, answer, None))

    async def _hand_over(self, inbound: Inbound) -> Answer | None:
        return await self._heard(inbound) if self._heard is not None else None

    async def _about(self, received: Received) -> str | None:
        """The key of what was pressed on, replied or reacted to. A card counts only where we sent it, or it would show
        somebody's own card to whoever names its key: None when it was passed on, or the key is of another place."""
        about = about_of(received)
        if not about:
            return await self._answers_to(received)
        sent = await self._store.peek(DELIVERIES, about)
        if sent is None:
            return about if received.is_personal else ""
        return about if sent.channel == _place(received) or is_about_elsewhere(received) else None

    async def _answers_to(self, received: Received) -> str:
        """The key of the message of ours that was replied or reacted to, "" when there is none."""
        message = received.reply_to or received.thread
        if not message or (received.is_personal and not received.aad):
            return ""
        async with self._store.transaction() as tx:
            kept = await tx.find(DELIVERIES, channel=_place(received))
        return next((key for key, delivery in kept if (delivery.ref or "").endswith(f" {message}")), "")

    async def _tell_in_private(self, received: Received, answer: Answer, context: TurnContext | None) -> None:
        """Without a private chat, and when something was said in a channel, only that there is an answer is said."""
        person = person_id(received)
        try:
            reference = await self.addresses.reference(person) or way_to(received)
            await self._write(person, reference, checked(activity_of(answer.message)))
        except DeliveryError as error:
            log.info("An answer could not be given in private: %s", error.reason)
            if context is not None:
                await _say(context, may_not_know(answer.message.language))


async def _say(context: TurnContext, message: Message) -> None:
    try:
        await context.send_activity(OurMessage(checked(activity_of(message))))
    except DeliveryError as error:
        log.warning("An answer was not given: %s", error.reason)


def _place(received: Received) -> str:
    """As a delivery names where it went."""
    return person_id(received) if received.is_personal else f"{NAME}:{received.place}"


def _ref(conversation: str, activity: str) -> str:
    """Both are needed to change a message; neither has a space."""
    return f"{conversation} {activity}"
