"""`plan`: the three forms of one calendar."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.bot.cli.conftest import Type

ROOT = Path(__file__).parents[3]
SHIPPED = ROOT / "campaigns" / "library"
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


def test_a_form_that_does_not_exist_is_refused_with_the_ones_that_do(typed: Type) -> None:
    result = typed("plan", ENGLISH, "--format", "xml")
    assert result.exit_code == 2
    assert "'table', 'json', 'ics', 'png'" in result.stderr


def test_a_picture_goes_through_a_pipe_or_to_a_file_the_same(typed: Type, folder: Path) -> None:
    piped = typed("plan", ENGLISH, "--format", "png")
    assert (piped.exit_code, piped.stdout_bytes[:8]) == (0, b"\x89PNG\r\n\x1a\n")
    written = typed("plan", ENGLISH, "--format", "png", "--output", "plan.png")
    assert (written.exit_code, written.stdout, written.stderr) == (0, "", "plan.png is written.\n")
    assert (folder / "plan.png").read_bytes() == piped.stdout_bytes


@pytest.mark.parametrize("form", ["json", "ics"])
def test_the_other_forms_can_be_written_to_a_file_too(typed: Type, folder: Path, form: str) -> None:
    typed("plan", ENGLISH, "--format", form, "--output", "plan.out")
    assert (folder / "plan.out").read_bytes() == typed("plan", ENGLISH, "--format", form).stdout_bytes


def test_a_picture_is_not_thrown_at_a_terminal() -> None:
    here, terminal = pty.openpty()
    command = [sys.executable, "app.py", "plan", str(ENGLISH), "--format", "png"]
    result = subprocess.run(command, cwd=ROOT, stdout=terminal, stderr=subprocess.PIPE, text=True, check=False)
    os.close(here)
    os.close(terminal)
    assert result.returncode == 2
    assert "a picture can't be shown here: add --output plan.png, or pipe it on." in result.stderr


def test_the_campaign_itself_is_never_written_over(typed: Type, folder: Path) -> None:
    (folder / "mine.yaml").write_bytes(ENGLISH.read_bytes())
    (folder / "link.png").symlink_to("mine.yaml")
    for output in ("mine.yaml", "./mine.yaml", "link.png"):
        result = typed("plan", "mine.yaml", "--format", "png", "--output", output)
        assert result.exit_code == 2
        assert "is the campaign itself, which stays as it is" in result.stderr
    assert (folder / "mine.yaml").read_bytes() == ENGLISH.read_bytes()


def test_a_table_has_no_output_file_and_a_missing_folder_is_said(typed: Type) -> None:
    assert "say which with --format" in typed("plan", ENGLISH, "--output", "plan.txt").stderr
    result = typed("plan", ENGLISH, "--format", "png", "--output", "no/plan.png")
    assert result.exit_code == 2
    assert "no/plan.png can't be written (No such file or directory)." in result.stderr


def test_only_a_picture_pays_for_the_library_that_draws_it() -> None:
    asked = "import sys, bot.cli.all_verbs; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], cwd=ROOT, check=False).returncode == 0


def test_a_file_with_an_error_gives_its_findings_and_no_plan(typed: Type, folder: Path) -> None:
    (folder / "mine.yaml").write_text("campaign: x\n")
    result = typed("plan", "mine.yaml", "--format", "json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("mine.yaml:")


def test_a_missing_file_is_one_sentence(typed: Type) -> None:
    result = typed("plan", "no.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("no.yaml:1: F0 error: there is no such file.")
