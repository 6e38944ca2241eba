"""The bot as it runs for Teams, with a campaign that calls for people: what the benchmarks of Teams measure."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import count
from time import time as wall
from typing import Final

from aiohttp import web

from bot.all_platforms import connect_doors
from bot.assembly import assemble
from bot.platforms.teams.addresses import NAME
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.gate import TokenGate
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.keys import Keys
from bot.platforms.teams.opening import open_session
from bot.platforms.teams.platform import TeamsPlatform
from bot.platforms.teams.tokens import AzureTokens, Credential
from bot.scheduler import Scheduler
from bot.web.app import make_app
from campaigns.approval import Approval, Decision
from campaigns.approval_text import text_to_approve
from campaigns.compose import compose
from campaigns.delivery import Delivery, State
from campaigns.facts import facts_for
from campaigns.measurements import Measurements
from campaigns.message import Message
from campaigns.model import Campaign
from campaigns.moments import InWeek
from campaigns.plan import seat_moments
from campaigns.seats import SeatBook, open_book
from campaigns.wishes import WishBook
from storage.base import Store
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES, BINDINGS, DELIVERIES, PEOPLE, REFERENCES, SEATS, Binding, KnownPerson, Reference
from tests.bot.platforms.teams.a_door import APP_ID
from tests.bot.platforms.teams.a_team import TENANT
from tests.builders import a_campaign, a_post, an_audience, an_occurrence, some_seats
from tests.fakes import FixedClock

OPEN: Final = datetime(2027, 2, 2, 9, 0, tzinfo=UTC)  # the day after the call; people may sign up
CHANNEL: Final = "19:crm@thread.tacv2"
THREAD: Final = f"{CHANNEL};messageid=1700000000000"
TOKEN: Final = "t" * 1500  # as long as Microsoft's are


@dataclass(frozen=True)
class AnyToken:
    """`expires_on` in Unix seconds."""

    token: str
    expires_on: int


class LoggedIn:
    """A login that has succeeded: what it costs is not measured here."""

    async def get_token(self, *scopes: str) -> AnyToken:
        return AnyToken(TOKEN, int(wall()) + 24 * 3600)

    async def close(self) -> None: ...


@dataclass
class TeamsBot:
    """`begin` starts the engine, which then wakes whenever somebody does something."""

    app: web.Application
    teams: TeamsPlatform
    store: Store
    scheduler: Scheduler
    call: Delivery
    book: SeatBook

    async def begin(self) -> None:
        self.scheduler.start()

    async def empty_the_book(self) -> None:
        async with self.store.transaction() as tx:
            await tx.put(DELIVERIES, self.call.key, self.call)
            await tx.put(SEATS, self.call.campaign, self.book)

    async def knows(self, people: Sequence[str], url: str) -> None:
        """They spoke to the bot before, in private too: it need not ask Teams who they are."""
        async with self.store.transaction() as tx:
            for who in people:
                known = KnownPerson(NAME, who.capitalize(), f"{who}@example.com")
                await tx.put(PEOPLE, f"{NAME}:aad-{who}", known)
                chat = Reference(NAME, TENANT, url, f"a:with-{who}", user=f"29:{who}")
                await tx.put(REFERENCES, f"{NAME}:aad-{who}", chat)

    async def knows_channels(self, channels: Sequence[str], url: str) -> None:
        async with self.store.transaction() as tx:
            for channel in channels:
                await tx.put(REFERENCES, f"{NAME}:{channel}", Reference(NAME, TENANT, url, channel))


def the_platform(url: str, store: Store, credential: Credential) -> TeamsPlatform:
    """As it is opened for real, but on loopback."""
    session, tokens = open_session(), AzureTokens(credential, wall=wall)
    keys = Keys(session, seconds=asyncio.get_running_loop().time, metadata_url=f"{url}/openid")
    return TeamsPlatform(
        bot_id=f"28:{APP_ID}",
        tenants=frozenset({TENANT}),
        gate=TokenGate(app_id=APP_ID, keys=keys, wall=wall),
        connector=Connector(session, tokens, Hosts.loopback()),
        store=store,
        closers=(keys.close, tokens.close, session.close),
    )


async def a_teams_bot(url: str, *, places: int, credential: Credential | None = None) -> TeamsBot:
    """Everything is there that Teams needs; the call of its campaign was posted yesterday."""
    store, clock, secrets = MemoryStore(ALL_TABLES), FixedClock(OPEN), count(1)
    teams = the_platform(url, store, credential or LoggedIn())
    bot = assemble(store=store, clock=clock, files=list, new_secret=lambda: f"secret-{next(secrets)}", chats=[teams])
    campaign = the_campaign(places)
    bot.ctx.campaigns[campaign.id] = campaign
    call, book = the_call(campaign)
    async with store.transaction() as tx:
        await tx.put(BINDINGS, f"{campaign.id}/sales", Binding(campaign.id, "sales", NAME, CHANNEL))
        place = Reference(NAME, TENANT, url, CHANNEL, team="19:sales@thread.tacv2", name="Sales > CRM")
        await tx.put(REFERENCES, f"{NAME}:{CHANNEL}", place)
    app, scheduler = make_app(bot.ctx, room=bot.room), Scheduler(bot.engine, clock)
    bot.ctx.wake = scheduler.wake
    connect_doors(bot, [teams], app)
    made = TeamsBot(app, teams, store, scheduler, call, book)
    await made.empty_the_book()
    return made


def the_campaign(places: int) -> Campaign:
    call = a_post(
        kind="call",
        sender="sandra",
        when=InWeek(week=4, weekday=0, at=time(9, 30)),
        texts=("Have a say in how the customer screen looks. {{places_left}} of {{places_total}} places are free.",),
    )
    return a_campaign(posts=(call,), audiences={"sales": an_audience(size=2_000)}, seats=some_seats(places=places))


def the_call(campaign: Campaign) -> tuple[Delivery, SeatBook]:
    """As it was approved, composed and posted, with an empty book."""
    assert campaign.seats is not None
    opens, closes = seat_moments(campaign)
    book = open_book(campaign.id, campaign.seats, opens=opens, closes=closes, seed="seed")
    at = OPEN - timedelta(days=1, minutes=30)
    occurrence = an_occurrence(post="call-1", kind="call", at=at, week=4, sender="sandra", weight=-1)
    none, wishes = Measurements(), WishBook(campaign.id)
    facts = facts_for(campaign, occurrence, seats=book, wishes=wishes, measurements=none, now=OPEN)
    message = compose(campaign, occurrence, facts)
    assert isinstance(message, Message), message
    approval = Approval(text_to_approve(campaign, occurrence)[1], "sandra", "card", Decision.APPROVED, at)
    sent = Delivery(
        occurrence.key, campaign.id, at, None, State.SENT, occurrence=occurrence, message=message, approval=approval,
        channel=f"{NAME}:{CHANNEL}", ref=f"{THREAD} {THREAD.partition('=')[2]}", settled_at=at,
    )  # fmt: skip
    return sent, book
