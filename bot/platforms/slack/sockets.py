"""Where Slack comes in without a door: a socket that the bot opens itself, for machines that nobody can reach."""

import asyncio
import logging
from typing import Final

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.socket_mode.async_internals import send_async_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.bolt_app import QUIET, brought

log = logging.getLogger(__name__)

PING: Final = 10.0  # seconds between two signs of life
LOOK: Final = 1.0  # seconds between two looks at the connection
LOST_AFTER: Final = 120  # looks without a connection after which a new one is begun from nothing


class _Handler(AsyncSocketModeHandler):
    """As Bolt's, but what is brought goes the way that the door's goes too. Without an answer Slack brings it again."""

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        response = await brought(self.app, req.payload)
        await send_async_response(client, req, response, 0.0)


class Socket:
    """`base_url` is where Slack's methods are, https://slack.com/api/ but in tests."""

    def __init__(self, bolt: AsyncApp, *, app_token: str, base_url: str) -> None:
        self._bolt = bolt
        self._app_token = app_token
        self._base_url = base_url
        self._task: asyncio.Task[None] | None = None

    def open(self) -> None:
        """From now on, until it is closed; what is wrong with Slack keeps nobody from starting."""
        self._task = asyncio.create_task(self._stay_connected(), name="slack socket")

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _stay_connected(self) -> None:
        """The SDK connects again by itself, but may try the same used address for ever."""
        while True:
            client = AsyncWebClient(base_url=self._base_url, logger=QUIET, retry_handlers=[])
            handler = _Handler(self._bolt, self._app_token, logger=QUIET, web_client=client, ping_interval=PING)
            connecting = asyncio.create_task(handler.connect_async())  # type: ignore[no-untyped-call]
            try:
                await _until_lost(handler.client)
                log.warning("There is no connection to Slack; a new one is begun. `doctor` may say what is wrong.")
            finally:
                connecting.cancel()
                await asyncio.gather(connecting, return_exceptions=True)
                await handler.close_async()  # type: ignore[no-untyped-call]


async def _until_lost(client: SocketModeClient) -> None:
    looks = 0
    while looks < LOST_AFTER:
        await asyncio.sleep(LOOK)
        looks = 0 if await client.is_connected() else looks + 1
