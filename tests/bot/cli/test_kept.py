"""A store is opened only when it is there, and people are found by id or address, never by name."""

import asyncio
from pathlib import Path

import pytest

from bot.cli.kept import kept_store, known_ids, nearest
from storage.all_stores import open_store
from storage.base import StoreProblem
from storage.tables import PEOPLE, KnownPerson


@pytest.mark.parametrize(("url", "says"), [("memory:", "keeps nothing"), ("tinydb:none/k.db", "nothing is kept here")])
async def test_looking_never_makes_a_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreProblem, match=says):
        async with kept_store(url):
            pass
    assert await asyncio.to_thread(lambda: list(tmp_path.iterdir())) == []


async def test_people_are_found_by_id_or_address_never_by_name() -> None:
    store = await open_store("memory:")
    async with store.transaction() as tx:
        await tx.put(PEOPLE, "room:anna", KnownPerson("room", "Anna", chat="anna@example.com"))
        await tx.put(PEOPLE, "teams:7", KnownPerson("teams", "Anna", chat="Anna@example.com"))
        assert await known_ids(tx, "room:anna") == ["room:anna"]
        assert await known_ids(tx, "ANNA@example.com") == ["room:anna", "teams:7"]
        assert await known_ids(tx, "Anna") == []
        assert await nearest(tx, "room:ana") == " Did you mean room:anna?"
        assert await nearest(tx, "qqq") == ""
    await store.close()
