"""The bot for real: every campaign in a folder, on the real clock, until it is stopped."""

from collections.abc import Callable
from pathlib import Path

from bot.assembly import assemble
from bot.clock import Clock
from bot.scheduler import Scheduler
from bot.serving import serve
from bot.web.app import make_app
from storage.all_stores import open_store


def campaign_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


async def run(
    *,
    store_url: str,
    folder: Path,
    port: int,
    clock: Clock,
    new_secret: Callable[[], str],
    ready: Callable[[str], None],
) -> None:
    """A file that changes is read again within half a minute; one with an error changes nothing."""
    store = await open_store(store_url)
    try:
        bot = assemble(store=store, clock=clock, files=lambda: campaign_files(folder), new_secret=new_secret)
        scheduler = Scheduler(bot.engine, clock)
        bot.ctx.wake = scheduler.wake
        await serve(bot, scheduler, make_app(bot.ctx, room=bot.room), port=port, ready=ready)
    finally:
        await store.close()
