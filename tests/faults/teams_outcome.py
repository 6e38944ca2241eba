"""For the tests of what goes wrong with Teams: what the bot concluded, in one word, and peers that are no connector."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from socket import AF_INET

from aiohttp.abc import AbstractResolver, ResolveResult

from bot.platforms.base import DeliveryError

AGAIN, NEVER, CLOSED, UNKNOWN, DONE = "again", "never", "closed", "unknown", "done"


async def outcome(call: Awaitable[object]) -> str:
    try:
        await call
    except DeliveryError as error:
        if error.channel_closed:
            return CLOSED
        if error.unknown:
            return UNKNOWN
        return NEVER if error.permanent else AGAIN
    return DONE


class Nowhere(AbstractResolver):
    """Knows no name, and remembers which it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def resolve(self, host: str, port: int = 0, family: int = AF_INET) -> list[ResolveResult]:
        self.asked.append(host)
        raise OSError(None, "Name or service not known")

    async def close(self) -> None: ...


@asynccontextmanager
async def speaking(said: bytes) -> AsyncIterator[str]:
    """A server that says just this to whoever sent a message."""

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"}")
        writer.write(said)
        writer.close()

    async with await asyncio.start_server(speak, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
