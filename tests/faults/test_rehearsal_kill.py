"""kill -9 in the middle of a rehearsal, again and again: it goes on where it was; nothing is lost or there twice."""

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from storage.all_stores import open_store

ROOT = Path(__file__).parents[2]
CAMPAIGN = ROOT / "campaigns" / "library" / "one-customer-view.yaml"
SCRIPT = ROOT / "tests" / "stories" / "scripts" / "one-customer-view.yaml"
# Lines of output after which the process is killed; a whole rehearsal prints some 270.
MOMENTS = random.Random(20261122).sample(range(20, 260), 3)


def rehearse(store: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "app.py", "rehearse", str(CAMPAIGN), "--headless", "--format", "json"]
    return subprocess.Popen(
        [*command, "--script", str(SCRIPT), "--store", f"tinydb:{store}"],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )


def kill_after(store: Path, lines: int) -> int:
    """Start it, let it print so many lines, and kill it; returns how many it printed before it ended, if it did."""
    with rehearse(store) as process:
        assert process.stdout is not None
        printed = 0
        for _ in process.stdout:
            printed += 1
            if printed == lines:
                process.send_signal(signal.SIGKILL)
                break
        process.wait()
    return printed


async def kept(store: Path) -> tuple[dict[str, Any], Counter[tuple[Any, Any]]]:
    """What became of every post, and what stands in every channel."""
    opened = await open_store(f"tinydb:{store}")
    outcomes: dict[str, Any] = {}
    standing: Counter[tuple[Any, Any]] = Counter()
    async for table, key, document in opened.all_documents():
        if table == "deliveries" and "occurrence" in document:
            outcomes[key] = (document.get("state"), document.get("reason"))
        if table == "room_posts" and not document.get("only_for"):
            standing[document["place"], str(document.get("message"))] += 1
    await opened.close()
    return outcomes, standing


async def test_a_rehearsal_that_is_killed_again_and_again_ends_as_one_that_is_not(tmp_path: Path) -> None:
    undisturbed, killed = tmp_path / "undisturbed.db", tmp_path / "killed.db"
    with rehearse(undisturbed) as process:
        process.communicate()
    for lines in MOMENTS:
        kill_after(killed, lines // len(MOMENTS) + 1)
    assert kill_after(killed, 10_000) > 0, "the kills left nothing to go on with"
    outcomes, standing = await kept(killed)
    assert (outcomes, standing) == await kept(undisturbed)
    assert max(standing.values()) == 1
