"""How an answer reaches whoever acted and nobody else: under the command, in the private chat, or on their own page."""

import logging
from collections.abc import Mapping
from typing import Any

from bot.platforms.base import DeliveryError
from bot.platforms.slack.addresses import AddressBook, person_id
from bot.platforms.slack.answering import answer_of, page_of
from bot.platforms.slack.client import SlackClient
from bot.platforms.slack.received import Received
from campaigns.message import Message

log = logging.getLogger(__name__)

_OF_THE_CHAT = frozenset({"message", "press", "form"})  # what comes from the private chat itself


class Giving:
    def __init__(self, client: SlackClient, addresses: AddressBook) -> None:
        self._client = client
        self._addresses = addresses

    async def give(self, received: Received, message: Message) -> None:
        """What was done stays done when Slack does not show the answer."""
        try:
            if received.kind == "home":
                await self._client.publish_home(received.user, page_of(message))
            elif received.kind == "command":
                await self._client.respond(received.response_url, answer_of(message))
            elif received.is_private:
                await self._write(received, answer_of(message))
            else:
                await self._whisper(received, answer_of(message))
        except DeliveryError as error:
            log.warning("An answer was not given: %s", error.reason)

    async def _whisper(self, received: Received, payload: Mapping[str, Any]) -> None:
        """Where the bot is not, or not any more, only the press itself still leads to them; else their private chat."""
        try:
            await self._client.whisper(received.channel, received.user, payload, thread=received.thread or None)
        except DeliveryError as error:
            if not error.permanent:
                raise
            if received.response_url:
                await self._client.respond(received.response_url, payload)
            else:
                await self._write(received, payload)

    async def _write(self, received: Received, payload: Mapping[str, Any]) -> None:
        is_there = received.is_private and received.channel and received.kind in _OF_THE_CHAT
        chat = received.channel if is_there else await self._addresses.chat(person_id(received.user))
        await self._client.post(chat, payload, f"answer {received.event}")
