"""The stores there are, by the first word of their address."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final

from storage.base import Store, StoreProblem, Table
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES
from storage.tinydb_store import TinyDBStore

Tables = tuple[Table[Any], ...]

DEFAULT_STORE: Final = "tinydb:data/klankbord.db"


async def _tinydb(where: str, tables: Tables) -> Store:
    if not where:
        raise StoreProblem(f"tinydb: needs the file to keep things in, such as {DEFAULT_STORE}")
    return await TinyDBStore.open(Path(where), tables)


async def _memory(where: str, tables: Tables) -> Store:
    if where:
        raise StoreProblem(f"memory: keeps nothing, so it takes no file ({where}): did you mean tinydb:{where}?")
    return MemoryStore(tables)


SCHEMES: Final[dict[str, Callable[[str, Tables], Awaitable[Store]]]] = {
    "tinydb": _tinydb,
    "memory": _memory,
}


async def open_store(url: str, tables: Tables = ALL_TABLES) -> Store:
    """For example `tinydb:data/klankbord.db` or `memory:`. StoreProblem says what is wrong and what to do."""
    scheme, colon, where = url.partition(":")
    if not colon or scheme not in SCHEMES:
        known = ", ".join(f"{name}:" for name in SCHEMES)
        raise StoreProblem(
            f"no store is called {url!r}: its address begins with one of {known} such as {DEFAULT_STORE}"
        )
    return await SCHEMES[scheme](where, tables)
