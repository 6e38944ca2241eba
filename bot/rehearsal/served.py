"""A rehearsal that is watched, in the room or in the playground of Teams: a fast clock, on the real engine and a store
of its own."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from bot.all_platforms import connect_doors, open_playground
from bot.assembly import assemble
from bot.rehearsal.colleagues import Colleagues
from bot.rehearsal.controls import RehearsalClock
from bot.rehearsal.in_playground import BeginWhenConnected, SayWhy
from bot.rehearsal.pause_for_me import PauseForMe
from bot.rehearsal.timeline import Beginning, beginning, save_clock
from bot.scheduler import Scheduler
from bot.serving import serve
from bot.web.app import make_app
from bot.web.room_hub import RoomHub
from campaigns.parse import sound_campaign
from storage.all_stores import open_store


async def serve_rehearsal(
    file: Path,
    *,
    speed: float,
    port: int,
    store_url: str,
    new_secret: Callable[[], str],
    ready: Callable[[str, Beginning], None],
) -> None:
    """Raises InvalidCampaign. It goes on where it was stopped; `ready` hears the address and where that is."""
    campaign = sound_campaign(await asyncio.to_thread(file.read_bytes), file.name)
    store = await open_store(store_url)
    try:
        hub = RoomHub()
        begins = await beginning(store, campaign)
        await save_clock(store, begins.at)
        clock = RehearsalClock(begins.at, speed=speed, seconds=asyncio.get_running_loop().time)
        colleagues = Colleagues(answering=True, played=lambda: hub.played)
        pause = PauseForMe(clock, played=lambda: hub.played, colleagues_answer=lambda: colleagues.answering)
        bot = assemble(
            store=store,
            clock=clock,
            files=lambda: [file],
            new_secret=new_secret,
            first=[colleagues],
            last=[pause, lambda ctx, now: save_clock(ctx.store, now)],
        )
        scheduler = Scheduler(bot.engine, clock)
        bot.ctx.wake = clock.wake = scheduler.wake
        bot.ctx.watchers.append(lambda event: colleagues.notice(bot.ctx, event))
        app = make_app(bot.ctx, room=bot.room, hub=hub, controls=clock, colleagues=colleagues)
        await serve(bot, scheduler, app, port=port, ready=lambda address: ready(address, begins))
    finally:
        await store.close()


async def serve_in_playground(
    file: Path,
    *,
    speed: float,
    port: int,
    store_url: str,
    new_secret: Callable[[], str],
    approve_all: bool,
    ready: Callable[[str, Beginning], None],
    tell: Callable[[str], None],
) -> None:
    """The same, but people act in the playground. `approve_all`: everybody but who sits at its page says yes by
    themselves. `tell` hears why the clock stands still."""
    campaign = sound_campaign(await asyncio.to_thread(file.read_bytes), file.name)
    store = await open_store(store_url)
    teams, at_the_page = await open_playground(store)
    try:
        begins = await beginning(store, campaign)
        await save_clock(store, begins.at)
        clock = RehearsalClock(begins.at, speed=speed, seconds=asyncio.get_running_loop().time)
        colleagues = Colleagues(answering=approve_all, played=lambda: at_the_page)
        pause = PauseForMe(clock, played=lambda: at_the_page, colleagues_answer=lambda: approve_all, plays_on=True)
        bot = assemble(
            store=store,
            clock=clock,
            files=lambda: [file],
            new_secret=new_secret,
            chats=[teams],
            first=[BeginWhenConnected(clock), colleagues],
            last=[pause, SayWhy(clock, tell), lambda ctx, now: save_clock(ctx.store, now)],
        )
        scheduler = Scheduler(bot.engine, clock)
        bot.ctx.wake = clock.wake = scheduler.wake
        bot.ctx.watchers.append(lambda event: colleagues.notice(bot.ctx, event))
        app = make_app(bot.ctx)
        connect_doors(bot, [teams], app)
        await serve(bot, scheduler, app, port=port, ready=lambda address: ready(address, begins))
    finally:
        await teams.close()
        await store.close()
