"""To begin anew on purpose: the store's file and what stands beside it go, if they are ours and nobody uses them."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from storage.base import StoreProblem
from storage.marker import marker_of
from storage.sqlite_file import HEADER, OURS, sentence

BUSY: Final = frozenset({"SQLITE_BUSY", "SQLITE_LOCKED"})


def remove_store(path: Path) -> None:
    """A damaged store goes too, and one that is not there is fine. Raises StoreProblem when it is not to be removed."""
    try:
        if path.exists():
            _refuse_other_file(path)
            refuse_used(path)
        # The store itself is last: whoever is interrupted here finds it, and can begin anew again.
        for part in (marker_of(path), *(path.with_name(path.name + end) for end in ("-wal", "-shm")), path):
            part.unlink(missing_ok=True)
    except OSError as problem:
        raise sentence(path, problem) from problem


def refuse_used(path: Path) -> None:
    """Raises StoreProblem when another process has it. A file that is damaged is in nobody's use."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=0)) as file:
            file.execute("begin exclusive")
    except sqlite3.Error as problem:
        if getattr(problem, "sqlite_errorname", "") in BUSY:
            raise sentence(path, problem) from problem


def _refuse_other_file(path: Path) -> None:
    """Ours is what says so, what has our marker, or what is empty."""
    if path.is_file():
        with path.open("rb") as file:
            head = file.read(100)
        is_ours = head.startswith(HEADER) and int.from_bytes(head[68:72]) == OURS
        if is_ours or not head or marker_of(path).exists():
            return
    raise StoreProblem(f"{path} is no store of Klankbord, so it stays as it is: name another file")
