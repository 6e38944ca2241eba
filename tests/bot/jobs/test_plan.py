"""What would break: an outbox that differs from the plan, or a campaign that is over and planned as if it were new."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.inbound import Approve, Origin
from bot.jobs.plan import PlanJob
from campaigns.approval import Decision
from campaigns.delivery import State
from campaigns.moments import InWeek
from campaigns.plan import plan
from storage.tables import CAMPAIGNS, DELIVERIES, CampaignState
from tests.bot.conversation import JORIS
from tests.builders import NINE_THIRTY, a_campaign, a_post, a_wish
from tests.fakes import a_context
from tests.running_bot import a_running_bot, with_posts

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
BEFORE = TUESDAY - timedelta(days=9)


async def test_the_outbox_holds_exactly_what_is_planned() -> None:
    campaign = a_campaign(posts=(a_post(), a_post(id="tip-2", when=InWeek(3, 1, NINE_THIRTY))))
    ctx = a_context([campaign], now=BEFORE)
    await PlanJob()(ctx, BEFORE)
    async with ctx.store.transaction() as tx:
        kept = {key: delivery.occurrence for key, delivery in await tx.find(DELIVERIES)}
    assert kept == {item.key: item for item in plan([campaign]).occurrences}


async def test_planning_again_after_a_restart_changes_nothing() -> None:
    ctx = a_context([a_campaign()], now=BEFORE)
    await PlanJob()(ctx, BEFORE)
    before = [document async for document in ctx.store.all_documents()]
    await PlanJob()(ctx, BEFORE)
    assert [document async for document in ctx.store.all_documents()] == before


async def test_a_text_that_is_edited_closes_the_card_that_asked_for_it() -> None:
    """A press on it would be a yes to other words than are on it."""
    bot = await a_running_bot(a_campaign())
    await bot.until(TUESDAY - timedelta(days=4))
    asked = (await bot.post_of("tip-1")).approval
    assert asked is not None
    bot.edit(with_posts(a_campaign(), texts=("Other words.",)))
    await bot.engine.settle()
    (update,) = bot.platform.updated
    assert "can't be answered any more" in update.message.text
    pressed = Approve(Origin("room", JORIS, "press-1", None, asked.card))
    assert "can't be answered any more" in await bot.hears(pressed)
    again = (await bot.post_of("tip-1")).approval
    assert again is not None
    assert (again.decision, again.card == asked.card) == (Decision.ASKED, False)


async def test_it_plans_again_only_when_a_file_or_a_wish_has_changed() -> None:
    ctx = a_context([a_campaign()], now=BEFORE)
    job = PlanJob()
    await job(ctx, BEFORE)
    async with ctx.store.transaction() as tx:
        for key, _ in await tx.find(DELIVERIES):
            await tx.remove(DELIVERIES, key)
    await job(ctx, BEFORE)
    async with ctx.store.transaction() as tx:
        assert await tx.find(DELIVERIES) == []
    ctx.campaigns["crm"] = ctx.campaigns["crm"].model_copy(update={"source_hash": "edited"})
    await job(ctx, BEFORE)
    async with ctx.store.transaction() as tx:
        assert len(await tx.find(DELIVERIES)) == 1


async def test_a_post_that_waits_for_a_wish_is_planned_when_the_wish_is_done() -> None:
    wished = a_post(id="wish-1", kind="wish", when=a_post().when, texts=("{wish} is done.",))
    campaign = a_campaign(posts=(a_post(), wished), wishes={"postcode": a_wish()})
    planned = plan([campaign]).occurrences
    bot = await a_running_bot(campaign)
    await bot.engine.settle()
    expected = {item.key for item in planned if not item.expected}
    assert {key for key, item in (await bot.deliveries()).items() if item.occurrence} == expected


async def test_a_campaign_that_is_over_is_not_planned_again() -> None:
    """Its posts are in the archive. Planned again they would look as if they had never been sent."""
    ctx = a_context([a_campaign()], now=BEFORE)
    async with ctx.store.transaction() as tx:
        state = CampaignState("hash", BEFORE, "", ended_at=BEFORE)
        await tx.put(CAMPAIGNS, "crm", state)
    await PlanJob()(ctx, BEFORE)
    async with ctx.store.transaction() as tx:
        assert await tx.find(DELIVERIES) == []
        await tx.put(CAMPAIGNS, "crm", replace(state, ended_at=None))
    await PlanJob()(ctx, BEFORE)
    async with ctx.store.transaction() as tx:
        assert len(await tx.find(DELIVERIES)) == 1


async def test_an_edit_while_a_post_is_being_sent_does_not_touch_it_and_a_later_try_respects_it() -> None:
    bot = await a_running_bot(a_campaign())
    await bot.until(TUESDAY - timedelta(hours=1))
    await bot.says("joris", "approve tip-1")
    post = await bot.post_of("tip-1")
    sending = replace(post, state=State.SENDING, claim="x", attempts=1, channel="room:crm/sales")
    async with bot.ctx.store.transaction() as tx:
        await tx.put(DELIVERIES, post.key, sending)
    bot.edit(with_posts(a_campaign(), texts=("Another text.",)))
    await PlanJob()(bot.ctx, TUESDAY)
    async with bot.ctx.store.transaction() as tx:
        assert await tx.get(DELIVERIES, post.key) == sending
        await tx.put(DELIVERIES, post.key, replace(sending, state=State.WAITING, claim=None, wake=TUESDAY))
    await bot.until(TUESDAY + timedelta(hours=3))
    assert bot.platform.to("crm/sales") == []


async def test_a_post_that_takes_the_name_of_a_sent_one_is_not_lost_in_silence() -> None:
    """Without ids of their own, the second tip is tip-1 when the first has left the file."""
    late = a_post(id="tip-2", when=InWeek(3, 1, NINE_THIRTY), texts=("Another one.",))
    bot = await a_running_bot(a_campaign(posts=(a_post(), late)))
    await bot.until(TUESDAY - timedelta(days=1))
    await bot.says("joris", "approve tip-1")
    await bot.until(TUESDAY)
    bot.edit(a_campaign(posts=(late.model_copy(update={"id": "tip-1"}),)))
    for _ in range(2):
        await bot.engine.settle()
        bot.restart()
    told = [text for text in bot.platform.to("room:joris") if "was already sent" in text]
    assert len(told) == 1
    assert "its own `id`" in told[0]
