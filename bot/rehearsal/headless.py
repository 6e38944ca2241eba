"""A whole campaign played to the end without a page: every delivery, hold and answer. Same input, same output."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

from bot.assembly import Bot, assemble
from bot.campaign_folder import MeasurementFiles
from bot.clock import SteppedClock
from bot.context import Event
from bot.rehearsal.colleagues import Colleagues
from bot.rehearsal.script_player import people_of, play, with_row
from bot.rehearsal.timeline import beginning, ends_at, save_clock
from campaigns.measurements import Measurements
from campaigns.model import Campaign
from campaigns.parse import sound_campaign
from campaigns.script import ScriptLine, read_script
from storage.all_stores import open_store
from storage.base import Store

Line = dict[str, str]


async def play_headless(
    file: Path, *, script: Path | None = None, approve_all: bool = False, store_url: str = "memory:"
) -> AsyncIterator[Line]:
    """Raises InvalidCampaign for the file or the script. With a store on disk it goes on where it was stopped."""
    campaign = sound_campaign(await asyncio.to_thread(file.read_bytes), file.name)
    lines = read_script(await asyncio.to_thread(script.read_bytes), script.name, campaign) if script else ()
    store = await open_store(store_url)
    try:
        clock = SteppedClock((await beginning(store, campaign, lines)).at)
        rehearsal = _Headless(file, campaign, lines, store, clock, approve_all=approve_all)
        async for line in rehearsal.play():
            yield line
    finally:
        await store.close()


class _Headless:
    """Steps the clock from one thing to the next: what time makes happen, then what people do at that moment."""

    def __init__(
        self,
        file: Path,
        campaign: Campaign,
        lines: tuple[ScriptLine, ...],
        store: Store,
        clock: SteppedClock,
        *,
        approve_all: bool,
    ) -> None:
        self._campaign = campaign
        self._lines = list(lines)
        self._clock = clock
        self._ends_at = ends_at(campaign, lines)
        self._measured: list[ScriptLine] = []
        self._events: list[Event] = []
        self._files = MeasurementFiles(lambda: [file])
        colleagues = Colleagues(answering=approve_all)
        secrets = (f"rehearsal-{number}" for number in count(1))
        self._bot: Bot = assemble(
            store=store,
            clock=clock,
            files=lambda: [file],
            new_secret=lambda: next(secrets),
            people=people_of(campaign, lines),
            read_measurements=self._measurements,
            at_once=1,
            first=[colleagues],
        )
        self._bot.ctx.watchers += [self._events.append, lambda event: colleagues.notice(self._bot.ctx, event)]

    async def play(self) -> AsyncIterator[Line]:
        await self._bot.engine.start()
        while True:
            due = await self._bot.engine.settle()
            for line in self._happened():
                yield line
            await save_clock(self._bot.ctx.store, self._clock.now())
            if not await self._step(due):
                break

    async def _step(self, due: datetime | None) -> bool:
        """To the next moment; False when there is none left."""
        line = self._lines[0] if self._lines else None
        if line is not None and (due is None or line.at < due):
            self._clock.set_to(line.at)
            await self._act(self._lines.pop(0))
            return True
        if due is None or due > self._ends_at:
            return False
        self._clock.set_to(due)
        return True

    async def _act(self, line: ScriptLine) -> None:
        if line.act == "stops":
            self._clock.set_to(line.at + line.down_for)
        elif line.act == "measures":
            self._measured.append(line)
        else:
            await play(self._bot, self._campaign, line)

    def _measurements(self, campaign: Campaign) -> Measurements:
        measurements = self._files(campaign)
        for line in self._measured:
            measurements = with_row(measurements, line)
        return measurements

    def _happened(self) -> Iterator[Line]:
        for event in self._events:
            yield {
                "at": self._campaign.local(event.at).isoformat(timespec="minutes"),
                "event": event.event,
                "post": event.post,
                "audience": event.audience,
                "reason": event.reason,
                "text": event.text,
                "to": event.to.removeprefix("room:"),
            }
        self._events.clear()
