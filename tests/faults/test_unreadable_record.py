"""What would break: one record that this version can't read stops the posts of other campaigns, or is written over."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zlib import crc32

import pytest

from bot.inbound import Approve, Origin, Person
from campaigns.model import Campaign
from storage.all_stores import open_store
from storage.base import StoreProblem
from storage.tables import CAMPAIGNS, DELIVERIES
from tests.builders import a_campaign, an_audience
from tests.running_bot import RunningBot, a_running_bot

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
STRANGE = '{"of a later version":1}'


def one_named(name: str) -> Campaign:
    return a_campaign(id=name, audiences={"sales": an_audience(channel=f"{name} > General")})


async def two_campaigns(url: str, *, now: datetime | None = None) -> RunningBot:
    return await a_running_bot(one_named("aa"), one_named("bb"), store=await open_store(url), now=now)


async def approve_everything(bot: RunningBot) -> None:
    for number, delivery in enumerate((await bot.deliveries()).values()):
        if delivery.approval is not None:
            joris = Person("room:joris", "Joris", "joris@example.com")
            await bot.hears(Approve(Origin("room", joris, f"e{number}", None, delivery.approval.card)))


def spoil(path: Path, table: str, key: str) -> None:
    """As a later version leaves it behind: whole, but with a field that this one does not know."""
    with closing(sqlite3.connect(path)) as file:
        changed = file.execute(
            "update documents set document = ?, checksum = ? where noun = ? and key = ?",
            (STRANGE, crc32(STRANGE.encode()), table, key),
        )
        assert changed.rowcount == 1
        file.commit()


async def test_a_post_that_can_not_be_read_stops_its_own_campaign_only_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "klankbord.db"
    bot = await two_campaigns(f"tinydb:{path}")
    await bot.until(TUESDAY - timedelta(days=1))
    await approve_everything(bot)
    [key] = [key for key, item in (await bot.deliveries()).items() if item.occurrence and item.campaign == "aa"]
    await bot.ctx.store.close()
    spoil(path, DELIVERIES.name, key)

    bot = await two_campaigns(f"tinydb:{path}", now=TUESDAY)
    with pytest.raises(ExceptionGroup, match="The others were done"):
        await bot.engine.tick()
    await bot.engine.close()
    assert (len(bot.platform.to("aa/sales")), len(bot.platform.to("bb/sales"))) == (0, 1)
    [trouble] = bot.ctx.store.troubles()
    assert key in trouble
    kept = [document async for _, found, document in bot.ctx.store.all_documents() if found == key]
    assert kept == [{"of a later version": 1}]
    await bot.ctx.store.close()


async def test_a_record_of_a_small_table_that_can_not_be_read_refuses_the_start_and_names_the_backup(
    tmp_path: Path,
) -> None:
    path = tmp_path / "klankbord.db"
    bot = await two_campaigns(f"tinydb:{path}")
    await bot.engine.settle()
    await bot.ctx.store.close()
    spoil(path, CAMPAIGNS.name, "aa")
    with pytest.raises(StoreProblem, match=r"campaigns 'aa' can't be read: .*; restore the newest backup"):
        await open_store(f"tinydb:{path}")
