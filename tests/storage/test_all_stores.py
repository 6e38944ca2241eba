"""An address opens its store; any other says which addresses there are."""

from pathlib import Path

import pytest

from storage.all_stores import open_store
from storage.base import StoreProblem
from storage.memory_store import MemoryStore
from storage.tinydb_store import TinyDBStore


async def test_each_scheme_opens_its_store_and_missing_folders_are_made(tmp_path: Path) -> None:
    memory = await open_store("memory:")
    kept = await open_store(f"tinydb:{tmp_path / 'new' / 'folder' / 'klankbord.db'}")
    assert isinstance(memory, MemoryStore)
    assert isinstance(kept, TinyDBStore)
    await kept.close()


@pytest.mark.parametrize("url", ["", "tinydb", "postgresql://db", "data/klankbord.db", "C:\\klankbord.db"])
async def test_an_unknown_address_lists_the_known_ones(url: str) -> None:
    with pytest.raises(StoreProblem, match=r"begins with one of tinydb:, memory: such as tinydb:data/klankbord\.db"):
        await open_store(url)


async def test_a_file_that_is_missing_or_too_much_is_said() -> None:
    with pytest.raises(StoreProblem, match="needs the file"):
        await open_store("tinydb:")
    with pytest.raises(StoreProblem, match=r"did you mean tinydb:data\.db"):
        await open_store("memory:data.db")
