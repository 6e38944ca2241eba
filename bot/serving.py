"""Serve the bot until somebody stops it: the engine wakes on time, its doors are open, and an end loses nothing."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress

from aiohttp import web

from bot.assembly import Bot
from bot.scheduler import Scheduler

HOST = "127.0.0.1"


async def serve(
    bot: Bot,
    scheduler: Scheduler,
    app: web.Application,
    *,
    host: str = HOST,
    port: int,
    ready: Callable[[str], None],
) -> None:
    """`ready` gets the address once it can be visited. Ends on an interrupt or a request to terminate."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows has no such handlers; there an interrupt ends the loop itself
            loop.add_signal_handler(sign, stopped.set)
    await bot.engine.load()  # whoever comes in at once finds the campaigns
    runner = web.AppRunner(app, shutdown_timeout=1.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        await bot.engine.start()
        scheduler.start()
        await scheduler.look()  # what is due now is there before anybody is told where to look
        ready(f"http://{host}:{_port(runner, port)}")
        await stopped.wait()
    finally:
        await scheduler.close()
        await runner.cleanup()


def _port(runner: web.AppRunner, asked: int) -> int:
    """The port that was given, when any free one was asked for."""
    return asked or int(runner.addresses[0][1])
