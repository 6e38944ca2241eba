"""Images in Slack: each is brought there once, and every message shows it by its id.

Rule: it is there before anything is posted, so whatever goes wrong with it may be tried again.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import PurePosixPath

from bot.platforms.base import ReadImage
from bot.platforms.slack.client import SlackClient
from bot.platforms.slack.refusals import IMAGE_NOT_READY, Refusal
from campaigns.message import Image


class Uploads:
    """`read` gives the bytes of what was not brought yet."""

    def __init__(self, client: SlackClient, read: ReadImage) -> None:
        self._client = client
        self._read = read
        self._ids: dict[str, str] = {}
        self._doubted: set[str] = set()
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def shown(self, image: Image | None) -> AsyncIterator[str]:
        """The id of its file while a message with it goes out: "" without an image, or when no campaign has it any
        more. Raises DeliveryError."""
        try:
            yield await self._id_of(image)
        except Refusal as refused:
            if image is not None and refused.code == IMAGE_NOT_READY:
                self._doubt(image.sha256)
            raise

    async def _id_of(self, image: Image | None) -> str:
        if image is None:
            return ""
        async with self._turn:  # several channels get the same image at the same moment
            if image.sha256 not in self._ids:
                content = self._read(image.sha256)
                if content is None:
                    return ""
                self._ids[image.sha256] = await self._client.upload(PurePosixPath(image.name).name, content)
            return self._ids[image.sha256]

    def _doubt(self, mark: str) -> None:
        """A file that was just brought takes a moment to be ready; one that is refused again then is brought anew."""
        if mark in self._doubted:
            self._ids.pop(mark, None)
        self._doubted ^= {mark}
