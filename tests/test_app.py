"""The program as one starts it: real processes, real pipes, the real clock."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app import RealClock, new_secret

ROOT = Path(__file__).parent.parent
ENGLISH = "campaigns/library/one-customer-view.yaml"


def shell(command: str) -> subprocess.CompletedProcess[str]:
    words = ["bash", "-o", "pipefail", "-c", command.replace("APP", f"{sys.executable} app.py")]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_a_reader_that_stops_early_breaks_nothing() -> None:
    result = shell(f"APP plan {ENGLISH} --format json | head -n 1")
    assert (result.returncode, result.stdout, result.stderr) == (0, "[\n", "")


def test_a_pipe_without_utf8_gets_every_line(tmp_path: Path) -> None:
    result = shell(f"PYTHONIOENCODING=ascii APP preview {ENGLISH} --post call-1 > {tmp_path}/out")
    assert (result.returncode, result.stderr) == (0, "")


def test_an_unknown_verb_is_exit_code_two_and_no_traceback() -> None:
    result = shell("APP chekc x.yaml")
    assert result.returncode == 2
    assert "Did you mean 'check'?" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_real_clock_is_now_and_counts_down() -> None:
    clock = RealClock()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
    assert 50 < clock.seconds_until(clock.now() + timedelta(minutes=1)) <= 60
    assert clock.seconds_until(clock.now() - timedelta(days=1)) == 0


def test_secrets_are_long_and_never_the_same() -> None:
    assert new_secret() != new_secret()
    assert len(new_secret()) >= 32
