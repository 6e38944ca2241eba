"""`rehearse`: the same lines twice, options that say what they need, and a page that opens and ends cleanly."""

import json
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli.rehearse import in_words, where
from bot.rehearsal.timeline import Beginning
from tests.bot.cli.conftest import Type
from tests.builders import a_campaign
from tests.processes import a_process

ROOT = Path(__file__).parents[3]
ENGLISH = ROOT / "campaigns" / "library" / "one-customer-view.yaml"
SHORT = """\
campaign: One customer view
start: 11 January 2027
weeks: 2
goal: {text: On 1 February we find 8 in 10 customers in one place., measure: found, target: 80%, by: 1 February 2027}
people:
  joris: {name: Joris Hendriks, role: project lead, chat: joris@example.com}
audiences:
  sales: {channel: Sales > General, lead: joris, size: 18, pain: You look twice., benefit: You look once.}
posts:
  - kind: tip
    when: week 1 Tuesday 09:30
    text: Click the star beside a customer.
"""


@pytest.fixture
def short(folder: Path) -> Path:
    file = folder / "short.yaml"
    file.write_text(SHORT)
    return file


def test_headless_prints_a_json_object_a_line_and_twice_the_same(typed: Type, short: Path) -> None:
    once, again = (typed("rehearse", short, "--headless", "--approve-all", "--format", "json") for _ in range(2))
    lines = [json.loads(line) for line in once.stdout.splitlines()]
    assert (once.exit_code, once.stdout) == (0, again.stdout)
    assert [list(line) for line in lines[:1]] == [["at", "event", "post", "audience", "reason", "text", "to"]]
    [sent] = [line for line in lines if line["event"] == "sent"]
    assert (sent["at"], sent["post"], sent["audience"]) == ("2027-01-12T09:30+01:00", "tip-1", "sales")
    assert "Click the star" in sent["text"]


def test_without_an_approval_nothing_is_sent_and_it_says_why(typed: Type, short: Path) -> None:
    result = typed("rehearse", short, "--headless")
    assert result.exit_code == 0
    assert "sent " not in result.stdout
    assert "not_approved" in result.stdout


def test_a_script_is_played(typed: Type, short: Path, folder: Path) -> None:
    (folder / "script.yaml").write_text('- {at: "week 1 Monday 10:00", who: joris, approves: tip-1}\n')
    result = typed("rehearse", short, "--headless", "--script", "script.yaml", "--format", "json")
    events = [json.loads(line)["event"] for line in result.stdout.splitlines()]
    assert result.exit_code == 0, result.output
    assert "approved" in events
    assert "sent" in events


