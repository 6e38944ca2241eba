"""The command line with a fixed clock, in an empty folder."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from typer.testing import CliRunner

from bot.cli.all_verbs import command_line
from bot.cli.surroundings import Surroundings
from storage.all_stores import open_store
from storage.tables import PEOPLE, KnownPerson

Result = Any
Type = Callable[..., Result]
NOW: Final = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


class StillClock:
    """Always the same instant."""

    def now(self) -> datetime:
        return NOW

    def seconds_until(self, instant: datetime) -> float:
        return max(timedelta(0), instant - NOW).total_seconds()

    def expect(self, instant: datetime | None) -> None: ...


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder and no settings."""
    monkeypatch.chdir(tmp_path)
    for name in ("STORE", "CAMPAIGNS", "PORT"):
        monkeypatch.delenv(f"KLANKBORD_{name}", raising=False)
    return tmp_path


@pytest.fixture
def typed(folder: Path) -> Type:
    """`typed("check", "x.yaml")`: what the command line answers."""
    runner = CliRunner()
    made = Surroundings(clock=StillClock(), new_secret=lambda: "secret")
    return lambda *words: runner.invoke(command_line(), [str(word) for word in words], obj=made)


def keep_anna(*, on_slack_too: bool = False) -> None:
    """The store of this folder knows one person."""

    async def write() -> None:
        store = await open_store("tinydb:data/klankbord.db")
        async with store.transaction() as tx:
            await tx.put(PEOPLE, "room:anna", KnownPerson("room", "Anna", chat="anna@example.com"))
            if on_slack_too:
                known = KnownPerson("slack", "Anna", chat="anna@example.com", same_as="room:anna")
                await tx.put(PEOPLE, "slack:U1", known)
        await store.close()

    asyncio.run(write())
