"""`export PERSON`: everything that is held about one person, as JSON."""

import asyncio
from typing import Any

from bot.cli.kept import PersonId, kept_store, known_ids, nearest
from bot.cli.show import remark, show_json
from bot.privacy import personal_data
from bot.same_person import ids_of_person
from bot.settings import read_settings


def export(person: PersonId) -> None:
    """Print everything that is held about one person."""
    held, hint = asyncio.run(_held(read_settings().store, person))
    show_json(held)
    if not held:
        remark(f"Nothing is held about {person}.{hint}")


async def _held(url: str, person: str) -> tuple[dict[str, Any], str]:
    """By id; for somebody who is known on two platforms by the one that was known first."""
    async with kept_store(url) as store, store.transaction() as tx:
        ids = dict.fromkeys([(await ids_of_person(tx, one))[0] for one in await known_ids(tx, person) or [person]])
        found = {one: await personal_data(tx, one) for one in ids}
        return {one: data for one, data in found.items() if data}, await nearest(tx, person)
