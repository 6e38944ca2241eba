"""`preview`: every post, one post, one audience; an unknown name gets the nearest."""

import json
from pathlib import Path

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
    assert (shown["post"], shown["audiences"], shown["at"]) == ("call-1", ["sales"], "2027-02-01T09:30:00+01:00")
    assert shown["message"]["kind"] == "call"
    assert [button["verb"] for button in shown["message"]["buttons"]] == ["join"]


def test_an_unknown_post_gets_the_nearest_name(typed: Type) -> None:
    result = typed("preview", ENGLISH, "--post", "cal-1")
    assert result.exit_code == 2
    assert "there is no post 'cal-1'. Did you mean call-1?" in result.stderr


def test_an_unknown_audience_gets_the_list(typed: Type) -> None:
    result = typed("preview", ENGLISH, "--audience", "xyz")
    assert "there is no audience 'xyz'. There are: sales, service, management." in result.stderr
