"""Measurements beside a campaign: a row that would not count is said, and a row of another campaign is no mistake."""

from pathlib import Path

import pytest

from bot.cli.measurement_files import measurement_findings
from campaigns.measurements import MAX_BYTES
from campaigns.parse import read_campaign
from tests.bot.cli.conftest import Type

SHIPPED = Path(__file__).parents[3] / "campaigns" / "library"
ENGLISH = SHIPPED / "one-customer-view.yaml"
HEAD = "week,team,measure,count,total\n"


@pytest.fixture
def mine(folder: Path) -> Path:
    file = folder / "mine.yaml"
    file.write_bytes(ENGLISH.read_bytes())
    return file


def test_good_rows_say_nothing(typed: Type, mine: Path, folder: Path) -> None:
    measure = read_campaign(mine.read_bytes(), "mine.yaml").goal.measure
    (folder / "measurements.csv").write_text(f"{HEAD}9,sales,{measure},61,104\n")
    result = typed("check", "mine.yaml")
    assert (result.exit_code, result.stdout) == (0, "")


def test_bad_rows_are_findings_with_their_line_beside_those_of_the_campaign(
    typed: Type, mine: Path, folder: Path
) -> None:
    mine.write_text(mine.read_text(encoding="utf-8").replace("\nweeks: 12", "\nweeeks: 12"), encoding="utf-8")
    (folder / "measurements.csv").write_text(f"{HEAD}9,sales,x,200,104\n9,sales,x,61,104\nnine,sales,x,1,2\n")
    result = typed("check", "mine.yaml")
    assert result.exit_code == 1
    assert [line.partition(" error: ")[0] for line in result.stdout.splitlines() if line.startswith("meas")] == [
        "measurements.csv:2: P2",
        "measurements.csv:4: P2",
    ]
    assert any(line.startswith("mine.yaml:") for line in result.stdout.splitlines())


def test_a_team_that_does_not_exist_is_found_where_one_campaign_uses_the_file(
    typed: Type, mine: Path, folder: Path
) -> None:
    measure = read_campaign(mine.read_bytes(), "mine.yaml").goal.measure
    (folder / "measurements.csv").write_text(f"{HEAD}9,slaes,{measure},61,104\n")
    assert "sales" in typed("check", "mine.yaml").stdout
    (folder / "other.yaml").write_bytes(ENGLISH.read_bytes())
    assert typed("check", "mine.yaml").stdout == ""


def test_a_file_in_another_folder_or_of_another_name_is_not_looked_at(typed: Type, mine: Path, folder: Path) -> None:
    (folder / "numbers.csv").write_text("no,such,head\n")
    (folder / "inside").mkdir()
    (folder / "inside" / "measurements.csv").write_text("no,such,head\n")
    assert typed("check", "mine.yaml").exit_code == 0


def test_a_dutch_name_is_read_too_and_one_folder_is_read_once(typed: Type, mine: Path, folder: Path) -> None:
    (folder / "metingen.csv").write_text("no,such,head\n")
    findings = list(measurement_findings([mine, folder / "other.yaml"], []))
    assert [(one.line, one.rule) for one in findings] == [(1, "P2")]
    assert typed("check", "mine.yaml").exit_code == 1


def test_an_endless_file_is_not_read_to_its_end(mine: Path, folder: Path) -> None:
    (folder / "measurements.csv").symlink_to("/dev/zero")
    [finding] = measurement_findings([mine], [])
    assert (finding.rule, MAX_BYTES) == ("P2", 1024 * 1024)


def test_a_file_that_cannot_be_read_is_a_finding(mine: Path, folder: Path) -> None:
    (folder / "measurements.csv").mkdir()
    [finding] = measurement_findings([mine], [])
    assert finding.rule == "F0"
