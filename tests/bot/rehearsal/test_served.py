"""What would break: a page whose clock does not play the real engine, or that forgets where it was."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

import pytest

from bot.rehearsal.served import serve_rehearsal
from bot.rehearsal.timeline import saved_clock
from campaigns.findings import InvalidCampaign
from storage.all_stores import open_store
from storage.tables import DELIVERIES
from tests.bot.test_campaign_folder import GOOD
from tests.waiting import wait_until


async def served(folder: Path, visit: Callable[[], Awaitable[None]], text: str = GOOD) -> datetime | None:
    """Where the clock was at its end."""
    (folder / "crm.yaml").write_text(text)
    store_url = f"tinydb:{folder}/rehearsal.db"
    ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    rehearsal = serve_rehearsal(
        folder / "crm.yaml",
        speed=60.0,
        port=0,
        store_url=store_url,
        new_secret=lambda: "s",
        ready=lambda address, _: ready.set_result(address),
    )
    task = asyncio.create_task(rehearsal)
    await wait_until(lambda: task.done() or ready.done())
    if task.done():
        await task
    await visit()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    store = await open_store(store_url)
    try:
        async with store.transaction() as tx:
            assert [item for _, item in await tx.find(DELIVERIES) if item.occurrence]
        return await saved_clock(store)
    finally:
        await store.close()


async def a_moment() -> None:
    await asyncio.sleep(0.15)


async def test_it_begins_before_the_first_card_and_goes_on_where_it_was(tmp_path: Path) -> None:
    first = await served(tmp_path, a_moment)
    again = await served(tmp_path, a_moment)
    assert first is not None
    assert first.isoformat().startswith("2027-01-05T07")
    assert again == first


async def test_a_file_with_an_error_is_refused_and_no_page_opens(tmp_path: Path) -> None:
    with pytest.raises(InvalidCampaign, match=r"crm\.yaml"):
        await served(tmp_path, a_moment, GOOD.replace("kind: tip", "kind: trick"))
