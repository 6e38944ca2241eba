"""What would break: a manifest that Slack refuses, asks for too much, or leaves out something that the bot hears."""

from typing import Any, Final

import jsonschema
import pytest

from bot.commands import read_command
from bot.inbound import Origin, Person, Unknown
from bot.platforms.slack.door import PATH
from bot.platforms.slack.manifest import (
    DOOR,
    EVENTS,
    LONGEST_ADDRESS,
    LONGEST_NAME,
    SCOPES,
    SLASH_COMMAND,
    SlackApp,
    bot_name,
    manifest,
)
from bot.platforms.slack.received import read
from campaigns.words import Language

ADDRESS: Final = "https://klankbord.example.com"
LONGEST: Final = f"https://example.com/{'a' * (LONGEST_ADDRESS - len('https://example.com/'))}"
APPS: Final = [
    SlackApp(),
    SlackApp(language="nl"),
    SlackApp(address=ADDRESS),
    SlackApp("n" * LONGEST_NAME, language="nl", address=LONGEST),
]


def text(shortest: int, longest: int, pattern: str = "") -> dict[str, Any]:
    return {"type": "string", "minLength": shortest, "maxLength": longest, "pattern": pattern}


def block(needed: str, **keys: Any) -> dict[str, Any]:
    return {"type": "object", "required": needed.split(), "additionalProperties": False, "properties": keys}


def several(most: int, item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "maxItems": most, "uniqueItems": True, "items": item}


FLAG: Final = {"type": "boolean"}
NUMBER: Final = {"type": "integer"}
# What Slack takes of the keys that we use, in our words: docs.slack.dev/reference/app-manifest and the schema of
# manifests with major version 1 in github.com/slackapi/manifest-schema (0.5.0). The stricter of the two counts.
TAKEN: Final = block(
    "display_information features oauth_config settings",
    _metadata=block("major_version", major_version={"const": 1}, minor_version=NUMBER),
    display_information=block(
        "name",
        name=text(1, 35),
        description=text(1, 140),
        background_color=text(4, 7, "^#([0-9a-fA-F]{3}){1,2}$"),
        long_description=text(175, 4000),
    ),
    features=block(
        "app_home bot_user slash_commands",
        app_home=block("", home_tab_enabled=FLAG, messages_tab_enabled=FLAG, messages_tab_read_only_enabled=FLAG),
        bot_user=block("display_name", display_name=text(1, 80, r"^[a-z0-9\-_.]+$"), always_online=FLAG),
        slash_commands=several(
            50,
            block(
                "command description",
                command=text(2, 32, "^/"),
                url=text(1, 3000, "^https://"),
                description=text(1, 2000),
                usage_hint=text(1, 1000),
                should_escape=FLAG,
            ),
        ),
    ),
    oauth_config=block("scopes", scopes=block("bot", bot=several(255, text(1, 50)))),
    settings=block(
        "event_subscriptions interactivity socket_mode_enabled",
        event_subscriptions=block(
            "bot_events", request_url=text(1, 3500, "^https://"), bot_events=several(100, text(1, 50))
        ),
        interactivity=block("is_enabled", is_enabled=FLAG, request_url=text(1, 3500, "^https://")),
        org_deploy_enabled=FLAG,
        socket_mode_enabled=FLAG,
        token_rotation_enabled=FLAG,
    ),
)


def what_slack_refuses(document: dict[str, Any]) -> list[str]:
    errors = jsonschema.Draft7Validator(TAKEN).iter_errors(document)
    return ["/".join(str(key) for key in error.absolute_path) for error in errors]


@pytest.mark.parametrize("app", APPS, ids=["socket", "dutch", "https", "longest"])
def test_slack_takes_it(app: SlackApp) -> None:
    assert what_slack_refuses(manifest(app)) == []
    assert len(LONGEST) == LONGEST_ADDRESS


def test_what_slack_would_refuse_is_seen() -> None:
    """Else the test above could not fail."""
    longer = manifest(SlackApp("n" * (LONGEST_NAME + 1)))
    assert what_slack_refuses(longer) == ["display_information/name"]
    assert what_slack_refuses({**manifest(SlackApp()), "more": True}) == [""]
    short = manifest(SlackApp())
    short["display_information"]["long_description"] = "x" * 174
    assert what_slack_refuses(short) == ["display_information/long_description"]


