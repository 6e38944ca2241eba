"""Measurements beside a campaign: a row that would not count is said, and a row of another campaign is no mistake."""

from pathlib import Path

import pytest

from bot.cli.measurement_files import measurement_findings
from campaigns.measurements import MAX_BYTES
from campaigns.parse import read_campaign
from tests.bot.cli.conftest import Type

SHIPPED = Path(__file__).parents[3] / "campaigns" / "library"
ENGLISH, DUTCH = SHIPPED / "one-customer-view.yaml", SHIPPED / "een-klantbeeld.yaml"
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


def test_a_team_that_no_campaign_beside_the_file_has_is_found(typed: Type, mine: Path, folder: Path) -> None:
    measure = read_campaign(mine.read_bytes(), "mine.yaml").goal.measure
    rows = f"9,slaes,{measure},61,104\n9,klantenservice,verslagen,61,104\n"
    (folder / "measurements.csv").write_text(f"{HEAD}{rows}")
    assert _lines_of(typed("check", "mine.yaml").stdout) == [2, 3]
    other = DUTCH.read_text(encoding="utf-8").replace("verkoop", "klantenservice")
    (folder / "other.yaml").write_text(other.replace("gesprekken_in_crm", "verslagen"), encoding="utf-8")
    assert _lines_of(typed("check", "mine.yaml").stdout) == [2]
    assert _lines_of(typed("check", "mine.yaml", "other.yaml").stdout) == [2]


def test_a_script_beside_a_campaign_uses_no_measurements(typed: Type, mine: Path, folder: Path) -> None:
    (folder / "measurements.csv").write_text(f"{HEAD}9,slaes,x,61,104\n")
    (folder / "script.yaml").write_text("- {at: week 1 Tuesday 09:30, who: joris, approves: tip-1}\n")
    assert _lines_of(typed("check", "mine.yaml").stdout) == [2]


@pytest.mark.parametrize("other", ["campaign: Halfway\n", "campaign: [\n"])
def test_beside_a_campaign_that_cannot_be_read_any_team_may_exist(
    typed: Type, mine: Path, folder: Path, other: str
) -> None:
    (folder / "measurements.csv").write_text(f"{HEAD}9,slaes,x,61,104\n")
    (folder / "other.yaml").write_text(other)
    assert typed("check", "mine.yaml").stdout == ""


def _lines_of(shown: str) -> list[int]:
    return [int(line.split(":")[1]) for line in shown.splitlines() if line.startswith("measurements.csv:")]


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
