"""The stores that the contract and the state machine run on: a new store joins by one line in KINDS."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from campaigns.delivery import Delivery
from storage.all_stores import open_store
from storage.base import Store, Table
from storage.tables import DELIVERIES

T0: Final = datetime(2027, 1, 4, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Count:
    """A record to count with."""

    n: int = 0
    team: str | None = None
    wake: datetime | None = None


COUNTS: Final = Table("counts", Count, indexed=("n", "team"), wakes_on="wake", read_late=True)
TABLES: Final = (COUNTS, DELIVERIES)


@dataclass(frozen=True)
class Kind:
    """`keeps`: what was there before a restart is there after it."""

    url: Callable[[Path], str]
    keeps: bool

    async def open(self, folder: Path) -> Store:
        return await open_store(self.url(folder), TABLES)


KINDS: Final[dict[str, Kind]] = {
    "memory": Kind(lambda _: "memory:", keeps=False),
    "tinydb": Kind(lambda folder: f"tinydb:{folder / 'klankbord.db'}", keeps=True),
}


def a_delivery(key: str, **changes: object) -> Delivery:
    return Delivery(**({"key": key, "campaign": "sprint", "due": T0, "wake": T0} | changes))  # type: ignore[arg-type]
