"""TinyDB with natural keys on one SQLite file: tables change in memory and note it, the storage writes just that."""

from collections.abc import Callable, Iterator, MutableMapping
from datetime import datetime
from pathlib import Path
from typing import Any

import tinydb
from tinydb.table import Document
from tinydb.table import Table as PlainTable

from storage.base import StoreProblem, Table
from storage.image import Image
from storage.records import from_document, load, to_document
from storage.sqlite_medium import Changes, SqliteMedium


class Documents(MutableMapping[str, dict[str, Any]]):
    """An image as TinyDB sees a table: plain documents. What it lends may be edited; `take_back` keeps the edits."""

    def __init__(self, image: Image[Any]) -> None:
        self.image = image
        self._lent: dict[str, dict[str, Any]] = {}

    def __getitem__(self, key: str) -> dict[str, Any]:
        kept = self.image.kept(key)
        if kept is None:
            raise KeyError(key)
        document = self._lent[key] = load(kept) if isinstance(kept, bytes) else to_document(kept)
        return document

    def __setitem__(self, key: str, document: dict[str, Any]) -> None:
        self._lent.pop(key, None)
        self.image.keep(key, from_document(self.image.table.record, document))

    def __delitem__(self, key: str) -> None:
        self._lent.pop(key, None)
        self.image.drop(key)

    def __iter__(self) -> Iterator[str]:
        return self.image.keys()

    def __len__(self) -> int:
        return len(self.image)

    def take_back(self) -> None:
        for key, document in list(self._lent.items()):
            self[key] = document


class SqliteStorage(tinydb.Storage):
    """The medium under TinyDB. `write` takes only what changed."""

    def __init__(self, path: Path, tables: tuple[Table[Any], ...]) -> None:
        self.medium = SqliteMedium(path, {table.name: table.looked_at for table in tables})
        self.images: dict[str, Image[Any]] = {table.name: Image(table) for table in tables}
        try:
            for noun in self.medium.nouns():
                self._image(noun).load(self.medium.rows(noun))
        except StoreProblem:
            self.medium.close()
            raise

    def read(self) -> dict[str, Any]:
        return {name: Documents(image) for name, image in self.images.items()}

    def write(self, data: Changes) -> None:  # type: ignore[override]
        self.medium.write(data)

    def close(self) -> None:
        self.medium.close()

    def _image(self, noun: str) -> Image[Any]:
        if noun not in self.images:
            raise StoreProblem(
                f"{self.medium.path} holds {noun}, which this Klankbord does not know: use the one that made it"
            )
        return self.images[noun]


class RecordTable(PlainTable):
    """A TinyDB table whose records are ours and whose keys are natural. It changes in memory; the store flushes."""

    document_id_class = str  # type: ignore[assignment]

    def __init__(self, storage: SqliteStorage, name: str) -> None:
        super().__init__(storage, name, cache_size=0)  # a rollback would make what a cache remembers untrue
        self.image = storage.images[name]

    def holds(self, key: str) -> bool:
        return self.image.holds(key)

    def record(self, key: str) -> Any:
        return self.image.record(key)

    def keep(self, key: str, record: Any) -> None:
        self.image.keep(key, record)

    def drop(self, key: str) -> None:
        self.image.drop(key)

    def find(self, equal: dict[str, object]) -> list[tuple[str, Any]]:
        return self.image.find(equal)

    def how_many(self, equal: dict[str, object]) -> int:
        return self.image.how_many(equal)

    def due(self, now: datetime, limit: int) -> list[tuple[str, Any]]:
        return self.image.due(now, limit)

    def next_due(self) -> datetime | None:
        return self.image.next_due()

    def _read_table(self) -> Any:
        return Documents(self.image)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        """Straight in the image, which notes what changed: nothing is copied, and nothing else is written."""
        documents = Documents(self.image)
        updater(documents)
        documents.take_back()

    def _get_next_id(self) -> int:
        raise ValueError(f"{self.name} has natural keys: insert a Document with its key as doc_id")


class RecordDB(tinydb.TinyDB):
    """`RecordDB(path, tables, storage=SqliteStorage)`."""

    table_class = RecordTable  # type: ignore[assignment]


def keyed(key: str, document: dict[str, Any]) -> Document:
    """A document with its natural key, for TinyDB's own insert."""
    return Document(document, doc_id=key)  # type: ignore[arg-type]
