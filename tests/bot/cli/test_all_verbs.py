"""The command line as a whole: help everywhere, the nearest verb, and an exit code for every family of errors."""

import pytest

from bot.cli.all_verbs import ALL_VERBS, verb
from tests.bot.cli.conftest import Type


def test_help_lists_every_verb_with_a_line_that_says_what_it_does(typed: Type) -> None:
    result = typed("--help")
    assert result.exit_code == 0
    for name in ALL_VERBS:
        assert f"\n  {name} " in result.stdout


@pytest.mark.parametrize("name", ALL_VERBS)
def test_every_verb_helps_and_describes_each_of_its_options(typed: Type, name: str) -> None:
    result = typed(name, "--help")
    assert result.exit_code == 0
    documentation = verb(name).__doc__
    assert documentation
    assert documentation.split(";")[0].split(",")[0].rstrip(".") in " ".join(result.stdout.split())


@pytest.mark.parametrize(("mistyped", "meant"), [("plna", "plan"), ("chck", "check"), ("docter", "doctor")])
def test_an_unknown_verb_gets_the_nearest(typed: Type, mistyped: str, meant: str) -> None:
    result = typed(mistyped)
    assert result.exit_code == 2
    assert f"No such command '{mistyped}'. Did you mean '{meant}'?" in result.stderr


def test_no_verb_at_all_shows_the_help(typed: Type) -> None:
    assert "Usage:" in typed().output


@pytest.mark.parametrize("verb", ["export", "forget"])
def test_wrong_settings_are_exit_code_two_with_every_name(
    typed: Type, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KLANKBORD_PORT", "x")
    monkeypatch.setenv("SLACK_BOT_TOKN", "y")
    result = typed(verb, "room:anna")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "SLACK_BOT_TOKN is not a setting. Those of Slack are SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN.",
        "KLANKBORD_PORT must be a whole number from 1 to 65535, not 'x'.",
    ]


def test_an_author_s_mistake_is_exit_code_one(typed: Type) -> None:
    assert typed("preview", "no.yaml").exit_code == 1
