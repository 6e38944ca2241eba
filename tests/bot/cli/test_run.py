"""`run`: refuses what can't work in one sentence, and serves the room on the real clock."""

import signal
import sys
import urllib.request
from pathlib import Path

import pytest

from bot.cli.campaign_files import check_files
from bot.cli.run import show_findings, tell_ways_in, ways_in
from bot.running import campaign_files
from bot.settings import Settings
from bot.slack_settings import SlackSettings
from bot.teams_settings import AppType, TeamsSettings
from campaigns.findings import Level
from tests.bot.cli.conftest import Type
from tests.clashing import SAME_WEEKS, THREE_WEEKS
from tests.processes import a_process

ROOT = Path(__file__).parents[3]
ENGLISH = ROOT / "campaigns" / "library" / "one-customer-view.yaml"
TEAMS = TeamsSettings("app", "tenant", AppType.SINGLE_TENANT)
SIGNED = SlackSettings("xoxb", signing_secret="secret")
SOCKET = SlackSettings("xoxb", app_token="xapp")


@pytest.fixture
def campaigns(folder: Path) -> Path:
    made = folder / "data" / "campaigns"
    made.mkdir(parents=True)
    return made


def test_without_a_folder_of_campaigns_it_says_what_to_do(typed: Type) -> None:
    result = typed("run")
    assert result.exit_code == 2
    assert result.stderr == (
        "KLANKBORD_CAMPAIGNS: data/campaigns is not a folder. Put a campaign in it (python app.py new NAME).\n"
    )


def test_an_empty_folder_is_said_too(typed: Type, campaigns: Path) -> None:
    result = typed("run", "--campaigns", campaigns)
    assert result.exit_code == 2
    assert "has no .yaml file" in result.stderr


def test_a_folder_with_only_a_broken_campaign_is_the_author_s_problem(typed: Type, campaigns: Path) -> None:
    (campaigns / "mine.yaml").write_text("campaign: x\n")
    result = typed("run")
    assert result.exit_code == 1
    assert "mine.yaml:" in result.stderr


def test_settings_of_a_platform_that_can_not_work_stop_it(
    typed: Type, campaigns: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-2026-11-hush-hush")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "")
    result = typed("run")
    assert result.exit_code == 2
    assert result.stderr.startswith("SLACK_SIGNING_SECRET is missing: ")
    assert "hush" not in result.output


@pytest.mark.parametrize(
    ("teams", "slack", "told"),
    [
        (TEAMS, None, "Teams may come in at http://h/api/messages. "),
        (None, SIGNED, "Slack may come in at http://h/slack/events. "),
        (None, SOCKET, "The bot goes to Slack itself (Socket Mode). "),
        (TEAMS, SIGNED, "Teams may come in at http://h/api/messages. Slack may come in at http://h/slack/events. "),
    ],
)
def test_it_tells_how_each_platform_reaches_it(
    teams: TeamsSettings | None, slack: SlackSettings | None, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tell_ways_in(ways_in(Settings().model_copy(update={"teams": teams, "slack": slack})), "http://h")
    assert (
        capsys.readouterr().out == f"{told}Whoever keeps the bot running looks at http://h/healthz.\nCtrl-C stops it.\n"
    )


def test_without_a_platform_the_room_is_told_of() -> None:
    assert ways_in(Settings()) == []


@pytest.mark.parametrize("content", [b"", b"not a database, and long enough to be looked at" * 9])
def test_a_damaged_store_stops_it_before_anything_is_posted(
    typed: Type, campaigns: Path, folder: Path, content: bytes
) -> None:
    (campaigns / "mine.yaml").write_bytes(ENGLISH.read_bytes())
    (folder / "data" / "klankbord.db").write_bytes(content)
    result = typed("run", "--port", "0")
    assert result.exit_code == 2
    assert "data/klankbord.db is " in result.stderr
    assert (folder / "data" / "klankbord.db").read_bytes() == content


def test_the_room_is_served_on_the_real_clock_and_ends_cleanly(folder: Path, campaigns: Path) -> None:
    (campaigns / "mine.yaml").write_bytes(ENGLISH.read_bytes())
    (campaigns / "broken.yaml").write_text("campaign: x\n")
    command = [sys.executable, str(ROOT / "app.py"), "run", "--port", "0"]
    with a_process(command, folder=folder, environment={"PYTHONPATH": str(ROOT)}) as process:
        assert process.stdout is not None
        address = process.stdout.readline().removeprefix("The room is open: ").strip()
        with urllib.request.urlopen(address, timeout=60) as page:
            assert page.status == 200
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Traceback" not in errors
    assert errors.startswith("data/campaigns/broken.yaml:")
    assert (folder / "data" / "klankbord.db").exists()


def test_campaigns_that_clash_do_not_stop_it_and_it_says_which_one_waits(folder: Path, campaigns: Path) -> None:
    (campaigns / "crm.yaml").write_text(THREE_WEEKS)
    (campaigns / "second.yaml").write_text(SAME_WEEKS)
    command = [sys.executable, str(ROOT / "app.py"), "run", "--port", "0"]
    with a_process(command, folder=folder, environment={"PYTHONPATH": str(ROOT)}) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=60)
    [said] = [line for line in errors.splitlines() if " waits " in line]
    assert said.startswith("second.yaml waits until this is mended: second.yaml:11: H6 error: ")


def test_one_campaign_that_can_run_is_enough_also_when_each_is_in_the_way_of_the_other(folder: Path) -> None:
    shipped = (ROOT / "campaigns" / "library" / "een-klantbeeld.yaml").read_text()
    (folder / "first.yaml").write_text(shipped)
    (folder / "second.yaml").write_text(shipped.replace("Eén klantbeeld", "Een tweede", 1))
    wrong = {finding.file for finding in check_files(campaign_files(folder))[1] if finding.level is Level.ERROR}
    assert len(wrong) == 2
    show_findings(folder)
