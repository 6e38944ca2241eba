"""What would break: a newcomer whose first look at Slack ends in an error, or in JSON that Slack would refuse."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bot.platforms.slack.block_kit import faults_of_home
from tests.fake_slack.demo import play


def kept_in(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


async def test_the_demonstration_fills_the_seats_and_keeps_what_everybody_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await play(tmp_path)
    told = capsys.readouterr().out
    for line in ("Sandra presses Approve", "You take part. Place 3 of 3", "All 3 places are taken", "I take the place"):
        assert line in told
    kept = kept_in(tmp_path)
    assert len(kept) > 50
    assert [fault for shown in kept for fault in faults_of_home({"type": "home", **shown})] == []
