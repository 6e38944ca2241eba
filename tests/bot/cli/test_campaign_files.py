"""Files from disk: read no further than needed, each once, and trouble as findings."""

from pathlib import Path

import pytest

from bot.cli.campaign_files import READ_AT_MOST, check_files, readable_campaign, sound_campaign
from campaigns.findings import InvalidCampaign, has_errors
from tests.some_images import PNG

ENGLISH = Path(__file__).parents[3] / "campaigns" / "library" / "one-customer-view.yaml"


def test_the_same_file_twice_is_one_campaign() -> None:
    campaigns, findings = check_files([ENGLISH, ENGLISH])
    assert [campaign.id for campaign in campaigns] == ["one-customer-view"]
    assert findings == []


def test_an_endless_file_is_not_read_to_its_end() -> None:
    campaigns, findings = check_files([Path("/dev/zero")])
    assert campaigns == []
    assert has_errors(findings)
    assert READ_AT_MOST < 300_000


def test_a_file_that_the_disk_refuses_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise OSError(5, "Input/output error", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    _, [finding] = check_files([Path("x.yaml")])
    assert finding.message == "this file can't be read (Input/output error)."


def test_an_image_beside_a_campaign_is_checked_with_it_and_one_that_is_right_is_known(folder: Path) -> None:
    tip = "  - kind: tip\n"
    text = ENGLISH.read_text(encoding="utf-8").replace(tip, f"{tip}    image: star.png\n    alt: The star.\n")
    line = text.splitlines().index("    image: star.png") + 1
    file = folder / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    _, findings = check_files([file])
    assert [(one.file, one.line, one.rule) for one in findings] == [(str(file), line, "T13")]
    with pytest.raises(InvalidCampaign, match=r"T13 error: There is no file .star\.png."):
        sound_campaign(file)
    (folder / "star.png").write_bytes(PNG)
    [campaign], findings = check_files([file])
    assert findings == []
    assert list(campaign.images) == ["star.png"]


def test_a_campaign_with_an_error_is_never_handed_on(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("campaign: x\n")
    with pytest.raises(InvalidCampaign):
        sound_campaign(file)


def test_a_rule_that_is_broken_stops_a_rehearsal_and_not_a_look_at_the_plan(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = ENGLISH.read_text(encoding="utf-8").replace("Click the star", "Last chance! Click the star", 1)
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidCampaign, match="S7 error"):
        sound_campaign(folder / "mine.yaml")
    assert readable_campaign(folder / "mine.yaml").id == "mine"
    assert "S7 error" in capsys.readouterr().err
