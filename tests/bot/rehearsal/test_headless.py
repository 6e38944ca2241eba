"""What would break: a rehearsal that shows what would not happen, or that can't be stopped and resumed."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.rehearsal.headless import Line, play_headless
from campaigns.findings import InvalidCampaign
from tests.bot.test_campaign_folder import GOOD

TWO_WEEKS = GOOD + "  - {kind: tip, when: week 2 Tuesday 09:30, text: A second tip.}\n"
APPROVED = '- {at: "week 1 Monday 10:00", who: joris, approves: tip-1}\n'


async def played(folder: Path, script: str = "", *, approve_all: bool = False, store: str = "memory:") -> list[Line]:
    file, lines = folder / "crm.yaml", folder / "script.yaml"
    file.write_text(TWO_WEEKS)
    lines.write_text(script)
    playing = play_headless(file, script=lines if script else None, approve_all=approve_all, store_url=store)
    return [line async for line in playing]


def events(lines: list[Line], *kinds: str) -> list[tuple[str, str]]:
    return [(line["at"][:16], line["event"]) for line in lines if line["event"] in kinds]


async def test_with_approve_all_every_post_goes_out_at_its_moment(tmp_path: Path) -> None:
    lines = await played(tmp_path, approve_all=True)
    assert events(lines, "sent") == [("2027-01-12T09:30", "sent"), ("2027-01-19T09:30", "sent")]
    moments = [datetime.fromisoformat(line["at"]) for line in lines]
    assert moments == sorted(moments)


async def test_without_a_yes_nothing_goes_out_and_every_reason_is_given(tmp_path: Path) -> None:
    lines = await played(tmp_path)
    assert [line["reason"] for line in lines if line["event"] == "skipped"] == ["not_approved", "not_approved"]
    assert events(lines, "sent") == []


async def test_a_script_says_who_does_what(tmp_path: Path) -> None:
    lines = await played(tmp_path, APPROVED + '- {at: "week 1 Monday 10:01", who: anna, in: sales, says: help}\n')
    assert len(events(lines, "sent")) == 1
    [answered] = [line for line in lines if line["to"] == "anna"]
    assert answered["at"].startswith("2027-01-11T10:01")


async def test_measurements_of_a_script_reach_the_posts(tmp_path: Path) -> None:
    row = "{week: 1, team: sales, measure: notes, count: 6, total: 10}"
    lines = await played(tmp_path, APPROVED + f'- {{at: "week 1 Monday 10:00", measures: {row}}}\n')
    assert len(events(lines, "sent")) == 1


@pytest.mark.parametrize(("hours", "outcome"), [(2, "sent"), (4, "skipped")])
async def test_downtime_makes_a_post_late_or_lost(tmp_path: Path, hours: int, outcome: str) -> None:
    stops = f'- {{at: "week 1 Tuesday 09:00", stops: bot for {hours} hours}}\n'
    lines = await played(tmp_path, APPROVED + stops)
    assert events(lines, "sent", "skipped")[0] == (f"2027-01-12T{9 + hours:02}:00", outcome)


async def test_a_rehearsal_that_was_stopped_goes_on_where_it_was_and_posts_nothing_twice(tmp_path: Path) -> None:
    store = f"tinydb:{tmp_path}/rehearsal.db"
    file = tmp_path / "crm.yaml"
    file.write_text(TWO_WEEKS)
    first: list[Line] = []
    playing = play_headless(file, approve_all=True, store_url=store)
    async for line in playing:
        first.append(line)
        if line["event"] == "sent":
            break
    await playing.aclose()  # type: ignore[attr-defined]
    rest = await played(tmp_path, approve_all=True, store=store)
    assert events(first, "sent") == [("2027-01-12T09:30", "sent")]
    assert events(rest, "sent") == [("2027-01-19T09:30", "sent")]


async def test_a_wrong_file_or_script_is_refused_before_anything_happens(tmp_path: Path) -> None:
    with pytest.raises(InvalidCampaign, match=r"script\.yaml:1"):
        await played(tmp_path, "- {at: whenever, who: joris, approves: tip-1}\n")
