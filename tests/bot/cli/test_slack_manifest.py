"""`slack-manifest`: a manifest that is the same every time, or one sentence for each thing that is wrong."""

import json
import re
import shlex
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from bot.platforms.slack.manifest import LONGEST_NAME, SlackApp, manifest
from tests.bot.cli.conftest import Type

HOW_TO: Final = Path(__file__).parents[3] / "docs" / "howto" / "slack.md"
ADDRESS: Final = "https://klankbord.example.com"


def printed(typed: Type, *words: str) -> Any:
    result = typed("slack-manifest", *words)
    assert result.exit_code == 0, result.output
    return yaml.safe_load(result.stdout)  # JSON is YAML too


def test_without_an_address_it_is_for_socket_mode(typed: Type) -> None:
    assert printed(typed) == manifest(SlackApp())
    assert typed("slack-manifest").stderr == (
        "This is the manifest of Klankbord in Socket Mode. Where to paste it: docs/howto/slack.md.\n"
    )


@pytest.mark.parametrize("end", ["", "/", "/slack/events", "/slack/events/"])
def test_with_an_address_slack_comes_to_it(typed: Type, end: str) -> None:
    assert printed(typed, "--address", f"{ADDRESS}{end}") == manifest(SlackApp(address=ADDRESS))
    assert f"{ADDRESS}/slack/events" in typed("slack-manifest", "--address", ADDRESS).stderr


def test_the_bot_may_live_below_a_path(typed: Type) -> None:
    made = printed(typed, "--address", f"{ADDRESS}/bots")
    assert made["settings"]["interactivity"]["request_url"] == f"{ADDRESS}/bots/slack/events"


def test_name_language_and_form_are_chosen(typed: Type) -> None:
    words = ("--name", "Ons Klankbord", "--language", "nl")
    assert printed(typed, *words) == manifest(SlackApp("Ons Klankbord", "nl"))
    written = typed("slack-manifest", *words, "--format", "json").stdout
    assert json.loads(written) == manifest(SlackApp("Ons Klankbord", "nl"))
    assert "één" in written


def test_it_is_the_same_twice_and_nothing_is_written(typed: Type, folder: Path) -> None:
    assert typed("slack-manifest").stdout == typed("slack-manifest").stdout
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "address",
    [
        "http://example.com",
        "klankbord.example.com",
        "https://",
        "https:///page",
        "/slack/events",
        "https://example.com/a page",
        "https://example.com?x=1",
        "https://example.com#x",
        "https://me:secret@example.com",
        "https://[example.com",
        f"https://example.com/{'a' * 2000}",
        " ",
    ],
)
def test_an_address_that_slack_can_not_reach_is_refused_and_not_repeated(typed: Type, address: str) -> None:
    result = typed("slack-manifest", "--address", address)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "--address must be the https address of your server, such as https://klankbord.example.com.\n"
    )


@pytest.mark.parametrize("name", ["", " ", "声", "Klank\u202ebord", "n" * (LONGEST_NAME + 1)])
def test_a_name_that_slack_or_people_could_not_use_is_refused(typed: Type, name: str) -> None:
    result = typed("slack-manifest", "--name", name, "--address", "example.com")
    assert (result.exit_code, result.stdout) == (2, "")
    assert [line.split(" ")[0] for line in result.stderr.splitlines()] == ["--name", "--address"]


def test_every_command_on_the_administrator_s_page_works(typed: Type) -> None:
    commands = re.findall(r"^python app\.py (slack-manifest.*)$", HOW_TO.read_text("utf-8"), re.MULTILINE)
    made = [printed(typed, *shlex.split(command.partition(" > ")[0])[1:]) for command in commands]
    assert {document["settings"]["socket_mode_enabled"] for document in made} == {True, False}


def test_the_page_names_every_right_and_no_option_that_the_verb_lacks(typed: Type) -> None:
    page = HOW_TO.read_text("utf-8")
    known = set(re.findall(r"--[a-z-]+", typed("slack-manifest", "--help").stdout))
    step = page.partition("## 1.")[2].partition("## 2.")[0]
    assert set(re.findall(r"(?<![\w-])--[a-z-]+", step)) <= known
    rights = set(re.findall(r"^\| `([a-z_]+:[a-z.]+|commands)`", page, re.MULTILINE))
    assert rights == set(manifest(SlackApp())["oauth_config"]["scopes"]["bot"])
