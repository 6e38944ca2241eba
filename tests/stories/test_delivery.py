"""Nothing is posted twice, late, unapproved or to the wrong place; nothing is lost; the owner hears of trouble."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.outbox import recover
from bot.platforms.base import DeliveryError
from campaigns.delivery import HoldReason, SkipReason, State
from campaigns.model import Campaign, Rules
from campaigns.moments import AsSoonAs, InWeek
from storage.tables import BINDINGS, DELIVERIES
from tests.builders import NINE_THIRTY, a_campaign, a_post, a_wish
from tests.fakes import FakePlatform
from tests.running_bot import RunningBot, a_running_bot, with_posts

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)  # 09:30 in Amsterdam
HOUR = timedelta(hours=1)
TIP = "Click the star to keep a customer at the top."


async def an_approved_tip(campaign: Campaign | None = None, platform: FakePlatform | None = None) -> RunningBot:
    """A bot on the evening before, with the tip of Tuesday 09:30 approved by its owner."""
    bot = await a_running_bot(campaign or a_campaign(), platform=platform)
    await bot.until(TUESDAY - timedelta(days=1))
    await bot.says("joris", "approve tip-1")
    return bot


async def test_a_bot_that_was_down_for_an_hour_posts_on_its_return() -> None:
    bot = await an_approved_tip()
    await bot.down_until(TUESDAY + HOUR)
    assert bot.platform.to("crm/sales") == [TIP]


async def test_a_bot_that_was_down_for_three_hours_posts_nothing_and_says_so() -> None:
    bot = await an_approved_tip()
    await bot.down_until(TUESDAY + 3 * HOUR)
    assert bot.platform.to("crm/sales") == []
    assert (await bot.post_of("tip-1")).reason == SkipReason.TOO_LATE
    assert "its moment passed" in bot.platform.to("room:joris")[-1]


async def test_a_late_post_does_not_go_out_in_the_evening() -> None:
    late = a_post(when=InWeek(week=1, weekday=1, at=datetime(2027, 1, 12, 16, 30).time()))
    bot = await an_approved_tip(a_campaign(posts=(late,)))
    await bot.down_until(TUESDAY + 8 * HOUR)  # 17:30
    assert (await bot.post_of("tip-1")).reason == HoldReason.OUTSIDE_HOURS
    await bot.until(TUESDAY + 24 * HOUR)
    assert bot.platform.to("crm/sales") == []
    assert (await bot.post_of("tip-1")).reason == SkipReason.TOO_LATE


async def test_a_paused_campaign_posts_when_it_is_resumed_in_time() -> None:
    bot = await an_approved_tip()
    await bot.says("joris", "pause")
    await bot.until(TUESDAY + HOUR)
    assert bot.platform.to("crm/sales") == []
    assert (await bot.post_of("tip-1")).state is State.HELD
    await bot.says("joris", "resume")
    await bot.until(TUESDAY + HOUR + timedelta(minutes=5))
    assert bot.platform.to("crm/sales") == [TIP]


async def test_a_campaign_that_is_resumed_too_late_does_not_catch_up() -> None:
    bot = await an_approved_tip()
    await bot.says("joris", "pause")
    await bot.until(TUESDAY + 3 * HOUR)
    await bot.says("joris", "resume")
    await bot.until(TUESDAY + 24 * HOUR)
    assert bot.platform.to("crm/sales") == []


async def test_an_audience_without_a_channel_is_held_until_it_is_connected() -> None:
    bot = await an_approved_tip()
    async with bot.ctx.store.transaction() as tx:
        await tx.remove(BINDINGS, "crm/sales")
    await bot.until(TUESDAY + timedelta(minutes=10))
    assert (await bot.post_of("tip-1")).reason == HoldReason.NOT_CONNECTED
    assert "connect" in bot.platform.to("room:joris")[-1]


async def test_the_owner_hears_once_of_a_hold_however_often_it_is_looked_at() -> None:
    bot = await an_approved_tip()
    await bot.says("joris", "pause")
    before = len(bot.platform.to("room:joris"))
    await bot.until(TUESDAY + HOUR)
    assert len(bot.platform.to("room:joris")) == before + 1


async def test_a_refused_post_is_not_tried_again_and_the_owner_hears() -> None:
    bot = await an_approved_tip()
    bot.platform.failures = [DeliveryError("no such channel", permanent=True)]
    await bot.until(TUESDAY + 3 * HOUR)
    assert (await bot.post_of("tip-1")).state is State.FAILED
    assert bot.platform.to("crm/sales") == []
    assert "no such channel" in bot.platform.to("room:joris")[-1]


async def test_a_post_that_was_certainly_not_accepted_is_tried_again_when_the_platform_says_so() -> None:
    bot = await an_approved_tip()
    bot.platform.failures = [DeliveryError("slow down", retry_after=30)]
    await bot.until(TUESDAY + timedelta(seconds=29))
    assert bot.platform.to("crm/sales") == []
    await bot.until(TUESDAY + timedelta(seconds=31))
    assert bot.platform.to("crm/sales") == [TIP]


async def test_an_answer_that_never_came_is_looked_up_and_not_sent_again_when_it_is_there() -> None:
    bot = await an_approved_tip()
    bot.platform.lost_answers = [DeliveryError("no answer", unknown=True)]
    await bot.until(TUESDAY + timedelta(seconds=1))
    assert (await bot.post_of("tip-1")).state is State.UNCERTAIN
    await bot.until(TUESDAY + HOUR)
    assert bot.platform.to("crm/sales") == [TIP]
    assert (await bot.post_of("tip-1")).state is State.SENT


async def test_an_answer_that_never_came_is_sent_after_all_when_it_is_not_there() -> None:
    bot = await an_approved_tip()
    bot.platform.failures = [DeliveryError("no answer", unknown=True)]
    await bot.until(TUESDAY + HOUR)
    assert bot.platform.to("crm/sales") == [TIP]


@pytest.mark.parametrize(("word", "times"), [("it is there", 1), ("post it", 2)])
async def test_where_nobody_can_look_it_up_the_owner_decides(word: str, times: int) -> None:
    bot = await an_approved_tip(platform=FakePlatform(can_find=False))
    bot.platform.lost_answers = [DeliveryError("no answer", unknown=True)]
    await bot.until(TUESDAY + HOUR)
    uncertain = await bot.post_of("tip-1")
    assert uncertain.state is State.UNCERTAIN
    assert len(bot.platform.to("crm/sales")) == 1
    await bot.says("joris", word, about=uncertain.key)
    await bot.until(TUESDAY + HOUR + timedelta(minutes=1))
    assert len(bot.platform.to("crm/sales")) == times
    assert (await bot.post_of("tip-1")).state is State.SENT


async def test_what_was_being_sent_at_a_crash_is_looked_up_before_anything_is_sent() -> None:
    bot = await an_approved_tip()
    await bot.until(TUESDAY)
    sent = await bot.post_of("tip-1")
    async with bot.ctx.store.transaction() as tx:
        await tx.put(DELIVERIES, sent.key, replace(sent, state=State.SENDING, ref=None, settled_at=None))
    bot.restart()
    await recover(bot.ctx)
    await bot.until(TUESDAY + HOUR)
    assert bot.platform.looked_up == [sent.key]
    assert bot.platform.to("crm/sales") == [TIP]


async def test_a_closed_channel_is_asked_once_and_waits_until_it_is_connected_again() -> None:
    bot = await an_approved_tip()
    bot.platform.failures = [DeliveryError("bot was removed", channel_closed=True)]
    await bot.until(TUESDAY + HOUR)
    assert bot.platform.to("crm/sales") == []
    assert bot.platform.failures == []
    assert (await bot.post_of("tip-1")).reason == HoldReason.CHANNEL_CLOSED
    await bot.says("joris", "connect sales", audience="sales")
    await bot.until(TUESDAY + HOUR + timedelta(minutes=5))
    assert bot.platform.to("crm/sales") == [TIP]


async def test_moving_a_post_that_was_sent_does_not_send_it_again() -> None:
    campaign = a_campaign()
    bot = await an_approved_tip(campaign)
    await bot.until(TUESDAY + HOUR)
    bot.edit(with_posts(campaign, when=InWeek(week=2, weekday=1, at=NINE_THIRTY)))
    await bot.until(TUESDAY + timedelta(days=2))
    await bot.says("joris", "approve tip-1")
    await bot.until(TUESDAY + timedelta(days=8))
    assert bot.platform.to("crm/sales") == [TIP]


async def test_a_post_that_left_the_file_is_not_sent_and_returns_with_it() -> None:
    campaign = a_campaign(posts=(a_post(), a_post(id="tip-2", when=InWeek(week=3, weekday=1, at=NINE_THIRTY))))
    bot = await an_approved_tip(campaign)
    bot.edit(campaign.model_copy(update={"posts": campaign.posts[1:]}))
    await bot.until(TUESDAY - HOUR)
    assert (await bot.post_of("tip-1")).reason == SkipReason.WITHDRAWN
    bot.edit(campaign)
    await bot.until(TUESDAY - HOUR / 2)
    await bot.says("joris", "approve tip-1")
    await bot.until(TUESDAY)
    assert bot.platform.to("crm/sales") == [TIP]


async def test_a_bot_that_first_hears_of_a_campaign_halfway_posts_nothing_of_the_past() -> None:
    later = a_post(id="tip-2", when=InWeek(week=3, weekday=1, at=NINE_THIRTY))
    bot = await a_running_bot(a_campaign(posts=(a_post(), later)), now=TUESDAY + HOUR)
    await bot.until(TUESDAY + 2 * HOUR)
    assert (await bot.post_of("tip-1")).reason == SkipReason.BEFORE_START
    assert bot.platform.to("crm/sales") == []


async def test_a_campaign_whose_file_is_gone_is_held_and_never_posted_late() -> None:
    bot = await an_approved_tip()
    bot.ctx.campaigns.clear()
    await bot.until(TUESDAY + HOUR)
    assert (await bot.post_of("tip-1")).reason == HoldReason.CAMPAIGN_MISSING
    await bot.until(TUESDAY + 24 * HOUR)
    assert (await bot.post_of("tip-1")).reason == SkipReason.TOO_LATE
    assert bot.platform.to("crm/sales") == []


async def test_two_campaigns_in_one_channel_keep_its_cap_at_posting_time() -> None:
    other = a_campaign(id="other", rules=Rules(max_per_day=1))
    bot = await a_running_bot(a_campaign(), other, now=TUESDAY - timedelta(days=7))
    await bot.until(TUESDAY - HOUR)
    assert len({delivery.due for delivery in (await bot.deliveries()).values() if delivery.occurrence}) == 2


async def test_one_bad_channel_does_not_stop_the_others() -> None:
    campaign = a_campaign(
        audiences={
            "sales": a_campaign().audiences["sales"],
            "service": a_campaign().audiences["sales"].model_copy(update={"channel": "Service"}),
        },
        posts=(a_post(for_audiences=("sales", "service")),),
    )
    bot = await an_approved_tip(campaign)
    bot.platform.failures = [DeliveryError("gone", permanent=True)]
    await bot.until(TUESDAY)
    assert sorted([len(bot.platform.to("crm/sales")), len(bot.platform.to("crm/service"))]) == [0, 1]


async def test_news_of_a_wish_is_not_lost_when_an_edit_makes_room_in_the_past() -> None:
    """Done on Friday, when the day was full, so planned for Monday. On Saturday the post that filled Friday goes."""
    friday = a_post(when=InWeek(week=1, weekday=4, at=NINE_THIRTY))
    news = a_post(kind="wish", when=AsSoonAs("wish done"), texts=("Ready: {{ wish }}.",))
    campaign = a_campaign(posts=(friday, news), wishes={"postcode": a_wish()})
    bot = await a_running_bot(campaign)
    await bot.until(TUESDAY + timedelta(days=3, minutes=30))
    await bot.says("joris", "wish done postcode")
    await bot.until(TUESDAY + timedelta(days=4))
    assert bot.platform.to("crm/sales") == []
    bot.edit(campaign.model_copy(update={"posts": (news,)}))
    await bot.until(TUESDAY + timedelta(days=7))
    assert bot.platform.to("crm/sales") == ["Ready: Search by postcode."]
