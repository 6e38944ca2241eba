"""`forget`: afterwards export finds nothing and the file holds no trace of the name."""

import json
from pathlib import Path

from tests.bot.cli.conftest import Type, keep_anna


def test_after_forgetting_nothing_is_held(typed: Type, folder: Path) -> None:
    keep_anna()
    result = typed("forget", "anna@example.com")
    assert (result.exit_code, result.stdout) == (0, "room:anna is forgotten.\n")
    assert json.loads(typed("export", "room:anna").stdout) == {}


def test_forgetting_a_stranger_changes_nothing(typed: Type) -> None:
    keep_anna()
    result = typed("forget", "room:ana")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Nothing is held about room:ana. Did you mean room:anna?\n"
    assert json.loads(typed("export", "room:anna").stdout) != {}


def test_somebody_on_two_platforms_is_forgotten_on_both_whichever_is_named(typed: Type) -> None:
    keep_anna(on_slack_too=True)
    assert typed("forget", "slack:U1").stdout == "room:anna is forgotten.\nslack:U1 is forgotten.\n"
    assert json.loads(typed("export", "anna@example.com").stdout) == {}
