"""The store's file before and around its use: made whole, known as ours, and its troubles in plain words."""

import os
import secrets
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from storage.base import StoreProblem
from storage.marker import refuse_lost

OURS: Final = 0x4B6C616E  # "Klan", SQLite's application id
SCHEMA_VERSION: Final = 1
HEADER: Final = b"SQLite format 3\x00"

SCHEMA: Final = """
begin;
create table about (name text primary key, value text not null) without rowid;
create table documents (
    noun text, key text, document text not null, glance text not null, checksum integer not null,
    primary key (noun, key)
) without rowid;
create table archive (noun text, key text, document text not null, primary key (noun, key)) without rowid;
insert into about values ('sequence', '0'), ('glances', '{}');
commit;
"""

WHAT_TO_DO: Final[dict[str, str]] = {
    "SQLITE_FULL": "the disk of {path} is full: make room; what was acknowledged is safe, and it goes on by itself",
    "SQLITE_BUSY": "{path} is in use by another process: stop that one, or give this one a store of its own",
    "SQLITE_LOCKED": "{path} is in use by another process: stop that one, or give this one a store of its own",
    "SQLITE_READONLY": "{path} or its folder can't be written: give this user the right to write both",
    "SQLITE_CANTOPEN": "{path} or its folder can't be opened for writing: give this user the right to write both",
    "SQLITE_PERM": "{path} or its folder can't be opened for writing: give this user the right to write both",
    "SQLITE_IOERR": "the disk of {path} fails ({problem}): what was acknowledged is safe up to here; check the disk",
    "SQLITE_CORRUPT": "{path} is damaged ({problem}): it was left as it is; restore the newest backup",
    "SQLITE_NOTADB": "{path} is damaged or no store of Klankbord: it was left as it is; restore the newest backup",
    "SQLITE_ERROR": "{path} is damaged ({problem}): it was left as it is; restore the newest backup",
}


def create_when_new(path: Path) -> None:
    """Built beside its place and then put there at once, so that an empty file always means that something was lost."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not os.path.lexists(path):
            refuse_lost(path)
            _create(path)
    except (OSError, sqlite3.Error) as problem:
        raise sentence(path, problem) from problem


def refuse_foreign(path: Path) -> None:
    """By its first hundred bytes, without opening it."""
    if path.is_dir():
        raise StoreProblem(f"{path} is a folder: name a file in it, such as {path / 'klankbord.db'}")
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as problem:
        raise sentence(path, problem) from problem
    if not head:
        raise StoreProblem(f"{path} is empty, so what it held is lost: restore the newest backup, or delete it and"
                           " its .marker to start anew")  # fmt: skip
    if head.lstrip()[:1] == b"{":
        raise StoreProblem(f"{path} is a JSON file, as plain TinyDB makes them: keep it, and name a new file such as"
                           f" tinydb:{path.with_suffix('.db')}")  # fmt: skip
    if not head.startswith(HEADER) or len(head) < 100:
        raise StoreProblem(WHAT_TO_DO["SQLITE_NOTADB"].format(path=path))
    _refuse_other_program(path, head)
    _refuse_cut_off(path, head)
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK)):
        raise StoreProblem(WHAT_TO_DO["SQLITE_READONLY"].format(path=path))


def _refuse_other_program(path: Path, head: bytes) -> None:
    if int.from_bytes(head[68:72]) != OURS:
        raise StoreProblem(f"{path} is a SQLite file of another program: keep it, and name another file for the store")
    version = int.from_bytes(head[60:64])
    if version != SCHEMA_VERSION:
        raise StoreProblem(
            f"{path} is of schema version {version} and this Klankbord reads version {SCHEMA_VERSION}: use the"
            " Klankbord that made it, or a backup from before"
        )


def _refuse_cut_off(path: Path, head: bytes) -> None:
    """A cleanly closed file is as long as it says. After a kill its -wal knows better, and SQLite looks there."""
    length = int.from_bytes(head[16:18]) * int.from_bytes(head[28:32])
    if path.stat().st_size != length and not path.with_name(path.name + "-wal").exists():
        raise StoreProblem(WHAT_TO_DO["SQLITE_CORRUPT"].format(path=path, problem="it is cut off"))


def sentence(path: Path, problem: Exception) -> StoreProblem:
    if isinstance(problem, OSError):
        return StoreProblem(f"{problem.filename or path} can't be used ({problem.strerror}): give this user the right"
                            f" to write {path} and its folder, or make room on the disk")  # fmt: skip
    name = getattr(problem, "sqlite_errorname", "SQLITE_CORRUPT")
    family = "_".join(name.split("_")[:2])
    return StoreProblem(WHAT_TO_DO.get(family, WHAT_TO_DO["SQLITE_IOERR"]).format(path=path, problem=problem))


def _create(path: Path) -> None:
    new = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        with closing(sqlite3.connect(new)) as file:
            file.execute(f"pragma application_id = {OURS}")
            file.execute(f"pragma user_version = {SCHEMA_VERSION}")
            file.executescript(SCHEMA)
            file.execute("insert into about values ('instance', ?)", (secrets.token_hex(8),))
            file.commit()
        os.link(new, path)  # unlike a rename, this never replaces the store of somebody who was a moment earlier
    except FileExistsError:
        return
    finally:
        new.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
