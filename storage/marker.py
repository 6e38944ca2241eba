"""A small file beside the store that remembers which store was here and how far it was: a lost or older one is noticed.

It is written after the store, and rarely. So it may lag behind, and is never ahead of an honest store.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from storage.base import StoreProblem


@dataclass(frozen=True)
class Marker:
    """`sequence` counts the store's flushes."""

    instance: str
    sequence: int


def marker_of(store: Path) -> Path:
    return store.with_name(store.name + ".marker")


def read_marker(store: Path) -> Marker | None:
    path = marker_of(store)
    try:
        found = json.loads(path.read_bytes())
        return Marker(str(found["instance"]), int(found["sequence"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as problem:
        raise StoreProblem(f"{path} can't be read: delete it if {store} is the store you mean to use") from problem


def write_marker(store: Path, marker: Marker) -> None:
    """Whole or not at all: a half marker would be a false alarm."""
    path = marker_of(store)
    new = path.with_name(path.name + ".new")
    with new.open("w") as file:
        json.dump({"instance": marker.instance, "sequence": marker.sequence}, file)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def refuse_lost(store: Path) -> None:
    """For a store that is not there: was there one?"""
    traces = [path for path in (marker_of(store), store.with_name(store.name + "-wal")) if path.exists()]
    if traces:
        raise StoreProblem(
            f"{store} is gone, but {' and '.join(map(str, traces))} shows that it was here: put the store or its newest"
            " backup back, or delete the latter to start anew"
        )


def refuse_other(store: Path, marker: Marker | None, found: Marker) -> None:
    """For a store that is there: is it the one that was here last, with all that was in it?"""
    if marker is None:
        return
    if marker.instance != found.instance:
        which = "is another store than the one that was used here last"
    elif found.sequence < marker.sequence:
        which = f"is an older copy (change {found.sequence}, and change {marker.sequence} was made here)"
    else:
        return
    raise StoreProblem(
        f"{store} {which}, so posts might go out twice: put the newest one back, or delete"
        f" {marker_of(store)} to go on with this one knowingly"
    )
