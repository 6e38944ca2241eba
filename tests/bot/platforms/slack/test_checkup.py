"""What would break: a doctor who does not see that Slack refuses the token, or that a right is missing."""

from dataclasses import replace

import pytest

from bot.platforms.slack.checkup import HOW_TO, check_up
from bot.platforms.slack.manifest import SCOPES
from bot.slack_settings import SlackSettings
from tests.fake_slack.faults import limited, refuses
from tests.fake_slack.server import FakeSlack, a_fake_slack
from tests.wire_faults import Fault, elsewhere, html

SECRET = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"


def signed(slack: FakeSlack) -> SlackSettings:
    return SlackSettings(slack.bot_token, signing_secret=SECRET)


def with_socket(slack: FakeSlack) -> SlackSettings:
    return SlackSettings(slack.bot_token, app_token=slack.app_token)


async def test_everything_fine_in_either_mode_and_nothing_is_posted() -> None:
    async with a_fake_slack() as slack:
        over_https = await check_up(signed(slack), base_url=slack.url)
        socket = await check_up(with_socket(slack), base_url=slack.url)
        assert [result[:2] for result in socket] == [
            ("Slack: login", True),
            ("Slack: rights", True),
            ("Slack: Socket Mode", True),
        ]
        assert over_https == socket[:2]
        assert over_https[0][2] == "Slack knows this token: klankbord in workspace T1"
        assert {request.method for request in slack.requests} == {"auth.test", "apps.connections.open"}


@pytest.mark.parametrize("trouble", ["token_revoked", "account_inactive"])
async def test_a_token_that_slack_does_not_take_any_more(trouble: str) -> None:
    async with a_fake_slack() as slack:
        slack.token_trouble = trouble
        [(about, is_fine, says)] = await check_up(signed(slack), base_url=slack.url)
    assert (about, is_fine) == ("Slack: login", False)
    assert trouble in says
    assert says.endswith(f"{HOW_TO}, step 2")
    assert slack.bot_token not in says


async def test_every_right_that_is_missing_is_named_with_its_use() -> None:
    async with a_fake_slack() as slack:
        slack.scopes -= {"groups:history", "im:write"}
        _, (about, is_fine, says) = await check_up(signed(slack), base_url=slack.url)
    assert (about, is_fine) == ("Slack: rights", False)
    assert f"groups:history ({SCOPES['groups:history']}); im:write ({SCOPES['im:write']}): paste" in says


async def test_more_rights_than_it_needs_are_no_reason_to_stop() -> None:
    async with a_fake_slack() as slack:
        slack.scopes.add("files:read")
        assert [is_fine for _, is_fine, _ in await check_up(signed(slack), base_url=slack.url)] == [True, True]


async def test_an_app_token_of_another_app_is_said_by_its_name_and_not_shown() -> None:
    async with a_fake_slack() as slack:
        other = replace(with_socket(slack), app_token="xapp-1-of-another-app")
        *login, (about, is_fine, says) = await check_up(other, base_url=slack.url)
    assert [fine for _, fine, _ in login] == [True, True]
    assert (about, is_fine) == ("Slack: Socket Mode", False)
    assert says == (
        "Slack does not accept SLACK_APP_TOKEN (invalid_auth): make an app-level token with connections:write."
        f" {HOW_TO}, step 3"
    )


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (html(503), "503"),
        (elsewhere("http://127.0.0.1:9/"), "does not follow"),
        (refuses("ratelimited"), "slow down"),
        (limited(3), "slow down"),
        (html(200), "Slack refused this"),
        (Fault(cut="reset"), "the connection broke off"),
    ],
)
async def test_slack_that_fails_is_not_laid_at_the_token_s_door(fault: Fault, says: str) -> None:
    async with a_fake_slack() as slack:
        slack.fails("apps.connections.open", fault)
        *_, (about, is_fine, said) = await check_up(with_socket(slack), base_url=slack.url)
        assert (about, is_fine) == ("Slack: Socket Mode", False)
        assert says in said
        assert "SLACK_APP_TOKEN" not in said
        assert len(slack.asked("apps.connections.open")) == 1


async def test_no_way_to_slack_is_said_twice_and_shows_no_token() -> None:
    settings = SlackSettings("xoxb-2026-hush-hush", app_token="xapp-2026-hush-hush")
    results = await check_up(settings, base_url="http://127.0.0.1:9/api/")
    assert [fine for _, fine, _ in results] == [False, False]
    assert all("the connection was refused" in says and "hush" not in says for _, _, says in results)
