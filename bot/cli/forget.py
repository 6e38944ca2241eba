"""`forget PERSON`: erases what is held about one person at once; only counts stay."""

import asyncio

import typer

from bot.cli.campaign_files import check_files
from bot.cli.kept import PersonId, kept_store, known_ids, nearest
from bot.cli.show import remark, show
from bot.cli.surroundings import Surroundings, surroundings
from bot.context import Context
from bot.privacy import forget_person, personal_data
from bot.same_person import ids_of_person
from bot.settings import Settings, read_settings
from campaigns.measurements import Measurements
from storage.base import Store


def forget(context: typer.Context, person: PersonId) -> None:
    """Erase everything that is held about one person; a seat that comes free is offered to the reserve list."""
    forgotten, hint = asyncio.run(_forget(read_settings(), surroundings(context), person))
    for one in forgotten:
        show(f"{one} is forgotten.")
    if not forgotten:
        remark(f"Nothing is held about {person}.{hint}")


async def _forget(settings: Settings, made: Surroundings, person: str) -> tuple[list[str], str]:
    async with kept_store(settings.store) as store:
        ctx = _context(settings, made, store)
        async with store.transaction() as tx:
            meant = await known_ids(tx, person) or [person]
            everywhere = [one for id_ in meant for one in await ids_of_person(tx, id_)]
            ids = [one for one in dict.fromkeys(everywhere) if await personal_data(tx, one)]
            for one in ids:
                await forget_person(ctx, tx, one)
            return ids, await nearest(tx, person)


def _context(settings: Settings, made: Surroundings, store: Store) -> Context:
    """No platform: what people must hear waits in the outbox for the next run."""
    campaigns, _ = check_files(sorted(settings.campaigns.glob("*.yaml")))
    return Context(
        store=store,
        clock=made.clock,
        platforms={},
        campaigns={campaign.id: campaign for campaign in campaigns},
        read_measurements=lambda campaign: Measurements(),
        new_secret=made.new_secret,
    )
