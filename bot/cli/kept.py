"""The store for a verb that looks into it by hand: one that is there, closed again whatever happens."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from storage.all_stores import open_store
from storage.base import Store, StoreProblem, Transaction
from storage.tables import PEOPLE

PersonId = Annotated[
    str,
    typer.Argument(metavar="PERSON", help="An id such as room:anna, or the chat address.", show_default=False),
]


@asynccontextmanager
async def kept_store(url: str) -> AsyncIterator[Store]:
    """Raises StoreProblem; a store is never made only to look into it."""
    refuse_nothing(url)
    store = await open_store(url)
    try:
        yield store
    finally:
        await store.close()


def refuse_nothing(url: str) -> None:
    scheme, _, where = url.partition(":")
    if scheme == "memory":
        raise StoreProblem("the store is memory: it keeps nothing between two runs")
    if where and not any(Path(where).parent.glob(f"{Path(where).name}*")):
        raise StoreProblem(f"{where} is not there, so nothing is kept here. Is this the right folder?")


async def known_ids(tx: Transaction, person: str) -> list[str]:
    """The ids that are meant: the id itself, or everybody with this chat address; never by a display name."""
    everybody = await tx.find(PEOPLE)
    ids = [key for key, _ in everybody]
    if person in ids:
        return [person]
    return [key for key, known in everybody if known.chat and known.chat.casefold() == person.casefold()]


async def nearest(tx: Transaction, person: str) -> str:
    """A hint for a mistyped id; "" when none is near."""
    near = get_close_matches(person, [key for key, _ in await tx.find(PEOPLE)], n=1)
    return f" Did you mean {near[0]}?" if near else ""
