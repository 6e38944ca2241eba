"""`rehearse`: the same lines twice, options that say what they need, and a page that opens and ends cleanly."""

import json
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from bot.cli.rehearse import in_words
from tests.bot.cli.conftest import Type

ROOT = Path(__file__).parents[3]
ENGLISH = ROOT / "campaigns" / "library" / "one-customer-view.yaml"
SHORT = """\
campaign: One customer view
start: 11 January 2027
weeks: 2
goal: {text: By 1 April we find every customer in one place.}
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
    assert result.stderr.startswith("script.yaml:1: ")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--approve-all",), "--approve-all plays without a page: add --headless"),
        (("--speed", "fast"), "'fast' is no speed. Write how long a day lasts (1d=2s)"),
        (("--port", "99999"), "Invalid value for '--port'"),
        (("--headless", "--script", "no.yaml"), "'no.yaml' does not exist"),
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
    assert result.stderr.startswith(f"Port {port} can't be used (address already in use).")


def test_the_first_line_of_a_text_is_enough_to_read_along() -> None:
    line = {"at": "2027-01-12T09:30+01:00", "event": "sent", "post": "tip-1", "audience": "sales", "reason": "",
            "text": "Hi all,\n\nClick.", "to": ""}  # fmt: skip
    assert in_words(line) == "2027-01-12 09:30  sent       tip-1 · sales: Hi all,"


def test_the_page_opens_at_the_printed_address_and_an_interrupt_ends_it_cleanly(short: Path) -> None:
    command = [sys.executable, "app.py", "rehearse", str(short), "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().removeprefix("The room is open: ").strip()
        with urllib.request.urlopen(address, timeout=10) as page:
            assert page.status == 200
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert errors == ""
