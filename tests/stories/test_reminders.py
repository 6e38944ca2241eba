"""A reminder comes to the one who asked for it, at the moment that was said back, and to nobody else."""

from datetime import UTC, datetime, timedelta

from storage.tables import REMINDERS
from tests.builders import a_campaign, some_seats
from tests.running_bot import RunningBot, a_running_bot

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
OPENS = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)
DAY = timedelta(days=1)


async def a_bot(now: datetime) -> RunningBot:
    bot = await a_running_bot(a_campaign(seats=some_seats()))
    await bot.until(TUESDAY - DAY)
    await bot.says("joris", "approve tip-1")
    await bot.until(now)
    return bot


async def test_a_reminder_of_a_post_quotes_it_at_the_moment_that_was_said_back() -> None:
    bot = await a_bot(TUESDAY)
    post = await bot.post_of("tip-1")
    answer = await bot.says("anna", "remind me tomorrow 10:00", audience="sales", about=post.key)
    assert "Wednesday 13 January 10:00" in answer
    await bot.until(TUESDAY + DAY)
    assert bot.platform.to("room:anna") == []
    await bot.until(TUESDAY + DAY + timedelta(minutes=30))
    [reminder] = bot.platform.to("room:anna")
    assert "Click the star" in reminder
    await bot.until(TUESDAY + 9 * DAY)
    assert len(bot.platform.to("room:anna")) == 1
    assert bot.platform.to("room:bilal") == []


async def test_without_a_moment_it_is_the_working_day_before_the_closing() -> None:
    bot = await a_bot(OPENS)
    answer = await bot.says("anna", "remind me", audience="sales")
    assert "Wednesday 10 February 10:00" in answer
    await bot.until(datetime(2027, 2, 10, 9, 0, tzinfo=UTC))
    [reminder] = bot.platform.to("room:anna")
    assert "Thursday 11 February 16:00" in reminder


async def test_a_moment_at_night_moves_to_the_morning_and_that_is_said() -> None:
    bot = await a_bot(TUESDAY)
    assert "Wednesday 13 January 09:00" in await bot.says("anna", "remind me today 23:00", audience="sales")


async def test_asking_twice_for_the_same_moment_is_one_reminder() -> None:
    bot = await a_bot(TUESDAY)
    for _ in range(2):
        await bot.says("anna", "remind me tomorrow 10:00", audience="sales")
    async with bot.ctx.store.transaction() as tx:
        assert len(await tx.find(REMINDERS)) == 1


async def test_after_stop_no_reminder_comes() -> None:
    bot = await a_bot(TUESDAY)
    await bot.says("anna", "remind me tomorrow 10:00", audience="sales")
    await bot.says("anna", "stop")
    await bot.until(TUESDAY + 3 * DAY)
    assert bot.platform.to("room:anna") == []


async def test_a_moment_that_is_not_understood_sets_nothing_and_says_so() -> None:
    bot = await a_bot(TUESDAY)
    answer = await bot.says("anna", "remind me sometime", audience="sales")
    assert "sometime" in answer
    async with bot.ctx.store.transaction() as tx:
        assert await tx.find(REMINDERS) == []


async def test_a_bot_that_was_down_at_the_moment_reminds_on_its_return() -> None:
    bot = await a_bot(TUESDAY)
    await bot.says("anna", "remind me tomorrow 10:00", audience="sales")
    await bot.down_until(TUESDAY + 2 * DAY)
    assert len(bot.platform.to("room:anna")) == 1
