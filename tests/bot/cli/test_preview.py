"""`preview`: every post, one post, one audience; an unknown name gets the nearest."""

import json
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Type

SHIPPED = Path(__file__).parents[3] / "campaigns" / "library"
ENGLISH = SHIPPED / "one-customer-view.yaml"


def test_every_moment_of_the_shipped_campaign_is_shown_without_an_open_placeholder(typed: Type) -> None:
    for file in (ENGLISH, SHIPPED / "een-klantbeeld.yaml"):
        result = typed("preview", file)
        assert result.exit_code == 0
        assert "{{" not in result.stdout


def test_one_post_for_one_audience_as_json(typed: Type) -> None:
    result = typed("preview", ENGLISH, "--post", "call-1", "--audience", "sales", "--format", "json")
    [shown] = json.loads(result.stdout)
    assert (shown["post"], shown["audience"], shown["at"]) == ("call-1", "sales", "2027-02-01T09:30:00+01:00")
    assert shown["platform"] == "room"
    assert shown["message"]["kind"] == "call"
    assert [button["verb"] for button in shown["message"]["buttons"]] == ["join"]


def test_an_unknown_post_gets_the_nearest_name(typed: Type) -> None:
    result = typed("preview", ENGLISH, "--post", "cal-1")
    assert result.exit_code == 2
    assert "there is no post 'cal-1'. Did you mean call-1?" in result.stderr


def test_an_unknown_audience_gets_the_list(typed: Type) -> None:
    result = typed("preview", ENGLISH, "--audience", "xyz")
    assert "there is no audience 'xyz'. There are: sales, service, management." in result.stderr


def test_json_has_a_card_for_every_audience_of_a_post(typed: Type) -> None:
    shown = json.loads(typed("preview", ENGLISH, "--post", "benefit-1", "--format", "json").stdout)
    assert [one["audience"] for one in shown] == ["sales", "service", "management"]
    about = [one["message"]["about"] for one in shown]
    assert [key.split("/")[2] for key in about] == ["sales", "service", "management"]
    assert len({json.dumps(one["message"]["parts"]) for one in shown}) == 3


def test_the_room_is_the_platform_that_is_shown(typed: Type) -> None:
    assert typed("preview", ENGLISH, "--platform", "room").stdout == typed("preview", ENGLISH).stdout


@pytest.mark.parametrize("platform", ["teams", "slack"])
def test_a_platform_of_a_later_version_is_refused_in_one_sentence(typed: Type, platform: str) -> None:
    result = typed("preview", ENGLISH, "--platform", platform)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"this version renders the room only; {platform.capitalize()} comes in a later version." in result.stderr


def test_a_platform_that_does_not_exist_gets_the_list(typed: Type) -> None:
    result = typed("preview", ENGLISH, "--platform", "fax")
    assert result.exit_code == 2
    assert "'room', 'teams', 'slack'" in result.stderr
