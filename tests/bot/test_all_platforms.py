"""What would break: a platform that is set up and not served, or one that is not set up and slows down every start."""

import subprocess
import sys
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.all_platforms import ChatPlatform, connect_doors, open_platforms, open_playground
from bot.assembly import Bot, assemble
from bot.settings import Settings
from bot.teams_settings import AppType, TeamsSettings
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES
from tests.bot.conversation import OPEN, a_whole_campaign
from tests.builders import a_campaign, a_person
from tests.fakes import FixedClock

ROOT = Path(__file__).parents[2]
APP = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
TEAMS = TeamsSettings(APP, APP, AppType.SINGLE_TENANT, password="s3cret", tenants=frozenset({APP}))


def a_bot(*chats: ChatPlatform) -> Bot:
    store, clock = MemoryStore(ALL_TABLES), FixedClock(OPEN)
    return assemble(store=store, clock=clock, files=list, new_secret=lambda: "secret", chats=chats)


async def opened(teams: TeamsSettings | None) -> list[ChatPlatform]:
    settings = Settings().model_copy(update={"teams": teams})
    return await open_platforms(settings, store=MemoryStore(ALL_TABLES), clock=FixedClock(OPEN))


async def test_what_is_set_up_is_opened_and_nothing_else() -> None:
    assert await opened(None) == []
    [teams] = await opened(TEAMS)
    assert teams.name == "teams"
    await teams.close()


async def test_whoever_has_a_role_is_wanted_as_the_campaigns_are_now() -> None:
    [teams] = await opened(TEAMS)
    bot = a_bot(teams)
    connect_doors(bot, [teams], web.Application())
    assert teams.wanted() == frozenset()
    bot.ctx.campaigns["crm"] = a_whole_campaign()
    assert teams.wanted() == {"sandra@example.com", "karim@example.com", "els@example.com", "joris@example.com"}
    bot.ctx.campaigns["erp"] = a_campaign(id="erp", people={"bo": a_person(chat="BO@Example.com")})
    assert "bo@example.com" in teams.wanted()
    del bot.ctx.campaigns["crm"]
    assert teams.wanted() == {"bo@example.com"}
    await teams.close()


async def test_each_has_its_door() -> None:
    [teams] = await opened(TEAMS)
    app = web.Application()
    connect_doors(a_bot(teams), [teams], app)
    async with TestClient(TestServer(app)) as client, client.post("/api/messages", json={}) as answer:
        assert answer.status == 401
    await teams.close()


async def test_the_playground_is_teams_for_whoever_sits_at_it() -> None:
    teams, at_the_page = await open_playground(MemoryStore(ALL_TABLES))
    assert teams.name == "teams"
    assert [who.partition(":")[0] for who in at_the_page] == ["teams"]
    await teams.close()


def test_without_teams_its_sdk_is_not_even_read() -> None:
    """Reading it takes longer than all the rest of a start."""
    asks = "import sys, bot.all_platforms, bot.running; print([name for name in sys.modules if 'botbuilder' in name])"
    said = subprocess.run([sys.executable, "-c", asks], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
