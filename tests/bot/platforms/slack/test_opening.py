"""What would break: a door without a lock, both doors shut, a secret that is shown, a session left open."""

import gc
import logging

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.platforms.slack.door import PATH
from bot.platforms.slack.opening import open_session, open_slack
from bot.slack_settings import SlackSettings
from campaigns.message import Message, Part
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES
from tests.bot.conversation import OPEN
from tests.bot.platforms.slack.a_door import a_command, as_form, signed
from tests.fake_slack.server import a_fake_slack
from tests.fakes import FixedClock
from tests.waiting import wait_until

SECRET = "0123456789abcdef0123456789abcdef"
TOKEN = "xoxb-marker-that-must-never-be-seen"
APP_TOKEN = "xapp-marker-that-must-never-be-seen"
OVER_HTTP = SlackSettings(TOKEN, SECRET)
OVER_SOCKET = SlackSettings(TOKEN, None, APP_TOKEN)


def store() -> MemoryStore:
    return MemoryStore(ALL_TABLES)


async def test_the_door_is_locked_with_the_secret_and_the_bots_own_clock() -> None:
    async with a_fake_slack() as slack:
        settings = SlackSettings(slack.bot_token, SECRET)
        platform = await open_slack(settings, store=store(), clock=FixedClock(OPEN), base_url=slack.url)
        app, body = web.Application(), as_form(a_command())
        platform.add_to(app)
        async with TestClient(TestServer(app)) as client:
            now = OPEN.timestamp()
            for at, secret, status in ((now, SECRET, 200), (now, "other", 401), (now - 301, SECRET, 401)):
                async with client.post(PATH, data=body, headers=signed(body, at=at, secret=secret)) as answer:
                    assert answer.status == status
        await platform.close()


async def test_over_a_socket_there_is_no_door() -> None:
    async with a_fake_slack() as slack:
        settings = SlackSettings(slack.bot_token, None, slack.app_token)
        platform = await open_slack(settings, store=store(), clock=FixedClock(OPEN), base_url=slack.url)
        app, body = web.Application(), as_form(a_command())
        platform.add_to(app)
        async with TestClient(TestServer(app)) as client:
            await wait_until(lambda: bool(slack.sockets))
            async with client.post(PATH, data=body, headers=signed(body, at=OPEN.timestamp(), secret="")) as answer:
                assert answer.status == 404
            await platform.close()
        assert slack.asked("auth.test") == [], "nothing is asked before it is needed"


async def test_it_posts_with_its_token() -> None:
    async with a_fake_slack() as slack:
        slack.has_channel("C1", "sales", slack.bot_user)
        settings = SlackSettings(slack.bot_token, SECRET)
        platform = await open_slack(settings, store=store(), clock=FixedClock(OPEN), base_url=slack.url)
        await platform.post("C1", Message("en", "tip", (Part("Click the star."),)), "key")
        assert {request.token for request in slack.requests} == {slack.bot_token}
        assert len(slack.in_channel("C1")) == 1
        await platform.close()


@pytest.mark.parametrize("settings", [OVER_HTTP, OVER_SOCKET], ids=["http", "socket"])
async def test_no_secret_is_in_a_repr_or_a_log(settings: SlackSettings, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    platform = await open_slack(settings, store=store(), clock=FixedClock(OPEN))
    shown = "".join(repr(thing) for thing in (platform, settings, platform.addresses)) + caplog.text
    await platform.close()
    assert all(secret not in shown for secret in (TOKEN, APP_TOKEN, SECRET))


async def test_it_closes_what_it_opened() -> None:
    platform = await open_slack(OVER_HTTP, store=store(), clock=FixedClock(OPEN))
    await platform.close()
    await platform.close()
    del platform
    gc.collect()  # a session that is left open would complain here


async def test_a_session_keeps_no_cookies() -> None:
    session = open_session()
    assert isinstance(session.cookie_jar, aiohttp.DummyCookieJar)
    await session.close()
