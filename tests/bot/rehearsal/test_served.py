"""What would break: a page whose clock does not play the real engine, or that forgets where it was."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.rehearsal.served import serve_in_playground, serve_rehearsal
from bot.rehearsal.timeline import saved_clock
from campaigns.findings import InvalidCampaign
from storage.all_stores import open_store
from storage.tables import DELIVERIES
from tests.bot.platforms.teams.a_team import words_of
from tests.bot.platforms.teams.recordings import recorded
from tests.bot.test_campaign_folder import GOOD
from tests.fake_connector import FakeConnector, fake_connector
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


@dataclass
class Playground:
    """`told` is what is said of a clock that stands still; `channel` what the team reads."""

    fake: FakeConnector
    told: list[str] = field(default_factory=list)
    address: str = ""

    async def bring(self, recording: str, **changes: Any) -> int:
        changes = {"serviceUrl": self.fake.url, "id": f"event-{len(self.fake.requests)}-{recording}", **changes}
        address = f"{self.address}/api/messages"
        async with (
            aiohttp.ClientSession() as session,
            session.post(address, json=recorded(recording, **changes)) as said,
        ):
            return said.status

    def channel(self) -> list[str]:
        place = recorded("installed_in_channel")["conversation"]["id"]
        return [words_of(posted.activity) for posted in self.fake.in_conversation(place)]


@asynccontextmanager
async def a_playground(folder: Path, *, approve_all: bool = False) -> AsyncIterator[Playground]:
    """A year in a few seconds, with Joris, who owns the campaign and leads the team, at the page."""
    (folder / "crm.yaml").write_text(GOOD)
    joris = recorded("execute")["from"]
    async with fake_connector() as fake:
        playground = Playground(fake)
        for place in ("thread_message", "personal_message"):
            data, where = recorded(place)["channelData"], recorded(place)["conversation"]["id"]
            fake.members[data.get("team", {}).get("id", where)] = [{**joris, "email": "joris@example.com"}]
        rehearsal = serve_in_playground(
            folder / "crm.yaml",
            speed=10_000_000.0,
            port=0,
            store_url="memory:",
            new_secret=lambda: "s",
            approve_all=approve_all,
            ready=lambda address, _: setattr(playground, "address", address),
            tell=playground.told.append,
        )
        task = asyncio.create_task(rehearsal)
        try:
            await wait_until(lambda: bool(playground.address) or task.done())
            if task.done():
                await task
            yield playground
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


async def test_in_the_playground_the_clock_begins_with_the_team_and_waits_for_whoever_sits_there(
    tmp_path: Path,
) -> None:
    async with a_playground(tmp_path) as playground:
        assert await playground.bring("installed_in_personal_chat") == 200
        assert await playground.bring("installed_in_channel") == 200
        assert playground.channel() == []
        assert await playground.bring("channel_message", text="<at>Klankbord</at> connect sales") == 200
        await wait_until(lambda: playground.told != [])
        assert "Joris Hendriks has not answered about tip-1" in playground.told[0]
        assert playground.channel() == []
        assert await playground.bring("personal_message", text="approve tip-1") == 200
        await wait_until(lambda: any("Click the star" in text for text in playground.channel()))
        assert len(playground.told) == 1


async def test_before_a_team_is_connected_no_time_passes(tmp_path: Path) -> None:
    async with a_playground(tmp_path) as playground:
        assert await playground.bring("installed_in_channel") == 200
        await a_moment()
        assert (playground.told, playground.channel()) == ([], [])


async def test_the_playground_is_no_place_for_a_file_with_an_error(tmp_path: Path) -> None:
    (tmp_path / "crm.yaml").write_text(GOOD.replace("kind: tip", "kind: trick"))
    with pytest.raises(InvalidCampaign, match=r"crm\.yaml"):
        await serve_in_playground(
            tmp_path / "crm.yaml",
            speed=1.0,
            port=0,
            store_url="memory:",
            new_secret=lambda: "s",
            approve_all=False,
            ready=lambda address, begins: None,
            tell=lambda why: None,
        )
