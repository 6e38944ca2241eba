"""A bot with the real engine, handlers and outbox on a memory store, a fake platform and a clock that a test moves."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from itertools import count

from bot.commands import read_command
from bot.context import Context, Event
from bot.engine import Engine, Job
from bot.hear import hear
from bot.inbound import Inbound, Origin, Person
from bot.outbox import Outbox, recover
from campaigns.delivery import Delivery, State
from campaigns.measurements import Measurements
from campaigns.model import Campaign
from campaigns.plan import plan
from storage.base import Store
from storage.tables import BINDINGS, DELIVERIES, Binding
from tests.builders import an_occurrence
from tests.fakes import FakePlatform, FixedClock, Told, a_context, directory_of


@dataclass
class RunningBot:
    ctx: Context
    clock: FixedClock
    platform: FakePlatform
    engine: Engine
    outbox: Outbox
    told: Told

    async def until(self, moment: datetime) -> None:
        """Live through everything that is due up to and including this instant."""
        while True:
            due = await self.engine.settle()
            if due is None or due > moment:
                break
            self.clock.set_to(max(due, self.clock.now()))
        self.clock.set_to(max(moment, self.clock.now()))
        await self.engine.settle()

    async def down_until(self, moment: datetime) -> None:
        """The bot is off; at this instant it starts again, with nothing in memory."""
        self.clock.set_to(moment)
        self.restart()
        await recover(self.ctx)
        await self.engine.settle()

    def restart(self) -> None:
        self.outbox = Outbox(self.ctx, seconds=asyncio.get_running_loop().time, at_once=1)
        self.engine = Engine(self.ctx, self.outbox, first=())
        self.ctx.wake, self.ctx.redraw = self.engine.nudge, self.outbox.updates.redraw

    async def says(self, who: str, text: str, *, audience: str | None = None, about: str = "") -> str:
        """The private answer. Whoever has a role in the campaign speaks with that role's address."""
        campaign = next(iter(self.ctx.campaigns.values()))
        known = campaign.people.get(who)
        person = Person(f"room:{who}", known.name if known else who.capitalize(), known.chat if known else None)
        channel = f"{campaign.id}/{audience}" if audience else None
        origin = Origin("room", person, f"event-{next(_EVENTS)}", channel, about)
        return await self.hears(read_command(text, origin))

    async def hears(self, inbound: Inbound) -> str:
        said = await hear(self.ctx, inbound)
        await self.engine.settle()
        return said.message.text if said else ""

    def edit(self, campaign: Campaign) -> None:
        """The file was saved with these changes."""
        self.ctx.campaigns[campaign.id] = replace_hash(campaign)

    async def deliveries(self) -> dict[str, Delivery]:
        async with self.ctx.store.transaction() as tx:
            return dict(await tx.find(DELIVERIES))

    async def post_of(self, post: str, audience: str = "sales") -> Delivery:
        """The first delivery of a post for an audience."""
        found = [
            delivery
            for delivery in (await self.deliveries()).values()
            if delivery.occurrence and (delivery.occurrence.post, delivery.occurrence.audience) == (post, audience)
        ]
        return min(found, key=lambda delivery: delivery.due)

    def events(self, *kinds: str) -> list[Event]:
        return [event for event in self.told.events if not kinds or event.event in kinds]


_EVENTS = count(1)
_HASHES = count(1)


def replace_hash(campaign: Campaign) -> Campaign:
    return campaign.model_copy(update={"source_hash": f"saved-{next(_HASHES)}"})


async def a_running_bot(
    *campaigns: Campaign,
    now: datetime | None = None,
    platform: FakePlatform | None = None,
    store: Store | None = None,
    measurements: Measurements | None = None,
    last: Sequence[Job] = (),
    given: int = 0,
) -> RunningBot:
    """Every audience is connected to a channel `campaign/audience`; it starts before anything is asked.

    `given`: so many points each audience has got before, so that something may be asked.
    """
    told = Told()
    platform = platform or FakePlatform()
    platform.directory = platform.directory or directory_of(campaigns)
    first = min(occurrence.ask_at for occurrence in plan(campaigns).occurrences)
    ctx = a_context(campaigns, now=now or first, platform=platform, store=store, told=told, measurements=measurements)
    async with ctx.store.transaction() as tx:
        for campaign in campaigns:
            for audience in campaign.audiences:
                binding = Binding(campaign.id, audience, platform.name, f"{campaign.id}/{audience}")
                await tx.put(BINDINGS, f"{campaign.id}/{audience}", binding)
                if given:
                    gift = a_gift(campaign, audience, given)
                    await tx.put(DELIVERIES, gift.key, gift)
    outbox = Outbox(ctx, seconds=asyncio.get_running_loop().time, at_once=1)
    engine = Engine(ctx, outbox, first=(), last=last)
    ctx.wake, ctx.redraw = engine.nudge, outbox.updates.redraw
    clock = ctx.clock
    assert isinstance(clock, FixedClock)
    return RunningBot(ctx, clock, platform, engine, outbox, told)


def a_gift(campaign: Campaign, audience: str, weight: int) -> Delivery:
    """A post of two weeks before the start that gave this audience something."""
    at = datetime.combine(campaign.start, time(8, 30), UTC) - timedelta(weeks=2)
    gift = an_occurrence(campaign=campaign.id, post="gift", audience=audience, at=at, weight=weight)
    return Delivery(gift.key, campaign.id, at, None, State.SENT, occurrence=gift, settled_at=at)


def with_posts(campaign: Campaign, **changes: object) -> Campaign:
    """The campaign with some fields of its first post changed."""
    first, *rest = campaign.posts
    return campaign.model_copy(update={"posts": (first.model_copy(update=changes), *rest)})


def delivered(delivery: Delivery, **changes: object) -> Delivery:
    return replace(delivery, **changes)  # type: ignore[arg-type]
