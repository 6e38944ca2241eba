"""10,000 posts due in one minute, in 1,000 channels of a fake platform with Teams' pace: the engine's own time.

Limit: the pace itself. 50 messages a second make 10,000 take at least 200 s; the engine may add a fifth of that.
Waiting for the pace is simulated, so what is measured is only what the engine, the gates and the store cost. Every post
must be sent, once, and in order in each channel.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from datetime import time as clock_time
from pathlib import Path

from bot.engine import Engine
from bot.outbox import Outbox
from bot.platforms.base import Limits, Window
from campaigns.approval import Decision
from campaigns.delivery import Delivery
from campaigns.model import Audience, Campaign, Rules
from campaigns.moments import OnDate
from storage.all_stores import open_store
from storage.tables import BINDINGS, DELIVERIES, Binding
from tests.builders import a_campaign, a_post, an_audience
from tests.fakes import FakePlatform, FixedClock, a_context, directory_of

CHANNELS = 1_000
POSTS = 10
RUNS = 3
PER_SECOND = 50
TEAMS = Limits(
    per_channel=(Window(7, 1), Window(8, 2), Window(60, 30), Window(1800, 3600)), overall=(Window(PER_SECOND, 1),)
)
PACE_LIMIT = CHANNELS * POSTS / PER_SECOND
ALLOWED = 0.20
DUE = datetime(2027, 1, 19, 8, 30, tzinfo=UTC)


class SimulatedSeconds:
    """Goes on as far as the latest sleeper asked for, at no cost."""

    def __init__(self) -> None:
        self.now = 0.0

    def read(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        until = self.now + seconds
        await asyncio.sleep(0)
        self.now = max(self.now, until)


def the_campaign() -> Campaign:
    audiences: dict[str, Audience] = {f"team-{n}": an_audience(channel=f"Team {n}") for n in range(CHANNELS)}
    moment = OnDate(date(2027, 1, 19), clock_time(9, 30))
    posts = [
        a_post(id=f"tip-{n}", when=moment, texts=(f"Tip number {n}.",), for_audiences=tuple(audiences))
        for n in range(POSTS)
    ]
    return a_campaign(audiences=audiences, posts=tuple(posts), rules=Rules(max_per_day=POSTS, max_per_week=POSTS))


def approved(delivery: Delivery) -> Delivery:
    assert delivery.approval is not None
    return replace(delivery, approval=replace(delivery.approval, decision=Decision.APPROVED), wake=delivery.due)


async def one_run(folder: Path) -> float:
    campaign = the_campaign()
    platform = FakePlatform(limits=TEAMS, directory=directory_of([campaign]))
    store = await open_store(f"tinydb:{folder / 'store.db'}")
    ctx = a_context([campaign], now=DUE.replace(day=12), platform=platform, store=store)
    async with store.transaction() as tx:
        for audience in campaign.audiences:
            await tx.put(BINDINGS, f"crm/{audience}", Binding("crm", audience, platform.name, audience))
    simulated = SimulatedSeconds()
    outbox = Outbox(ctx, seconds=simulated.read, sleep=simulated.sleep)
    engine = Engine(ctx, outbox, first=())
    await engine.settle()
    async with store.transaction() as tx:
        for key, delivery in await tx.find(DELIVERIES, campaign="crm"):
            if delivery.occurrence is not None:
                await tx.put(DELIVERIES, key, approved(delivery))
    assert isinstance(ctx.clock, FixedClock)
    ctx.clock.set_to(DUE)
    platform.sent.clear()
    started = time.perf_counter()
    await engine.settle()
    elapsed = time.perf_counter() - started
    check(platform)
    await store.close()
    return elapsed


def check(platform: FakePlatform) -> None:
    """All of them, each once, in order per channel."""
    posts = [sent for sent in platform.sent if not sent.place.startswith("room:")]
    assert len(posts) == len({sent.key for sent in posts}) == CHANNELS * POSTS, len(posts)
    places: dict[str, list[str]] = {}
    for sent in posts:
        places.setdefault(sent.place, []).append(sent.message.text)
    assert all(texts == sorted(texts) for texts in places.values()), "a channel got its posts out of order"


async def main() -> int:
    times = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            times.append(await one_run(Path(folder)))
    median = statistics.median(times)
    share = median / PACE_LIMIT
    print("10,000 posts to 1,000 channels: all sent, in order per channel")
    print(f"the engine's own time: {median:.1f} s (median of {RUNS})")
    print(f"the pace of {PER_SECOND}/s takes {PACE_LIMIT:.0f} s: {share:.1%} of it (limit {ALLOWED:.0%})")
    return 0 if share <= ALLOWED else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
