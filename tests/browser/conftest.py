"""A real browser and a real process that serves the room. Without a browser these tests are skipped, and say so."""

import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Where a test leaves its pictures when somebody wants to look at them.
PICTURES = os.environ.get("KLANKBORD_PICTURES")


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no Chromium on this machine; `make setup-browser` installs it where it can")
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        await opened.close()


@pytest.fixture
def rehearsal(tmp_path: Path) -> Iterator[str]:
    """The address of a rehearsal of the shipped campaign, on any free port, with a store of its own."""
    yield from _rehearsal_of("one-customer-view", tmp_path)


@pytest.fixture
def dutch_rehearsal(tmp_path: Path) -> Iterator[str]:
    yield from _rehearsal_of("een-klantbeeld", tmp_path)


def _rehearsal_of(name: str, folder: Path) -> Iterator[str]:
    campaign = ROOT / "campaigns" / "library" / f"{name}.yaml"
    command = [sys.executable, "app.py", "rehearse", str(campaign), "--port", "0", "--speed", "1d=400ms"]
    with subprocess.Popen(
        [*command, "--store", f"tinydb:{folder / f'{name}.db'}"],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        address = next((line.split()[-1] for line in process.stdout if "http://" in line), None)
        assert address is not None, "the rehearsal did not start"
        yield address
        process.terminate()
        assert process.wait(timeout=10) == 0
