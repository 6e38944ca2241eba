"""What would break: a bot on the real clock that does not read its folder, keep what it did, or close its store."""

import asyncio
from datetime import datetime
from pathlib import Path

import aiohttp

from app import RealClock
from bot.running import campaign_files, run
from bot.settings import Settings
from storage.all_stores import open_store
from storage.tables import CAMPAIGNS, DELIVERIES
from tests.bot.test_campaign_folder import GOOD


def test_campaigns_are_the_yaml_files_of_the_folder_in_order(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml", "notes.md", "measurements.csv"):
        (tmp_path / name).write_text("x")
    assert [file.name for file in campaign_files(tmp_path)] == ["a.yaml", "b.yaml"]


async def test_it_plans_what_is_in_the_folder_and_a_second_start_finds_it_again(tmp_path: Path) -> None:
    folder = tmp_path / "campaigns"
    folder.mkdir()
    (folder / "crm.yaml").write_text(GOOD)
    for _ in range(2):
        await run_until_planned(tmp_path, folder)
        store = await open_store(f"tinydb:{tmp_path}/klankbord.db")
        async with store.transaction() as tx:
            loaded = dict(await tx.find(CAMPAIGNS))
            posts = [item for _, item in await tx.find(DELIVERIES) if item.occurrence]
        await store.close()
        assert len(posts) == 1
        assert isinstance(loaded["crm"].loaded_at, datetime)


async def run_until_planned(tmp_path: Path, folder: Path) -> None:
    ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    running = asyncio.create_task(
        run(
            Settings(store=f"tinydb:{tmp_path}/klankbord.db", campaigns=folder).model_copy(update={"port": 0}),
            clock=RealClock(),
            new_secret=lambda: "secret",
            ready=ready.set_result,
        )
    )
    async with asyncio.timeout(10):
        address = f"{await ready}/healthz"
        async with aiohttp.ClientSession() as session:
            while True:
                async with session.get(address) as page:
                    if page.status == 200:
                        break
                await asyncio.sleep(0.02)
        await asyncio.sleep(0.2)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
