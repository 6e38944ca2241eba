"""`export`: all that is held, as JSON; nothing for a stranger, with a hint."""

import json

from tests.bot.cli.conftest import Type, keep_anna


def test_everything_held_is_printed_by_id_or_by_address(typed: Type) -> None:
    keep_anna()
    by_id, by_address = typed("export", "room:anna"), typed("export", "anna@example.com")
    assert by_id.exit_code == 0
    assert by_id.stdout == by_address.stdout
    assert json.loads(by_id.stdout)["room:anna"]["person"][0]["name"] == "Anna"


def test_a_stranger_gets_an_empty_answer_and_a_hint(typed: Type) -> None:
    keep_anna()
    result = typed("export", "room:ana")
    assert (result.exit_code, json.loads(result.stdout)) == (0, {})
    assert result.stderr == "Nothing is held about room:ana. Did you mean room:anna?\n"


def test_without_a_store_it_is_one_sentence(typed: Type) -> None:
    result = typed("export", "room:anna")
    assert result.exit_code == 2
    assert result.stderr == "data/klankbord.db is not there, so nothing is kept here. Is this the right folder?\n"


def test_somebody_on_two_platforms_is_printed_once_and_whole(typed: Type) -> None:
    keep_anna(on_slack_too=True)
    for asked in ("room:anna", "slack:U1", "anna@example.com"):
        held = json.loads(typed("export", asked).stdout)
        assert list(held) == ["room:anna"]
        assert [record["platform"] for record in held["room:anna"]["person"]] == ["room", "slack"]
