"""What would break: Slack that starts and can't tell who speaks, or a setting that is silently not used."""

import pytest

from bot.slack_settings import SlackSettings, read_slack

BOT = "xoxb-2026-11-hush-of-the-bot"
APP = "xapp-1-A1-hush-of-the-app"
SECRET = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
SIGNED = {"SLACK_BOT_TOKEN": BOT, "SLACK_SIGNING_SECRET": SECRET}
SOCKET = {"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": APP}


def problem(values: dict[str, str]) -> str:
    """The one sentence that these settings lead to; it shows nothing of what they hold."""
    settings, problems = read_slack(values)
    assert settings is None
    [sentence] = problems
    assert not any(value.strip() in sentence for value in values.values() if value.strip())
    return sentence


def test_without_any_of_them_slack_is_not_set_up() -> None:
    assert read_slack({"PATH": "/bin", "SLACK_BOT_TOKEN": "", "SLACK_SIGNING_SECRET": " "}) == (None, [])


def test_a_bot_token_and_one_way_in_are_enough() -> None:
    assert read_slack({**SIGNED, "SLACK_APP_TOKEN": ""}) == (SlackSettings(BOT, SECRET, None), [])
    assert read_slack({**SOCKET, "SLACK_BOT_TOKEN": f" {BOT}\n"}) == (SlackSettings(BOT, None, APP), [])


def test_no_secret_is_in_a_repr() -> None:
    shown = repr(SlackSettings(BOT, SECRET, APP))
    assert not any(secret in shown for secret in (BOT, SECRET, APP))


def test_two_ways_in_are_one_too_many_and_it_says_which_to_leave_out() -> None:
    assert problem({**SIGNED, **SOCKET}) == (
        "SLACK_SIGNING_SECRET and SLACK_APP_TOKEN are both set. Leave SLACK_APP_TOKEN out when Slack comes to the bot"
        " over https; leave SLACK_SIGNING_SECRET out for Socket Mode."
    )


@pytest.mark.parametrize("empty", [{}, {"SLACK_SIGNING_SECRET": ""}, {"SLACK_SIGNING_SECRET": "  \t"}])
def test_without_a_way_in_it_does_not_start(empty: dict[str, str]) -> None:
    """The SDK starts with an empty secret, and then nobody knows who speaks."""
    assert problem({"SLACK_BOT_TOKEN": BOT, **empty}).startswith("SLACK_SIGNING_SECRET is missing: ")


def test_a_way_in_without_a_bot_token_is_said() -> None:
    for values in (SIGNED, SOCKET):
        assert problem({**values, "SLACK_BOT_TOKEN": ""}).startswith("SLACK_BOT_TOKEN is missing; ")


@pytest.mark.parametrize(
    "secret",
    [
        "your-signing-secret",
        "<signing secret>",
        "x" * 32,
        "0" * 32,
        "ab" * 16,
        "0123456789abcdef0123456789abcdef",
        SECRET[:-1],
        f"{SECRET}0",
        f"{SECRET[:-1]}g",
        f"{SECRET[:-1]}\u0663",  # a digit, but not one of theirs
        BOT,
    ],
)
def test_the_word_of_an_example_is_no_signing_secret(secret: str) -> None:
    assert problem({**SIGNED, "SLACK_SIGNING_SECRET": secret}).startswith("SLACK_SIGNING_SECRET is not one that Slack")


def test_a_signing_secret_in_capitals_stays_as_it_is() -> None:
    settings, _ = read_slack({**SIGNED, "SLACK_SIGNING_SECRET": SECRET.upper()})
    assert settings is not None
    assert settings.signing_secret == SECRET.upper()


@pytest.mark.parametrize(
    "token",
    ["xoxb-your-token", "xoxb-...", "xoxb-1", "xoxe.xoxb-1-rotated0", BOT.replace("xoxb", "xoxp"), APP, f"{BOT} {BOT}"],
)
def test_another_token_is_no_bot_token(token: str) -> None:
    assert problem({**SIGNED, "SLACK_BOT_TOKEN": token}).startswith("SLACK_BOT_TOKEN is not one that Slack gave; ")


@pytest.mark.parametrize("token", ["xapp-your-token", "xapp-1", BOT, SECRET])
def test_another_token_is_no_app_token(token: str) -> None:
    assert problem({**SOCKET, "SLACK_APP_TOKEN": token}).startswith("SLACK_APP_TOKEN is not one that Slack gave; ")


def test_everything_is_said_at_once() -> None:
    values = {"SLACK_SIGNING_SECRET": "secret", "SLACK_APP_TOKEN": "app", "SLACK_BOT_TOKN": BOT}
    _, problems = read_slack(values)
    assert [sentence.split(" ")[0] for sentence in problems] == [
        "SLACK_BOT_TOKN", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["SLACK_BOT_TOKN", "SLACK_SIGNINGSECRET", "SLACK_APP_TOKENS", "slack_bot_token"])
def test_a_name_that_is_nearly_right_is_not_silently_left_aside(name: str) -> None:
    assert problem({name: BOT}) == (
        f"{name} is not a setting. Those of Slack are SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN."
    )


def test_what_other_programs_set_is_theirs() -> None:
    others = {"SLACK_WEBHOOK_URL": "x", "SLACK_CHANNEL": "x", "SLACK_CLIENT_ID": "x", "BOT_TOKEN": "x"}
    assert read_slack({**SOCKET, **others})[1] == []
    assert read_slack({"SLACK_BOT_TOKN": ""}) == (None, [])
