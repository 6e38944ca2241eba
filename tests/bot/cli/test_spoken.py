"""The choice of language: two, and anything else is refused."""

from tests.bot.cli.conftest import Type


def test_only_dutch_and_english_can_be_chosen(typed: Type) -> None:
    assert "Waarom:" in typed("check", "--explain", "S1", "--language", "nl").stdout
    assert "Why:" in typed("check", "--explain", "S1", "--language", "en").stdout
    assert typed("check", "--explain", "S1", "--language", "fr").exit_code == 2