def test_a_mistake_in_a_script_has_its_line(typed: Type, short: Path, folder: Path) -> None:
    (folder / "script.yaml").write_text("- {at: whenever, who: joris, approves: tip-1}\n")
    result = typed("rehearse", short, "--headless", "--script", "script.yaml")
    assert result.exit_code == 1
    assert "\nscript.yaml:1: D1 error: " in result.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--approve-all",), "--approve-all plays without a page: add --headless"),
        (("--speed", "fast"), "'fast' is no speed. Write how long a day lasts (1d=2s)"),
        (("--port", "99999"), "Invalid value for '--port'"),
        (("--headless", "--script", "no.yaml"), "'no.yaml' does not exist"),
        (("--headless", "--playground"), "--playground plays with people, and --headless without"),
        (("--playground", "--script", "short.yaml"), "--script plays without a page: add --headless"),
    ],
)
def test_an_option_that_cannot_be_used_is_one_sentence(
    typed: Type, short: Path, words: tuple[str, ...], says: str
) -> None:
    result = typed("rehearse", short, *words)
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_taken_port_is_one_sentence(typed: Type, short: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = typed("rehearse", short, "--port", port)
    assert result.exit_code == 2
    assert f"Port {port} can't be used (address already in use)." in result.stderr


def test_the_first_line_of_a_text_is_enough_to_read_along() -> None:
    line = {"at": "2027-01-12T09:30+01:00", "event": "sent", "post": "tip-1", "audience": "sales", "reason": "",
            "text": "Hi all,\n\nClick.", "to": ""}  # fmt: skip
    assert in_words(line) == "2027-01-12 09:30  sent       tip-1 · sales: Hi all,"


def start(folder: Path, *words: str) -> AbstractContextManager["subprocess.Popen[str]"]:
    command = [sys.executable, str(ROOT / "app.py"), "rehearse", "short.yaml", "--port", "0", *words]
    return a_process(command, folder=folder)


def ended(process: "subprocess.Popen[str]", by: signal.Signals) -> tuple[list[str], str]:
    """What it printed until it could be visited, and its errors after it was ended."""
    assert process.stdout is not None
    lines = [process.stdout.readline().rstrip() for _ in range(3)]
    process.send_signal(by)
    return lines, process.communicate(timeout=60)[1]


def test_the_page_opens_at_the_printed_address_and_an_interrupt_ends_it_cleanly(short: Path) -> None:
    with start(short.parent) as process:
        assert process.stdout is not None
        address = process.stdout.readline().removeprefix("The room is open: ").strip()
        with urllib.request.urlopen(address, timeout=60) as page:
            assert page.status == 200
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Traceback" not in errors


def test_a_rehearsal_that_was_killed_goes_on_and_fresh_begins_anew(short: Path) -> None:
    kept = short.parent / "data" / "rehearsal-short.db"
    with start(short.parent) as first:
        lines, _ = ended(first, signal.SIGKILL)
    assert lines[1:] == ["Beginning at Tuesday 5 January 08:00.", "Ctrl-C stops it."]
    assert kept.exists()
    short.write_text(SHORT.replace("start: 11 January 2027", "start: 18 January 2027"))
    with start(short.parent) as again:
        lines, errors = ended(again, signal.SIGINT)
    assert lines[1] == "Going on at Tuesday 12 January 08:00; --fresh begins anew."
    assert (again.returncode, "Traceback" in errors) == (0, False)
    kept.write_bytes(b"damaged")
    with start(short.parent) as damaged:
        errors = damaged.communicate(timeout=60)[1]
    assert damaged.returncode == 2
    assert errors.endswith("As this is a rehearsal: --fresh begins anew.\n")
    with start(short.parent, "--fresh") as anew:
        lines, errors = ended(anew, signal.SIGINT)
    assert lines[1].startswith("Beginning at ")
    assert (anew.returncode, "Traceback" in errors) == (0, False)


def test_headless_keeps_nothing_unless_it_is_said_where(typed: Type, short: Path) -> None:
    typed("rehearse", short, "--headless", "--fresh")
    assert not (short.parent / "data").exists()


def test_fresh_takes_away_no_file_that_is_no_store(typed: Type, short: Path) -> None:
    result = typed("rehearse", short, "--headless", "--fresh", "--store", "tinydb:short.yaml")
    assert result.exit_code == 2
    assert result.stderr.endswith("short.yaml is no store of Klankbord, so it stays as it is: name another file\n")
    assert short.read_text() == SHORT


def test_after_the_last_post_it_says_so() -> None:
    begins = Beginning(datetime(2027, 4, 9, 10, 0, tzinfo=UTC), goes_on=True, is_over=True)
    assert where(a_campaign(), begins) == "Going on at Friday 9 April 12:00, after the last post; --fresh begins anew."


TEAMS = {
    "MICROSOFT_APP_ID": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    "MICROSOFT_APP_TENANT_ID": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    "MICROSOFT_APP_PASSWORD": "s3cret-of-the-app",
}


@pytest.mark.parametrize("teams", [{}, TEAMS], ids=["without Teams", "with Teams set up"])
@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
def test_the_playground_is_never_opened_to_others(
    typed: Type, short: Path, host: str, teams: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"KLANKBORD_HOST": host, **teams}.items():
        monkeypatch.setenv(name, value)
    no_store = "tinydb:short.yaml"  # so that it ends, whatever is found
    result = typed("rehearse", short, "--playground", "--port", "0", "--store", no_store)
    assert result.exit_code == 2
    assert f"KLANKBORD_HOST is '{host}'" in result.stderr
    assert "s3cret" not in result.output
    assert not (short.parent / "data").exists()


def knock(address: str, **headers: str) -> int:
    activity = (ROOT / "tests/bot/platforms/teams/recorded/personal_message.json").read_bytes()
    request = urllib.request.Request(address, activity, {"Content-Type": "application/json", **headers})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code


def test_the_playground_says_aloud_that_nobody_signs_in_and_lets_this_machine_in_alone(short: Path) -> None:
    with start(short.parent, "--playground") as process:
        assert process.stdout is not None
        lines = [process.stdout.readline().rstrip() for _ in range(4)]
        assert lines[0].startswith("NO SIGN-IN: whoever is on this machine may say that they are anybody.")
        address = lines[1].removeprefix("The playground may come in at ").partition(" ")[0].rstrip(".")
        assert address.startswith("http://127.0.0.1:")
        assert address.endswith("/api/messages")
        assert knock(address) == 200
        assert knock(address, **{"X-Forwarded-For": "127.0.0.1"}) == 403
        assert knock(address, Origin="https://evil.example") == 403
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert lines[2:] == ["Beginning at Tuesday 5 January 08:00.", "Ctrl-C stops it."]
    assert (process.returncode, "Traceback" in errors) == (0, False)
