"""`new`: a starter that passes check whenever it is made, and never writes over what is there."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.cli.new import starter
from campaigns.parse import check_campaigns, read_campaign
from tests.bot.cli.conftest import NOW, Type


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_new_campaign_passes_check_and_starts_on_a_monday_far_enough_ahead(
    typed: Type, folder: Path, language: str
) -> None:
    made = typed("new", "mine", "--language", language)
    assert (made.exit_code, made.stdout) == (0, "mine.yaml is written. Now: python app.py check mine.yaml\n")
    assert typed("check", "mine.yaml").exit_code == 0
    campaign = read_campaign((folder / "mine.yaml").read_bytes(), "mine.yaml")
    assert (campaign.language, campaign.start.weekday()) == (language, 0)
    assert campaign.start >= NOW.date() + timedelta(weeks=5)


@pytest.mark.parametrize("day", [date(2026, 1, 1) + timedelta(days=23 * step) for step in range(20)])
def test_whatever_the_day_the_starter_has_no_findings(day: date) -> None:
    for language in ("nl", "en"):
        text = starter("nl" if language == "nl" else "en", "mine", day)
        assert check_campaigns([("mine.yaml", text.encode())])[1] == []


def test_what_is_there_stays_as_it_is(typed: Type, folder: Path) -> None:
    (folder / "mine.yaml").write_text("my own work")
    result = typed("new", "mine.yaml")
    assert result.exit_code == 1
    assert result.stderr == "mine.yaml exists already and stays as it is. Choose another name.\n"
    assert (folder / "mine.yaml").read_text() == "my own work"


def test_a_folder_that_is_not_there_is_one_sentence(typed: Type) -> None:
    result = typed("new", "nowhere/mine")
    assert (result.exit_code, result.stderr) == (1, "nowhere/mine.yaml can't be written (No such file or directory).\n")


def test_all_dates_of_a_starter_move_along_with_its_start() -> None:
    text = starter("en", "mine", date(2027, 11, 29))
    assert "start: 3 January 2028" in text
    assert "text: On 11 February, 8 out of 10" in text
    assert "by: 11 February 2028" in text
    assert "From 21 February we write" in text
    assert "meeting of 29 November 2027" in text
