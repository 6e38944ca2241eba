"""What would break: a page that never opens, a stop that cuts off what is being sent, a port that stays taken."""

import asyncio
import os
import signal
import socket
from collections.abc import Callable
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.assembly import Bot
from bot.scheduler import Scheduler
from bot.serving import serve
from bot.web.app import make_app
from campaigns.delivery import State
from storage.tables import DELIVERIES
from tests.bot.test_assembly import a_bot


async def served(folder: Path, visit: Callable[[str], object], *, port: int = 0) -> list[str]:
    """Serves, visits the page once it says that it is ready, and waits until it has ended."""
    bot = a_bot(folder)
    scheduler = Scheduler(bot.engine, bot.ctx.clock)
    bot.ctx.wake = scheduler.wake
    addresses: list[str] = []
    ready = asyncio.Event()

    def open_for_visits(address: str) -> None:
        addresses.append(address)
        ready.set()

    async with asyncio.timeout(10):
        task = asyncio.create_task(
            serve(bot, scheduler, make_app(bot.ctx, room=bot.room), port=port, ready=open_for_visits)
        )
        await ready.wait()
        await visit(addresses[0])  # type: ignore[misc]
        task.cancel() if visit is not stop_by_signal else None
        await asyncio.gather(task, return_exceptions=True)
    async with bot.ctx.store.transaction() as tx:
        assert await tx.find(DELIVERIES, state=State.SENDING) == []
    return addresses


async def look_around(address: str) -> None:
    async with aiohttp.ClientSession() as session:
        async with session.get(address) as page:
            assert page.status == 200
        async with session.get(f"{address}/healthz") as page:
            assert page.status == 200


async def stop_by_signal(address: str) -> None:
    os.kill(os.getpid(), signal.SIGTERM)


async def test_the_page_and_the_health_are_there_once_it_says_so(tmp_path: Path) -> None:
    [address] = await served(tmp_path, look_around)
    assert address.startswith("http://127.0.0.1:")
    assert not address.startswith("http://127.0.0.1:0/")


async def test_the_campaigns_are_there_before_its_doors_open(tmp_path: Path) -> None:
    """Who presses a button a moment after a restart must not hear that there is no campaign."""
    bot = a_bot(tmp_path)
    found: list[str] = []
    app = make_app(bot.ctx, room=bot.room)

    async def opens(_: web.Application) -> None:
        found.extend(bot.ctx.campaigns)

    app.on_startup.append(opens)
    await serve_once(bot, app)
    assert found == ["crm"]


async def test_a_fault_in_the_first_look_is_logged_and_the_page_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bot = a_bot(tmp_path)

    async def broken() -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(bot.engine, "tick", broken)
    await serve_once(bot, make_app(bot.ctx, room=bot.room))
    assert "a fault of ours" in caplog.text


async def serve_once(bot: Bot, app: web.Application) -> None:
    """Until it says that it is ready."""
    ready = asyncio.Event()
    scheduler = Scheduler(bot.engine, bot.ctx.clock)
    async with asyncio.timeout(10):
        task = asyncio.create_task(serve(bot, scheduler, app, port=0, ready=lambda _: ready.set()))
        await ready.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_a_request_to_terminate_ends_it_and_frees_the_port(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    before = signal.getsignal(signal.SIGTERM)
    try:
        [address] = await served(tmp_path, stop_by_signal, port=port)
    finally:
        asyncio.get_running_loop().remove_signal_handler(signal.SIGTERM)
        asyncio.get_running_loop().remove_signal_handler(signal.SIGINT)
        signal.signal(signal.SIGTERM, before)
    assert address == f"http://127.0.0.1:{port}"
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))


async def test_a_taken_port_is_an_error_and_not_a_silent_wait(tmp_path: Path) -> None:
    bot = a_bot(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError, match="address already in use"):
            await serve(
                bot,
                Scheduler(bot.engine, bot.ctx.clock),
                make_app(bot.ctx, room=bot.room),
                port=taken.getsockname()[1],
                ready=lambda address: None,
            )
