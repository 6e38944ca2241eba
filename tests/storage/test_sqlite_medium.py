"""The file: whole or not at all, one process at a time, and every kind of damage refused with the file left alone."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from storage.base import StoreProblem
from storage.marker import marker_of, read_marker
from storage.sqlite_medium import MARK_EVERY, Changes, SqliteMedium
from tests.storage.every_store import Count

ROOT = Path(__file__).parents[2]
GLANCES = {"counts": ("n",)}


def texts(medium: SqliteMedium) -> dict[str, bytes]:
    return {key: text for key, text, _ in medium.rows("counts")}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "klankbord.db"


def fill(path: Path, rows: int = 500) -> None:
    medium = SqliteMedium(path, GLANCES)
    medium.write(Changes({("counts", f"key-{number}"): Count(number, "x" * 100) for number in range(rows)}))
    medium.close()


def reopened(path: Path) -> dict[str, bytes]:
    medium = SqliteMedium(path, GLANCES)
    try:
        return texts(medium)
    finally:
        medium.close()


def test_what_was_written_is_there_after_opening_again(path: Path) -> None:
    medium = SqliteMedium(path, GLANCES)
    medium.write(Changes({("counts", "a"): Count(1), ("counts", "b"): Count(2)}))
    medium.write(Changes({("counts", "a"): Count(3), ("counts", "b"): None, ("other", "c"): Count(4)}))
    assert medium.nouns() == ["counts", "other"]
    medium.close()
    assert reopened(path) == {"a": b'{"n":3}'}


def test_a_glance_shows_what_a_start_must_know_also_after_that_has_changed(path: Path) -> None:
    fill(path, 1)
    medium = SqliteMedium(path, GLANCES)
    assert [glance for *_, glance in medium.rows("counts")] == [b"{}"]  # 0 is its default
    medium.write(Changes({("counts", "key-0"): Count(7, "sales")}))
    assert [glance for *_, glance in medium.rows("counts")] == [b'{"n":7}']
    medium.close()
    later = SqliteMedium(path, {"counts": ("team",)})
    assert [glance for *_, glance in later.rows("counts")] == [b'{"team":"sales"}']
    later.close()


def test_one_letter_that_changed_is_noticed_by_name(path: Path) -> None:
    fill(path, 1)
    path.write_bytes(path.read_bytes().replace(b"xxxx", b"xxxy", 1))
    with pytest.raises(StoreProblem, match=r"klankbord\.db is damaged \(counts 'key-0' is not as it was written\)"):
        reopened(path)


def test_the_archive_is_apart_and_read_by_the_page(path: Path) -> None:
    medium = SqliteMedium(path, GLANCES)
    many = {("counts", f"{number:04}"): Count(number) for number in range(1, 1201)}
    medium.write(Changes(dict.fromkeys(many), many))
    assert (list(medium.rows("counts")), medium.nouns()) == ([], [])
    assert [key for _, key, _ in medium.archived()] == sorted(key for _, key in many)
    medium.close()


def test_a_write_that_fails_leaves_nothing_of_itself(path: Path) -> None:
    medium = SqliteMedium(path, GLANCES)
    with pytest.raises(TypeError):
        medium.write(Changes({("counts", "a"): Count(1), ("counts", "b"): "no record"}))
    medium._file.execute("create trigger t before delete on documents begin select raise(abort, 'planted'); end")
    medium.write(Changes({("counts", "b"): Count(2)}))
    with pytest.raises(StoreProblem):
        medium.write(Changes({("counts", "a"): Count(1), ("counts", "b"): None}))
    assert texts(medium) == {"b": b'{"n":2}'}
    medium.close()


def test_a_second_one_is_refused_and_the_first_goes_on(path: Path) -> None:
    first = SqliteMedium(path, GLANCES)
    with pytest.raises(StoreProblem, match=r"klankbord\.db is in use by another process: stop that one"):
        SqliteMedium(path, GLANCES)
    first.write(Changes({("counts", "a"): Count(1)}))
    first.close()
    assert reopened(path) == {"a": b'{"n":1}'}


def test_a_full_disk_is_one_sentence_and_heals_by_itself(path: Path) -> None:
    medium = SqliteMedium(path, GLANCES)
    medium.write(Changes({("counts", "before"): Count(1)}))
    (pages,) = medium._file.execute("pragma page_count").fetchone()
    medium._file.execute(f"pragma max_page_count = {pages}")
    much = Changes({("counts", f"{number}"): Count(number, "x" * 1000) for number in range(100)})
    with pytest.raises(StoreProblem, match="is full: make room"):
        medium.write(much)
    assert list(texts(medium)) == ["before"]
    medium._file.execute("pragma max_page_count = 100000")
    medium.write(much)
    medium.close()
    assert len(reopened(path)) == 101


def overwrite(path: Path, start: int, length: int) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(Random(1).randbytes(length))


DAMAGE: dict[str, Callable[[Path], None]] = {
    "header": lambda path: overwrite(path, 0, 100),
    "after the header": lambda path: overwrite(path, 100, 4000),
    "middle": lambda path: overwrite(path, path.stat().st_size // 2, 4096),
    "end": lambda path: overwrite(path, path.stat().st_size - 4096, 4096),
    "truncated": lambda path: os.truncate(path, path.stat().st_size // 2 // 4096 * 4096),
    "truncated within a page": lambda path: os.truncate(path, path.stat().st_size - 100),
    "one page left": lambda path: os.truncate(path, 4096),
    "fifty bytes left": lambda path: os.truncate(path, 50),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_damage_is_refused_by_name_and_the_file_is_left_as_it_is(path: Path, damage: Callable[[Path], None]) -> None:
    fill(path)
    damage(path)
    before = path.read_bytes()
    with pytest.raises(StoreProblem, match=r"klankbord\.db .*(damaged|no store)") as caught:
        SqliteMedium(path, GLANCES)
    assert "restore the newest backup" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before


def test_a_store_that_is_gone_or_older_is_refused_until_the_marker_is_deleted(path: Path, tmp_path: Path) -> None:
    fill(path, 1)
    shutil.copy(path, tmp_path / "last week")
    fill(path, 2)
    shutil.copy(tmp_path / "last week", path)
    with pytest.raises(StoreProblem, match="is an older copy"):
        SqliteMedium(path, GLANCES)
    path.unlink()
    with pytest.raises(StoreProblem, match="is gone, but"):
        SqliteMedium(path, GLANCES)
    assert not path.exists()
    marker_of(path).unlink()
    assert reopened(path) == {}


def test_the_marker_follows_on_opening_and_closing_and_now_and_then(path: Path) -> None:
    def marked() -> int:
        marker = read_marker(path)
        assert marker is not None
        return marker.sequence

    medium = SqliteMedium(path, GLANCES)
    opened = marked()
    for number in range(MARK_EVERY + 1):
        medium.write(Changes({("counts", "a"): Count(number)}))
    in_between = marked()
    medium.close()
    assert (opened, in_between, marked()) == (1, MARK_EVERY, MARK_EVERY + 2)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user may enter, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o777, 0o444), (0o555, 0o666), (0o755, 0o644)])
def test_what_may_not_be_written_is_one_sentence(open_folder: Path, folder_mode: int, file_mode: int) -> None:
    path = open_folder / "klankbord.db"
    fill(path)
    before = path.read_bytes()
    path.chmod(file_mode)
    open_folder.chmod(folder_mode)
    opening = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from pathlib import Path; from storage.base import StoreProblem\n"
        "from storage.sqlite_medium import SqliteMedium; import os\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"  # root may write anything
        f"try: SqliteMedium(Path({str(path)!r}), {{}})\n"
        "except StoreProblem as problem: print(problem)"
    )
    ran = subprocess.run([sys.executable, "-c", opening], capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    assert "klankbord.db" in ran.stdout
    assert "give this user the right to write" in ran.stdout
    assert path.read_bytes() == before
