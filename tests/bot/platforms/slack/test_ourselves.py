"""What would break: a bot that asks who it is at every event, or never again after Slack once failed to say so."""

import asyncio

import aiohttp
import pytest

from bot.platforms.base import DeliveryError
from bot.platforms.slack.client import SlackClient
from bot.platforms.slack.ourselves import Ourselves
from tests.fake_slack.faults import refuses
from tests.fake_slack.server import a_fake_slack


async def test_it_is_asked_until_slack_says_so_and_then_never_again() -> None:
    async with a_fake_slack() as slack, aiohttp.ClientSession() as session:
        ourselves = Ourselves(SlackClient(session, slack.bot_token, base_url=slack.url))
        slack.fails("auth.test", refuses("invalid_auth"))
        with pytest.raises(DeliveryError, match="SLACK_BOT_TOKEN"):
            await ourselves.known()
        found = await asyncio.gather(*(ourselves.known() for _ in range(20)))
        assert {(me.team, me.user, me.bot) for me in found} == {(slack.team, slack.bot_user, slack.bot_id)}
        assert len(slack.asked("auth.test")) == 2
