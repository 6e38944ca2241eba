"""The Agents Playground as a process: Microsoft's own Teams client for a bot here. Nothing leaves this machine."""

import asyncio
import os
import shutil
import signal
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientError, ClientSession

from tests.browser.playground.relay import Relay, a_relay

ROOT = Path(__file__).parents[3]
PEOPLE = ROOT / "bot/platforms/teams/playground.yml"
PROGRAM = ROOT / ".playground/node_modules/@microsoft/m365agentsplayground/cli.js"
OLDEST_NODE = 20
LONGEST_START = 90  # seconds; four are usual
LISTENING = "Listening on "
QUIET = {
    "TEAMSAPPTESTER_BROWSER": "none",
    "APPLICATION_INSIGHTS_NO_STATSBEAT": "1",  # with --dt alone it still looks for where its telemetry would go
    "NO_PROXY": "localhost,127.0.0.1",
}


@dataclass(frozen=True)
class Playground:
    """`installed`: the chats, and "team", that the bot was added to. `set_up`: its people and places."""

    url: str
    relay: Relay
    installed: set[str] = field(default_factory=set)
    set_up: dict[str, Any] = field(default_factory=dict)


@asynccontextmanager
async def a_playground(bot: str, folder: Path, *, people: Path = PEOPLE) -> AsyncIterator[Playground]:
    """A Teams client whose bot listens at this address, on any free port; its log goes into the folder."""
    node, program, log = _node(), _program(), folder / "playground.log"
    async with a_relay() as relay:
        with log.open("w") as written:
            process = await asyncio.create_subprocess_exec(
                *(node, program, "--app-endpoint", bot, "--service-url", f"{relay.url}/_connector"),
                *("--channel-id", "msteams", "--port", "0", "--dt"),
                cwd=folder,
                env={**os.environ, **QUIET, **_paths(folder, people)},
                stdout=written,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            relay.beyond = await _address(process, log)
            yield Playground(relay.beyond, relay)
        finally:
            await _end(process)
            _show(folder)


def _show(folder: Path) -> None:
    """Printed at the end, so that it stands below a test that failed."""
    for log in sorted(folder.glob("playground*.log")):
        told = [line for line in log.read_text().splitlines() if not line.startswith("debug ")]
        print(f"— {log.name}", *told, sep="\n")


def _node() -> str:
    node = shutil.which("node")
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout if node else ""
    version = said.strip().removeprefix("v")
    if node is None or not version.partition(".")[0].isdigit():
        pytest.skip("Node is not installed")
    if int(version.partition(".")[0]) < OLDEST_NODE:
        pytest.skip(f"Node {OLDEST_NODE} is not installed, only {version}")
    return node


def _program() -> str:
    if not PROGRAM.exists():
        pytest.skip("the Agents Playground is not installed; `make setup-playground` does so where it can")
    return str(PROGRAM)


def _paths(folder: Path, people: Path) -> dict[str, str]:
    return {
        "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(people),
        "M365_AGENTS_PLAYGROUND_LOGFILE": str(folder / "playground-own.log"),
    }


async def _address(process: asyncio.subprocess.Process, log: Path) -> str:
    """It takes a port before it can answer, so it is asked until it does."""
    async with ClientSession() as session:
        for _ in range(LONGEST_START * 20):
            port = _port(log)
            if port.isdigit() and await _answers(session, f"http://127.0.0.1:{port}"):
                return f"http://127.0.0.1:{port}"
            if process.returncode is not None:
                break
            await asyncio.sleep(0.05)
    raise AssertionError("the playground did not start")


def _port(log: Path) -> str:
    return log.read_text().partition(LISTENING)[2].partition("\n")[0].strip()


async def _answers(session: ClientSession, address: str) -> bool:
    try:
        async with session.get(address) as answer:
            return answer.status == 200
    except ClientError:
        return False


async def _end(process: asyncio.subprocess.Process) -> None:
    """With everything that it started."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        if process.returncode is not None:
            return
        os.killpg(process.pid, how)
        try:
            await asyncio.wait_for(process.wait(), timeout=5)
        except TimeoutError:
            continue
