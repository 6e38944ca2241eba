"""`plan`: the three forms of one calendar."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.bot.cli.conftest import Type

SHIPPED = Path(__file__).parents[3] / "campaigns" / "library"
ENGLISH = SHIPPED / "one-customer-view.yaml"
DUTCH = SHIPPED / "een-klantbeeld.yaml"


def test_json_has_the_eleven_fields_and_local_time_with_its_offset(typed: Type) -> None:
    result = typed("plan", ENGLISH, "--format", "json")
    listed = json.loads(result.stdout)
    assert result.exit_code == 0
    assert list(listed[0]) == [
        "key", "post", "kind", "audience", "at", "week", "iso_week", "principles", "weight", "balance", "approver",
    ]  # fmt: skip
    assert listed[0]["at"] == "2027-01-12T09:30:00+01:00"
    assert listed[-1]["at"] == "2027-03-30T09:30:00+02:00"
    assert len({(one["post"], one["at"]) for one in listed}) == 27


def test_both_languages_plan_the_same_moments(typed: Type) -> None:
    english, dutch = (json.loads(typed("plan", file, "--format", "json").stdout) for file in (ENGLISH, DUTCH))
    assert [(one["kind"], one["at"]) for one in english] == [(one["kind"], one["at"]) for one in dutch]


def test_the_table_fits_in_a_hundred_columns_with_one_line_per_moment(typed: Type) -> None:
    result = typed("plan", ENGLISH)
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    assert max(map(len, lines)) <= 100
    assert "12 weeks. Moments: 27." in lines[0]
    assert lines[-1] == "? a forecast: it goes out when the wish is done"
    assert all(line.endswith(tuple("0123456789")) for line in lines[2:-1])
    [first] = [line for line in lines if "Tue Jan 12" in line or "Tue 12 Jan" in line]
    assert first.split() == ["1", "2", "Tue", "12", "Jan", "09:30", "management-1", "management", "all", "sandra", "0"]


def test_the_table_of_a_dutch_campaign_is_dutch(typed: Type) -> None:
    result = typed("plan", DUTCH)
    assert "12 weken. Momenten: 27." in result.stdout
    assert "iedereen" in result.stdout
    assert "voorstellen" in result.stdout


def test_the_calendar_file_has_an_event_per_occurrence(typed: Type) -> None:
    planned = json.loads(typed("plan", ENGLISH, "--format", "json").stdout)
    calendar = Calendar.from_ical(typed("plan", ENGLISH, "--format", "ics").stdout)
    assert {str(event["uid"]) for event in calendar.walk("VEVENT")} == {one["key"] for one in planned}


def test_a_piped_table_has_no_colour(typed: Type) -> None:
    assert "\x1b" not in typed("plan", ENGLISH).stdout


@pytest.mark.parametrize("form", ["png", "xml"])
def test_a_form_that_is_not_made_yet_is_refused_with_the_ones_that_are(typed: Type, form: str) -> None:
    result = typed("plan", ENGLISH, "--format", form)
    assert result.exit_code == 2
    assert "'table', 'json', 'ics'" in result.stderr


def test_a_file_with_an_error_gives_its_findings_and_no_plan(typed: Type, folder: Path) -> None:
    (folder / "mine.yaml").write_text("campaign: x\n")
    result = typed("plan", "mine.yaml", "--format", "json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("mine.yaml:")


def test_a_missing_file_is_one_sentence(typed: Type) -> None:
    result = typed("plan", "no.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("no.yaml:1: F0 error: there is no such file.")
