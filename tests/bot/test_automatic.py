"""What would break: what is owed to the readers is asked for, told twice, taken back by an edit, or posted at night."""

from datetime import UTC, datetime, timedelta

from bot.automatic import post_automatically
from campaigns.delivery import State
from campaigns.model import Rules
from tests.builders import a_campaign, a_post, an_audience
from tests.running_bot import RunningBot, a_running_bot

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)  # 09:30 in Amsterdam
BOTH = {"sales": an_audience(), "service": an_audience()}
CAMPAIGN = a_campaign(audiences=BOTH, posts=(a_post(for_audiences=("sales", "service")),), rules=Rules(max_per_day=2))


async def owe(bot: RunningBot, *audiences: str, name: str = "1") -> int:
    campaign = bot.ctx.campaigns["crm"]
    async with bot.ctx.store.transaction() as tx:
        new = await post_automatically(
            tx, campaign, kind="extension", name=name, audiences=audiences,
            sentence=lambda audience: f"Longer for {audience}.", now=bot.clock.now(),
        )  # fmt: skip
    await bot.engine.settle()
    return len(new)


async def test_it_goes_to_each_audience_once_without_anybody_asked() -> None:
    bot = await a_running_bot(CAMPAIGN)
    await bot.until(TUESDAY - timedelta(minutes=5))
    assert await owe(bot, "sales", "service", "sales", "nowhere") == 2
    assert await owe(bot, "sales", "service") == 0
    assert bot.platform.to("crm/sales") == ["Longer for sales."]
    assert bot.platform.to("crm/service") == ["Longer for service."]
    assert [event.post for event in bot.events("asked")] == ["tip-1", "tip-1"]


async def test_at_night_it_waits_for_the_morning() -> None:
    bot = await a_running_bot(CAMPAIGN)
    await bot.until(TUESDAY + timedelta(hours=12))
    await owe(bot, "sales")
    assert (await bot.post_of("extension.1")).state is State.WAITING
    await bot.until(TUESDAY + timedelta(hours=23, minutes=29))
    assert bot.platform.to("crm/sales") == []
    await bot.until(TUESDAY + timedelta(hours=23, minutes=30))
    assert bot.platform.to("crm/sales") == ["Longer for sales."]


async def test_no_edit_of_the_file_takes_it_back() -> None:
    bot = await a_running_bot(CAMPAIGN)
    await bot.until(TUESDAY + timedelta(hours=12))
    await owe(bot, "sales")
    bot.edit(CAMPAIGN.model_copy(update={"posts": (a_post(id="another", for_audiences=("service",)),)}))
    await bot.until(TUESDAY + timedelta(days=1))
    assert bot.platform.to("crm/sales") == ["Longer for sales."]


async def test_a_full_channel_gets_it_on_another_day_and_a_paused_one_after_the_pause() -> None:
    bot = await a_running_bot(CAMPAIGN.model_copy(update={"rules": Rules()}))
    await bot.until(TUESDAY - timedelta(hours=1))
    await bot.says("joris", "approve tip-1")
    await bot.until(TUESDAY)
    await owe(bot, "sales")
    assert (await bot.post_of("extension.1")).reason == "cap_reached"
    await bot.says("joris", "pause")
    await bot.until(TUESDAY + timedelta(days=1))
    assert (await bot.post_of("extension.1")).reason == "paused"
    await bot.says("joris", "resume")
    assert bot.platform.to("crm/sales")[1:] == ["Longer for sales."]


async def test_its_why_says_whose_text_it_is_and_the_owners_day_and_the_plan_know_it() -> None:
    bot = await a_running_bot(CAMPAIGN)
    await bot.until(TUESDAY - timedelta(minutes=5))
    await owe(bot, "sales")
    key = (await bot.post_of("extension.1")).key
    assert "the bot\u2019s own" in await bot.says("anna", "why", audience="sales", about=key)
    assert "extension.1" in await bot.says("joris", "today")
    bot.edit(CAMPAIGN)  # and the plan is made anew with it as history
    await bot.until(TUESDAY + timedelta(days=1))
    assert len(bot.platform.to("crm/sales")) == 1
