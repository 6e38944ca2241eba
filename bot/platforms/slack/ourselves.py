"""Who the bot is in Slack, and in which workspace: asked once, and again until Slack has said so."""

import asyncio

from bot.platforms.slack.answers import Me
from bot.platforms.slack.client import SlackClient


class Ourselves:
    def __init__(self, client: SlackClient) -> None:
        self._client = client
        self._me: Me | None = None
        self._asking = asyncio.Lock()

    async def known(self) -> Me:
        """Raises DeliveryError while Slack does not say so."""
        if self._me is None:
            async with self._asking:
                self._me = self._me or await self._client.who_am_i()
        return self._me
