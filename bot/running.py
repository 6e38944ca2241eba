"""The bot for real: every campaign in a folder, on the real clock, until it is stopped."""

from collections.abc import Callable
from pathlib import Path

from bot.all_platforms import ChatPlatform, connect_doors, open_platforms
from bot.assembly import assemble
from bot.clock import Clock
from bot.scheduler import Scheduler
from bot.serving import serve
from bot.settings import Settings
from bot.web.app import make_app
from storage.all_stores import open_store
from storage.base import Store


def campaign_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


async def run(settings: Settings, *, clock: Clock, new_secret: Callable[[], str], ready: Callable[[str], None]) -> None:
    """A file that changes is read again within half a minute; one with an error changes nothing."""
    store = await open_store(settings.store)
    try:
        chats = await open_platforms(settings, store=store, clock=clock)
        try:
            await _serve(settings, chats, store=store, clock=clock, new_secret=new_secret, ready=ready)
        finally:
            for chat in chats:
                await chat.close()
    finally:
        await store.close()


async def _serve(
    settings: Settings,
    chats: list[ChatPlatform],
    *,
    store: Store,
    clock: Clock,
    new_secret: Callable[[], str],
    ready: Callable[[str], None],
) -> None:
    bot = assemble(
        store=store,
        clock=clock,
        files=lambda: campaign_files(settings.campaigns),
        new_secret=new_secret,
        chats=chats,
    )
    scheduler = Scheduler(bot.engine, clock)
    bot.ctx.wake = scheduler.wake
    app = make_app(bot.ctx, room=bot.room)
    connect_doors(bot, chats, app)
    await serve(bot, scheduler, app, host=settings.host, port=settings.port, ready=ready)
