"""A whole bot from its parts: store, clock, campaign files, room and engine; the same in a rehearsal and for real."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.campaign_folder import CampaignFolder, MeasurementFiles
from bot.campaign_images import CampaignImages
from bot.clock import Clock
from bot.context import Context
from bot.engine import Engine, Job
from bot.hear import hear
from bot.inbound import Inbound
from bot.outbox import Outbox
from bot.platforms.base import Answer, Platform
from bot.platforms.room.door import connect_room
from bot.platforms.room.people import RoomPerson
from bot.platforms.room.platform import RoomPlatform
from campaigns.measurements import Measurements
from campaigns.model import Campaign
from storage.base import Store


@dataclass(frozen=True)
class Bot:
    """`room` is None where people are reached in another way."""

    ctx: Context
    engine: Engine
    room: RoomPlatform | None

    async def hear(self, inbound: Inbound) -> Answer | None:
        return await hear(self.ctx, inbound)


def assemble(
    *,
    store: Store,
    clock: Clock,
    files: Callable[[], Sequence[Path]],
    new_secret: Callable[[], str],
    chats: Sequence[Platform] = (),
    people: Sequence[RoomPerson] = (),
    read_measurements: Callable[[Campaign], Measurements] | None = None,
    at_once: int = 50,
    first: Sequence[Job] = (),
    last: Sequence[Job] = (),
) -> Bot:
    """Without `chats` everybody is in the room, and `people` beside those of the campaigns.

    `first` and `last` are a rehearsal's own jobs.
    """
    room = None if chats else RoomPlatform(store, clock, people, {})
    platforms = (room,) if room is not None else tuple(chats)
    campaigns: dict[str, Campaign] = {}
    ctx = Context(
        store=store,
        clock=clock,
        platforms={platform.name: platform for platform in platforms},
        campaigns=campaigns,
        read_measurements=read_measurements or MeasurementFiles(files),
        new_secret=new_secret,
        images=CampaignImages(files, campaigns),
    )

    async def open_doors(ctx: Context, now: datetime) -> None:
        if room is not None:
            await connect_room(ctx, room)

    loop = asyncio.get_running_loop()
    outbox = Outbox(ctx, seconds=loop.time, at_once=at_once)
    engine = Engine(ctx, outbox, loading=(CampaignFolder(files), open_doors), first=first, last=last)
    ctx.wake, ctx.redraw = engine.nudge, outbox.updates.redraw
    bot = Bot(ctx, engine, room)
    for platform in platforms:
        platform.heard(bot.hear)
    return bot
