"""`preview`: every post, one post, one audience; an unknown name gets the nearest."""

import json
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Type

SHIPPED = Path(__file__).parents[3] / "campaigns" / "library"
ENGLISH = SHIPPED / "one-customer-view.yaml"
GOLDEN = Path(__file__).parents[1] / "platforms" / "golden"


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


def test_teams_shows_the_card_in_the_place_of_the_message(typed: Type) -> None:
    arguments = ("preview", ENGLISH, "--post", "call-1", "--audience", "sales", "--format", "json")
    [in_room], [in_teams] = (json.loads(typed(*arguments, *more).stdout) for more in ((), ("--platform", "teams")))
    assert {**in_room, "platform": "teams", "card": in_teams["card"]} == {**in_teams, "message": in_room["message"]}
    assert "message" not in in_teams
    kept = json.loads((GOLDEN / "teams" / "en" / "post-call.json").read_text(encoding="utf-8"))
    assert in_teams["card"] == kept["attachments"][0]["content"]


def test_teams_shows_a_card_of_every_post_for_every_audience(typed: Type) -> None:
    shown = json.loads(typed("preview", ENGLISH, "--platform", "teams", "--format", "json").stdout)
    assert len(shown) == len(json.loads(typed("preview", ENGLISH, "--format", "json").stdout))
    assert {one["card"]["type"] for one in shown} == {"AdaptiveCard"}


def test_slack_shows_what_it_is_sent_in_the_place_of_the_message(typed: Type) -> None:
    arguments = ("preview", ENGLISH, "--post", "call-1", "--audience", "sales", "--format", "json")
    [in_room], [in_slack] = (json.loads(typed(*arguments, *more).stdout) for more in ((), ("--platform", "slack")))
    kept = json.loads((GOLDEN / "slack" / "en" / "post-call.json").read_text(encoding="utf-8"))
    assert in_slack["payload"] == kept[0]
    del in_room["message"]
    assert in_slack == {**in_room, "platform": "slack", "payload": kept[0]}


def test_slack_shows_every_post_for_every_audience(typed: Type) -> None:
    shown = json.loads(typed("preview", ENGLISH, "--platform", "slack", "--format", "json").stdout)
    assert len(shown) == len(json.loads(typed("preview", ENGLISH, "--format", "json").stdout))
    assert all(one["payload"]["blocks"] and one["payload"]["text"] for one in shown)


@pytest.mark.parametrize("platform", ["teams", "slack"])
def test_to_read_a_preview_is_the_same_everywhere(typed: Type, platform: str) -> None:
    assert typed("preview", ENGLISH, "--platform", platform).stdout == typed("preview", ENGLISH).stdout


def test_a_platform_that_does_not_exist_gets_the_list(typed: Type) -> None:
    result = typed("preview", ENGLISH, "--platform", "fax")
    assert result.exit_code == 2
    assert "'room', 'teams', 'slack'" in result.stderr
