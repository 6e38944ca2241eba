"""Slack from its settings: session, client and platform as they belong together."""

from typing import Final

import aiohttp

from bot.clock import Clock
from bot.platforms.slack.client import SLACK, SlackClient
from bot.platforms.slack.platform import SlackPlatform
from bot.slack_settings import SlackSettings
from storage.base import Store

AT_ONCE: Final = 100  # connections to Slack


async def open_slack(settings: SlackSettings, *, store: Store, clock: Clock, base_url: str = SLACK) -> SlackPlatform:
    """Nothing is asked of Slack yet. `base_url` differs in tests and in the demonstration alone."""

    def wall() -> float:
        return clock.now().timestamp()

    session = open_session()
    return SlackPlatform(
        client=SlackClient(session, settings.bot_token, base_url=base_url),
        store=store,
        wall=wall,
        signing_secret=settings.signing_secret,
        app_token=settings.app_token,
        base_url=base_url,
        closers=(session.close,),
    )


def open_session() -> aiohttp.ClientSession:
    """No cookies: what one request is answered never colours the next."""
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=AT_ONCE), cookie_jar=aiohttp.DummyCookieJar())
