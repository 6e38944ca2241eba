"""Beginning anew takes away a store and all that is beside it, and nothing that is not one or is in use."""

import asyncio
import sys
from pathlib import Path

import pytest

from storage.all_stores import open_store
from storage.base import StoreProblem
from storage.removal import remove_store
from storage.tables import SETTINGS, Setting


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def keep_something(path: Path) -> None:
    store = await open_store(f"tinydb:{path}")
    async with store.transaction() as tx:
        await tx.put(SETTINGS, "a", Setting("b"))
    await store.close()


async def test_a_store_goes_with_its_marker_and_a_new_one_can_begin(tmp_path: Path) -> None:
    path = tmp_path / "room.db"
    await keep_something(path)
    assert len(names(tmp_path)) > 1
    remove_store(path)
    assert names(tmp_path) == []
    store = await open_store(f"tinydb:{path}")
    assert [one async for one in store.all_documents()] == []
    await store.close()


@pytest.mark.parametrize("content", [b"", b"damaged beyond repair", b"SQLite format 3\x00" + b"\xff" * 4000])
async def test_a_damaged_store_goes_too(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "room.db"
    await keep_something(path)
    path.write_bytes(content)
    (tmp_path / "room.db-wal").write_bytes(b"x")
    (tmp_path / "room.db-shm").write_bytes(b"x")
    remove_store(path)
    assert names(tmp_path) == []


async def test_what_a_lost_store_left_behind_goes_and_nothing_at_all_is_fine(tmp_path: Path) -> None:
    path = tmp_path / "room.db"
    remove_store(path)
    await keep_something(path)
    path.unlink()
    with pytest.raises(StoreProblem, match="is gone"):
        await open_store(f"tinydb:{path}")
    remove_store(path)
    await keep_something(path)


async def test_a_store_in_use_stays(tmp_path: Path) -> None:
    path = tmp_path / "room.db"
    script = (
        "import asyncio, sys\nfrom storage.all_stores import open_store\n"
        "async def hold():\n    store = await open_store(sys.argv[1])\n    print('held', flush=True)\n"
        "    sys.stdin.read()\n    await store.close()\nasyncio.run(hold())\n"
    )
    other = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        script,
        f"tinydb:{path}",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert other.stdout is not None
    assert await other.stdout.readline() == b"held\n"
    before = path.read_bytes()
    with pytest.raises(StoreProblem, match="is in use by another process"):
        remove_store(path)
    await other.communicate(b"")
    assert path.exists()
    assert len(path.read_bytes()) >= len(before)


@pytest.mark.parametrize("content", [b"campaign: One customer view\n", b"{}", b"SQLite format 3\x00" + b"\0" * 4000])
def test_a_file_that_is_no_store_of_ours_stays(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(content)
    with pytest.raises(StoreProblem, match=r"is no store of Klankbord, so it stays as it is"):
        remove_store(path)
    assert path.read_bytes() == content


def test_a_folder_stays(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem, match="no store of Klankbord"):
        remove_store(tmp_path)
    assert tmp_path.is_dir()
