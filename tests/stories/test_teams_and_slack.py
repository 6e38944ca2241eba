"""Sales on Teams and Service on Slack: one campaign, one director, three seats between them.

With the real door, connector, client and signatures of both platforms in one bot.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import count

from aiohttp import ClientSession, web

from bot.all_platforms import connect_doors
from bot.assembly import Bot, assemble
from bot.platforms.base import Limits
from campaigns.model import Campaign
from campaigns.moments import InWeek
from campaigns.seats import SeatBook
from storage.base import Store
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES, DELIVERIES, SEATS
from tests.bot.conversation import a_whole_campaign
from tests.bot.platforms.slack.a_workspace import CHANNEL, SlackTalk, a_person, a_platform, served, user
from tests.bot.platforms.teams.a_team import TEAM, TeamsTalk, a_member, a_teams_platform, titles_of, words_of
from tests.builders import a_post, some_seats
from tests.fake_connector import fake_connector
from tests.fake_slack.server import a_fake_slack
from tests.fake_slack.shapes import words_in
from tests.fakes import FixedClock
from tests.running_bot import a_gift

BOTH = ("sales", "service")
BEFORE = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)
CALLED = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)
CALL = a_post(
    kind="call", sender="sandra", when=InWeek(week=4, weekday=0, at=time(9, 30)), for_audiences=BOTH,
    texts=("Have a say. {{places_left}} of {{places_total}} places are free.",),
)  # fmt: skip


def the_campaign() -> Campaign:
    return a_whole_campaign(posts=(CALL,), seats=some_seats())


@dataclass
class Both:
    """Everybody with a role is on both; Anna too, under one address. Bilal is on Teams, Chiara and Daan on Slack."""

    bot: Bot
    teams: TeamsTalk
    slack: SlackTalk

    async def until(self, moment: datetime) -> None:
        await self.quiet()
        await self.teams.until(moment)
        await self.quiet()

    async def quiet(self) -> None:
        for _ in range(2):
            await self.teams.quiet()
            await self.slack.quiet()

    async def book(self) -> SeatBook:
        async with self.bot.ctx.store.transaction() as tx:
            book = await tx.get(SEATS, "crm")
        assert book is not None
        return book

    async def mentions(self, who: str, words: str) -> None:
        await self.slack.slack.mentions(user(who), CHANNEL, words)
        await self.quiet()

    async def sandra_approves(self) -> None:
        """The one card that asks for both audiences."""
        private = self.teams.connector.in_conversation("a:with-29:sandra")
        [card] = [posted for posted in private if "Approve" in titles_of(posted.activity)]
        await self.teams.presses("sandra", card, "Approve", private=True)

    def on_both_calls(self) -> list[str]:
        """What the call says now, where Sales reads and where Service reads."""
        [in_slack] = self.slack.in_channel()
        return [words_of(self.teams.in_channel()[-1].activity), words_in(in_slack.payload)]


@asynccontextmanager
async def on_both(campaign: Campaign) -> AsyncIterator[Both]:
    store: Store = MemoryStore(ALL_TABLES)
    clock, secrets, app = FixedClock(BEFORE), count(1), web.Application()
    async with (
        fake_connector() as connector,
        a_fake_slack() as workspace,
        ClientSession() as client,
        a_teams_platform(connector, store) as teams,
        a_platform(workspace, store) as slack,
    ):
        teams.limits = slack.limits = Limits()
        bot = assemble(
            store=store, clock=clock, files=list, new_secret=lambda: f"secret-{next(secrets)}", chats=[teams, slack]
        )
        bot.ctx.campaigns[campaign.id] = campaign
        roles = {who: known.chat for who, known in campaign.people.items()}
        connector.members[TEAM] = [a_member(who, chat) for who, chat in {**roles, "anna": None, "bilal": None}.items()]
        connector.members |= {f"a:with-{member['id']}": [member] for member in connector.members[TEAM]}
        workspace.has(*(a_person(who, chat) for who, chat in roles.items()))
        workspace.has(*(a_person(who) for who in ("anna", "chiara", "daan")))
        workspace.has_channel(CHANNEL, "service", workspace.bot_user, *workspace.people)
        connect_doors(bot, [teams, slack], app)
        async with served(slack, workspace, app) as address:
            in_teams = TeamsTalk(bot, teams, clock, connector, address, client)
            both = Both(bot, in_teams, SlackTalk(bot, slack, clock, workspace))
            await _connected(both, campaign)
            yield both


async def _connected(both: Both, campaign: Campaign) -> None:
    async with both.bot.ctx.store.transaction() as tx:
        for audience in BOTH:
            gift = a_gift(campaign, audience, 2)
            await tx.put(DELIVERIES, gift.key, gift)
    await both.teams.installs("joris")
    for who in ("joris", "sandra", "karim"):
        await both.teams.installs(who, private=True)
    await both.teams.says("joris", "connect sales")
    await both.slack.slack.commands(user("joris"), CHANNEL, "connect service")
    await both.quiet()


async def test_one_yes_posts_on_both_and_three_seats_are_shared() -> None:
    async with on_both(the_campaign()) as both:
        await both.until(CALLED - timedelta(days=1))
        await both.sandra_approves()
        assert both.slack.written("sandra") == [], "she is asked in one place"
        await both.until(CALLED)
        assert all("3 of 3 places are free" in text for text in both.on_both_calls())
        call = both.teams.in_channel()[-1]
        await both.teams.presses("anna", call, "Join")
        await both.teams.says("bilal", "join")
        await both.quiet()
        assert all("1 of 3 places are free" in text for text in both.on_both_calls())
        await both.mentions("chiara", "join")
        await both.mentions("daan", "join")
        assert all("0 of 3 places are free" in text for text in both.on_both_calls())
        book = await both.book()
        assert [(book.taken, len(book.reserve)), "reserve" in both.slack.to("daan")[-1]] == [(3, 1), True]
        await both.teams.says("bilal", "leave")
        await both.quiet()
        assert "I take the place" in both.slack.to("daan")[-1], "a place that Sales gives up goes to Service"


async def test_who_is_on_both_holds_one_seat_and_is_known_as_one() -> None:
    async with on_both(the_campaign()) as both:
        await both.until(CALLED - timedelta(days=1))
        await both.sandra_approves()
        await both.until(CALLED)
        await both.teams.presses("anna", both.teams.in_channel()[-1], "Join")
        await both.mentions("anna", "join")
        assert (await both.book()).taken == 1
        assert "already take part" in both.slack.to("anna")[-1]
        await both.mentions("anna", "leave")
        assert (await both.book()).taken == 0
        assert all("3 of 3 places are free" in text for text in both.on_both_calls())
