"""`doctor`: says what works and what to fix, with the right exit code, and leaves everything as it was."""

import asyncio
import shutil
import socket
from datetime import timedelta
from pathlib import Path

import pytest

from storage.all_stores import open_store
from storage.tables import AUDIT, AuditEntry
from tests.bot.cli.conftest import NOW, Type
from tests.clashing import OTHER_CHANNEL, SAME_WEEKS, THREE_WEEKS

SHIPPED = Path(__file__).parents[3] / "campaigns" / "library" / "one-customer-view.yaml"


@pytest.fixture
def free_port(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        monkeypatch.setenv("KLANKBORD_PORT", str(any_port.getsockname()[1]))


@pytest.fixture
def healthy(folder: Path, free_port: None) -> Path:
    (folder / "data" / "campaigns").mkdir(parents=True)
    shutil.copy(SHIPPED, folder / "data" / "campaigns")
    return folder


def keep(entry_at: timedelta) -> None:
    async def write() -> None:
        store = await open_store("tinydb:data/klankbord.db")
        async with store.transaction() as tx:
            await tx.put(AUDIT, "1", AuditEntry(NOW + entry_at, "crm", "joris", "paused", "crm"))
        await store.close()

    asyncio.run(write())


def test_all_is_well_before_the_first_run_and_no_store_is_made(typed: Type, healthy: Path) -> None:
    result = typed("doctor")
    assert result.exit_code == 0, result.stdout
    assert "FIX" not in result.stdout
    assert "data/klankbord.db is not there yet; the first run makes it" in result.stdout
    assert not (healthy / "data" / "klankbord.db").exists()


def test_an_existing_store_is_counted_and_left_as_it_was(typed: Type, healthy: Path) -> None:
    keep(timedelta(hours=-1))
    before = {path.name: path.read_bytes() for path in (healthy / "data").iterdir() if path.is_file()}
    result = typed("doctor")
    assert result.exit_code == 0, result.stdout
    assert "opens; it keeps 1 audit" in result.stdout
    assert {path.name: path.read_bytes() for path in (healthy / "data").iterdir() if path.is_file()} == before


def test_a_clock_behind_the_store_is_seen(typed: Type, healthy: Path) -> None:
    keep(timedelta(days=1))
    result = typed("doctor")
    assert result.exit_code == 2
    assert "FIX   clock" in result.stdout


def test_a_damaged_store_is_said(typed: Type, healthy: Path) -> None:
    (healthy / "data" / "klankbord.db").write_bytes(b"no database at all" * 40)
    result = typed("doctor")
    assert result.exit_code == 2
    assert "FIX   store" in result.stdout


def test_a_store_that_was_there_and_is_gone_is_said(typed: Type, healthy: Path) -> None:
    keep(timedelta(0))
    (healthy / "data" / "klankbord.db").unlink()
    result = typed("doctor")
    assert result.exit_code == 2, result.stdout
    assert "is gone" in result.stdout


def test_a_folder_without_campaigns_says_how_to_make_one(typed: Type, free_port: None) -> None:
    result = typed("doctor")
    assert result.exit_code == 2
    assert "data/campaigns is not there: put a campaign in it" in result.stdout


def test_a_campaign_with_an_error_names_the_check(typed: Type, healthy: Path) -> None:
    (healthy / "data" / "campaigns" / "mine.yaml").write_text("campaign: x\n")
    result = typed("doctor")
    assert result.exit_code == 2
    assert "python app.py check" in result.stdout


def test_campaigns_that_clash_are_looked_at_together(typed: Type, healthy: Path) -> None:
    (healthy / "data" / "campaigns" / SHIPPED.name).unlink()
    for name, text in (("crm", THREE_WEEKS), ("other", OTHER_CHANNEL), ("second", SAME_WEEKS)):
        (healthy / "data" / "campaigns" / f"{name}.yaml").write_text(text)
    result = typed("doctor")
    assert result.exit_code == 2
    said = " ".join(result.stdout.split())
    assert "fine campaign crm" in said
    assert "fine campaign other" in said
    assert "FIX campaign second 1 error, the first: data/campaigns/second.yaml:11: H6 error: " in said
    assert "See all: python app.py check data/campaigns/*.yaml" in said


def test_every_wrong_setting_is_a_line(typed: Type, healthy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLANKBORD_PORT", "x")
    monkeypatch.setenv("KLANKBORD_STOER", "y")
    result = typed("doctor")
    assert result.exit_code == 2
    assert result.stdout.count("FIX   settings") == 2


def test_a_taken_port_is_said(typed: Type, healthy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        monkeypatch.setenv("KLANKBORD_PORT", str(other.getsockname()[1]))
        result = typed("doctor")
    assert result.exit_code == 2
    assert "FIX   port" in result.stdout
