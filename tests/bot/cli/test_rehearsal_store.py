"""A rehearsal's store: where it is, that --fresh takes it away, and that the bot's own store is never taken."""

import asyncio
from pathlib import Path

import pytest

from bot.cli.rehearsal_store import begin_anew, kept_in, with_way_out
from storage.all_stores import open_store
from storage.base import StoreProblem
from tests.bot.cli.conftest import keep_anna
from tests.builders import a_campaign


def test_every_campaign_has_a_rehearsal_of_its_own() -> None:
    assert kept_in(a_campaign(id="crm")) == "tinydb:data/rehearsal-crm.db"


def test_memory_has_nothing_to_take_away(folder: Path) -> None:
    begin_anew("memory:")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("url", ["tinydb:data/klankbord.db", "tinydb:./data/../data/klankbord.db"])
def test_the_store_of_the_bot_itself_is_never_taken_away(folder: Path, url: str) -> None:
    keep_anna()
    with pytest.raises(StoreProblem, match="is the store of the bot itself"):
        begin_anew(url)
    assert (folder / "data/klankbord.db").exists()


def test_nor_another_one_that_the_settings_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLANKBORD_STORE", "tinydb:real.db")
    (folder / "real.db").write_bytes(b"")
    with pytest.raises(StoreProblem, match="is the store of the bot itself"):
        begin_anew("tinydb:real.db")
    assert (folder / "real.db").exists()


def test_broken_settings_protect_nothing_but_stop_nothing_either(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLANKBORD_STORE", "nothing known")
    (folder / "room.db").write_bytes(b"")
    begin_anew("tinydb:room.db")
    assert not (folder / "room.db").exists()


def test_a_damaged_rehearsal_says_how_to_begin_anew_and_one_in_use_does_not(folder: Path) -> None:
    (folder / "room.db").write_bytes(b"damaged")
    problem = StoreProblem("room.db is damaged")
    said = str(with_way_out("tinydb:room.db", problem))
    assert said == "room.db is damaged. As this is a rehearsal: --fresh begins anew."
    assert with_way_out("memory:", problem) is problem
    assert with_way_out("tinydb:no/room.db", problem) is problem

    async def in_use() -> StoreProblem:
        store = await open_store("tinydb:other.db")
        try:
            return with_way_out("tinydb:other.db", problem)
        finally:
            await store.close()

    assert asyncio.run(in_use()) is problem