def test_over_https_slack_brings_everything_to_one_door() -> None:
    made = manifest(SlackApp(address=ADDRESS))
    [command], settings = made["features"]["slash_commands"], made["settings"]
    door = f"{ADDRESS}{DOOR}"
    assert command["url"] == settings["event_subscriptions"]["request_url"] == door
    assert settings["interactivity"] == {"is_enabled": True, "request_url": door}
    assert settings["socket_mode_enabled"] is False


def test_in_socket_mode_no_address_is_named_and_the_rest_is_the_same() -> None:
    """With neither an address nor Socket Mode Slack refuses events and interactivity."""
    socket, https = manifest(SlackApp()), manifest(SlackApp(address=ADDRESS))
    assert "://" not in str(socket)
    assert socket["settings"]["socket_mode_enabled"] is True
    assert {"bot_events": list(EVENTS)} == socket["settings"]["event_subscriptions"]
    assert socket["display_information"] == https["display_information"]
    assert socket["oauth_config"] == https["oauth_config"]


def test_it_asks_for_no_right_that_no_event_or_call_of_ours_needs() -> None:
    needed_by_calls = {
        "chat:write": "chat.postMessage, chat.update, chat.postEphemeral",
        "im:write": "conversations.open",
        "users:read": "users.info",
        "users:read.email": "users.lookupByEmail",
        "channels:history": "conversations.history",
        "groups:history": "conversations.history",
        "commands": "the slash command",
        "files:write": "files.getUploadURLExternal, files.completeUploadExternal",
    }
    assert set(SCOPES) == {right for rights in EVENTS.values() for right in rights} | set(needed_by_calls)
    asked = manifest(SlackApp())["oauth_config"]["scopes"]
    assert asked == {"bot": sorted(asked["bot"])}  # nothing in the name of a person
    assert not {"chat:write.public", "channels:join", "users:write", "admin"} & set(asked["bot"])


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_that_slack_tells_is_one_that_the_bot_reads(event: str) -> None:
    kind, _, where = event.partition(".")
    channel: Any = {"id": "C1", "name": "sales"} if event.endswith("_rename") else "C1"
    told = {
        "type": kind, "channel_type": where, "channel": channel, "user": "U1", "tab": "home", "text": "help",
        "ts": "1.0", "item": {"type": "message", "channel": "C1", "ts": "1.0"}, "reaction": "+1",
    }  # fmt: skip
    assert read({"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "event": told}) is not None


def test_its_door_is_the_one_that_the_bot_opens() -> None:
    assert DOOR == PATH


def test_the_bot_hears_that_it_was_put_out_of_a_channel() -> None:
    """member_left_channel tells that of others only (slackapi/bolt-js#1847)."""
    assert {"channel_left", "group_left"} < set(EVENTS)


def test_people_may_write_to_it_and_see_their_own_page() -> None:
    home = manifest(SlackApp())["features"]["app_home"]
    assert home == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_bot_knows_every_word_that_the_command_hints_at(language: Language) -> None:
    [command] = manifest(SlackApp(language=language))["features"]["slash_commands"]
    assert command["command"] == SLASH_COMMAND
    words = command["usage_hint"].strip("[]").split(" | ")
    assert len(words) == 7
    for word in words:
        origin = Origin("slack", Person("slack:U1", "Anna"), "event", channel="C1")
        assert not isinstance(read_command(word, origin), Unknown), word


def test_both_languages_say_the_same_things() -> None:
    english, dutch = (manifest(SlackApp(language=language)) for language in ("en", "nl"))
    assert english["settings"] == dutch["settings"]
    for one, other in ((english, dutch), (dutch, english)):
        assert one["display_information"]["description"] != other["display_information"]["description"]
    assert "change at work" in english["display_information"]["long_description"]
    assert "verandering op het werk" in dutch["display_information"]["long_description"]


@pytest.mark.parametrize(
    ("name", "mentioned"),
    [("Klankbord", "klankbord"), ("Ons Klankbord", "ons-klankbord"), ("Idée & Wens", "idee--wens"), ("声", "")],
)
def test_what_people_mention_has_only_what_slack_allows(name: str, mentioned: str) -> None:
    assert bot_name(name) == mentioned
