"""Every mistake in `bad/` gives exactly the findings beside it: those of the reading, or else those of the rules."""

from pathlib import Path

import pytest

from campaigns.file_rules import RULES
from campaigns.parse import check_campaigns
from tests.campaigns.bad_campaigns import reading_findings

BAD = Path(__file__).parent / "bad"
FILES = sorted(BAD.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bad_file_gives_exactly_its_findings(path: Path) -> None:
    content = path.read_bytes()
    findings = reading_findings(content, path.name) or check_campaigns([(path.name, content)])[1]
    expected = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert expected, "a bad file has at least one finding"
    assert "".join(f"{finding}\n" for finding in findings) == expected


def test_every_bad_file_has_its_findings_and_the_reverse() -> None:
    assert {path.stem for path in FILES} == {path.stem for path in BAD.glob("*.txt")}
    assert len(FILES) >= 45


def test_the_bad_files_meet_every_rule_id() -> None:
    lines = [line for path in BAD.glob("*.txt") for line in path.read_text(encoding="utf-8").splitlines()]
    of_campaigns = {rule for rule in RULES.values() if not rule.startswith("D")}  # D is about rehearsal scripts
    assert of_campaigns <= {line.split(": ")[1].split()[0] for line in lines}
