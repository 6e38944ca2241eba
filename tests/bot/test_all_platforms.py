"""What would break: a platform that is set up and not served, or one that is not set up and slows down every start."""

import subprocess
import sys
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.all_platforms import ChatPlatform, connect_doors, open_platforms, open_playground
from bot.assembly import Bot, assemble
from bot.settings import Settings
from bot.slack_settings import SlackSettings
from bot.teams_settings import AppType, TeamsSettings
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES
from tests.bot.conversation import OPEN, a_whole_campaign
from tests.builders import a_campaign, a_person
from tests.fakes import FixedClock

ROOT = Path(__file__).parents[2]
APP = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
TEAMS = TeamsSettings(APP, APP, AppType.SINGLE_TENANT, password="s3cret", tenants=frozenset({APP}))

SLACK = SlackSettings("xoxb-token", "0123456789abcdef0123456789abcdef")


def a_bot(*chats: ChatPlatform) -> Bot:
    store, clock = MemoryStore(ALL_TABLES), FixedClock(OPEN)
    return assemble(store=store, clock=clock, files=list, new_secret=lambda: "secret", chats=chats)


async def opened(teams: TeamsSettings | None, slack: SlackSettings | None = None) -> list[ChatPlatform]:
    settings = Settings().model_copy(update={"teams": teams, "slack": slack})
    return await open_platforms(settings, store=MemoryStore(ALL_TABLES), clock=FixedClock(OPEN))


async def test_what_is_set_up_is_opened_and_nothing_else() -> None:
    assert await opened(None) == []
    [teams] = await opened(TEAMS)
    assert teams.name == "teams"
    await teams.close()
    [slack] = await opened(None, SLACK)
    assert slack.name == "slack"
    await slack.close()
    both = await opened(TEAMS, SLACK)
    assert [chat.name for chat in both] == ["teams", "slack"]
    for chat in both:
        await chat.close()


async def test_whoever_has_a_role_is_wanted_as_the_campaigns_are_now() -> None:
    chats = await opened(TEAMS, SLACK)
    bot = a_bot(*chats)
    connect_doors(bot, chats, web.Application())
    assert {chat.wanted() for chat in chats} == {frozenset()}
    bot.ctx.campaigns["crm"] = a_whole_campaign()
    roles = {"sandra@example.com", "karim@example.com", "els@example.com", "joris@example.com"}
    assert {chat.wanted() for chat in chats} == {frozenset(roles)}
    bot.ctx.campaigns["erp"] = a_campaign(id="erp", people={"bo": a_person(chat="BO@Example.com")})
    assert all("bo@example.com" in chat.wanted() for chat in chats)
    del bot.ctx.campaigns["crm"]
    for chat in chats:
        assert chat.wanted() == {"bo@example.com"}
        await chat.close()


async def test_each_can_read_the_images_of_the_campaigns() -> None:
    chats = await opened(TEAMS, SLACK)
    bot = a_bot(*chats)
    connect_doors(bot, chats, web.Application())
    assert [chat.images for chat in chats] == [bot.ctx.images.of] * 2
    for chat in chats:
        await chat.close()


async def test_each_has_its_door() -> None:
    chats = await opened(TEAMS, SLACK)
    app = web.Application()
    connect_doors(a_bot(*chats), chats, app)
    async with TestClient(TestServer(app)) as client:
        for path in ("/api/messages", "/slack/events"):
            async with client.post(path, json={}) as answer:
                assert answer.status == 401
    for chat in chats:
        await chat.close()


async def test_the_playground_is_teams_for_whoever_sits_at_it() -> None:
    teams, at_the_page = await open_playground(MemoryStore(ALL_TABLES))
    assert teams.name == "teams"
    assert [who.partition(":")[0] for who in at_the_page] == ["teams"]
    await teams.close()


def test_what_is_not_set_up_is_not_even_read() -> None:
    """Reading an SDK takes longer than all the rest of a start."""
    sdks = "('botbuilder', 'slack_sdk', 'slack_bolt')"
    asks = f"import sys, bot.all_platforms, bot.running; print([n for n in sys.modules if n.startswith({sdks})])"
    said = subprocess.run([sys.executable, "-c", asks], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
