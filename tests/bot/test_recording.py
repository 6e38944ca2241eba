"""What would break: a result that is lost, brought by someone else than the sender, or never looked at again."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.claiming import Claimed, claim
from bot.platforms.base import DeliveryError
from bot.recording import ALONE_AT_MOST, LOOK_AGAIN, LOOK_UP_AFTER, look_up, record_error, record_sent
from campaigns.delivery import Delivery, HoldReason, State
from storage.tables import BINDINGS, DELIVERIES, Binding
from tests.bot.test_claiming import TIP, TUESDAY, a_due_tip, keep, kept
from tests.running_bot import RunningBot

LOST = DeliveryError("no answer", unknown=True)


async def a_claimed_tip() -> tuple[RunningBot, Claimed]:
    bot = await a_due_tip()
    ours = await claim(bot.ctx, TIP)
    assert ours is not None
    return bot, ours


async def an_uncertain_tip(*, can_find: bool = True) -> tuple[RunningBot, Delivery]:
    bot, ours = await a_claimed_tip()
    bot.platform.can_find = can_find
    await record_error(bot.ctx, ours, LOST)
    return bot, await kept(bot.ctx)


async def test_what_was_sent_is_settled_with_its_reference_and_told() -> None:
    bot, ours = await a_claimed_tip()
    delivery = await record_sent(bot.ctx, ours, "ref-7")
    assert (delivery.state, delivery.ref, delivery.wake) == (State.SENT, "ref-7", None)
    assert await kept(bot.ctx) == delivery
    assert [event.text for event in bot.events("sent")] == [ours.message.text]


async def test_only_who_claimed_it_may_record_what_came_of_it() -> None:
    bot, ours = await a_claimed_tip()
    other = Claimed(replace(ours.delivery, claim="another"), ours.place, ours.message)
    await record_sent(bot.ctx, other, "ref")
    await record_error(bot.ctx, other, LOST)
    assert (await kept(bot.ctx)).state is State.SENDING
    assert bot.events("sent", "uncertain") == []


@pytest.mark.parametrize(
    ("error", "state", "wait"),
    [
        (DeliveryError("slow down", retry_after=30), State.WAITING, timedelta(seconds=30)),
        (DeliveryError("busy"), State.WAITING, timedelta(seconds=5)),
        (LOST, State.UNCERTAIN, LOOK_UP_AFTER),
        (DeliveryError("removed", channel_closed=True), State.HELD, LOOK_AGAIN),
        (DeliveryError("no", permanent=True), State.FAILED, None),
    ],
)
async def test_each_error_has_its_own_way_on(error: DeliveryError, state: State, wait: timedelta | None) -> None:
    bot, ours = await a_claimed_tip()
    await record_error(bot.ctx, ours, error)
    delivery = await kept(bot.ctx)
    assert (delivery.state, delivery.claim) == (state, None)
    assert delivery.wake == (TUESDAY + wait if wait else None)
    assert bool(delivery.owner_told) is (state is not State.WAITING)


async def test_a_closed_channel_is_closed_for_every_audience_there_and_on_no_other_platform() -> None:
    bot, ours = await a_claimed_tip()
    async with bot.ctx.store.transaction() as tx:
        await tx.put(BINDINGS, "b/all", Binding("b", "all", "room", "crm/sales"))
        await tx.put(BINDINGS, "c/all", Binding("c", "all", "slack", "crm/sales"))
    await record_error(bot.ctx, ours, DeliveryError("removed", channel_closed=True))
    async with bot.ctx.store.transaction() as tx:
        closed = {key: binding.closed for key, binding in await tx.find(BINDINGS)}
    assert closed == {"crm/sales": "removed", "b/all": "removed", "c/all": ""}


async def test_a_person_who_cannot_be_reached_is_not_tried_every_few_minutes() -> None:
    bot, ours = await a_claimed_tip()
    notice = Claimed(replace(ours.delivery, occurrence=None, person="room:anna"), ours.place, ours.message)
    await keep(bot.ctx, notice.delivery)
    await record_error(bot.ctx, notice, DeliveryError("left", channel_closed=True))
    held = await kept(bot.ctx)
    assert (held.state, held.wake) == (State.HELD, bot.clock.now() + timedelta(hours=6))


async def test_an_uncertain_post_that_is_there_is_sent_and_one_that_is_not_waits_again() -> None:
    bot, delivery = await an_uncertain_tip()
    await look_up(bot.ctx, delivery)
    once = await kept(bot.ctx)
    assert (once.state, once.wake) == (State.UNCERTAIN, TUESDAY + LOOK_UP_AFTER)
    await look_up(bot.ctx, once)
    assert (await kept(bot.ctx)).state is State.WAITING
    bot, delivery = await an_uncertain_tip()
    assert delivery.message is not None
    ref = await bot.platform.post("crm/sales", delivery.message, TIP)
    await look_up(bot.ctx, delivery)
    assert ((await kept(bot.ctx)).state, (await kept(bot.ctx)).ref) == (State.SENT, ref)
    assert len(bot.events("sent")) == 1


async def test_a_post_that_nobody_can_look_up_is_asked_about_each_time_that_it_is_lost() -> None:
    bot, _ = await an_uncertain_tip(can_find=False)
    for attempts, questions in ((1, 1), (1, 1), (2, 2)):
        await keep(bot.ctx, replace(await kept(bot.ctx), attempts=attempts, wake=TUESDAY))
        await look_up(bot.ctx, await kept(bot.ctx))
        assert (await kept(bot.ctx)).wake is None
        assert len([key for key in await bot.deliveries() if "/settle/" in key]) == questions


async def test_a_history_that_lags_behind_is_not_believed_at_once() -> None:
    """It shows the post only at the second look; believed the first time, the post would stand there twice."""
    bot, delivery = await an_uncertain_tip()
    await look_up(bot.ctx, delivery)
    assert delivery.message is not None
    await bot.platform.post("crm/sales", delivery.message, TIP)
    await bot.until(TUESDAY + LOOK_UP_AFTER)
    assert (await kept(bot.ctx)).state is State.SENT
    assert len(bot.platform.to("crm/sales")) == 1


@pytest.mark.parametrize("says", [DeliveryError("no right", permanent=True), DeliveryError("out", channel_closed=True)])
async def test_where_looking_again_does_not_help_the_owner_is_asked(
    says: DeliveryError, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot, delivery = await an_uncertain_tip()
    monkeypatch.setattr(bot.platform, "find", refusing(says))
    await look_up(bot.ctx, delivery)
    assert (await kept(bot.ctx)).wake is None
    assert len([key for key in await bot.deliveries() if "/settle/" in key]) == 1


async def test_who_can_not_be_asked_for_an_hour_is_asked_again_and_so_is_the_owner(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bot, _ = await an_uncertain_tip()
    monkeypatch.setattr(bot.platform, "find", refusing(DeliveryError("busy")))
    for late, questions in ((timedelta(), 0), (ALONE_AT_MOST + LOOK_AGAIN, 1), (ALONE_AT_MOST + 2 * LOOK_AGAIN, 1)):
        bot.clock.set_to(TUESDAY + late)
        await look_up(bot.ctx, await kept(bot.ctx))
        assert (await kept(bot.ctx)).wake == bot.clock.now() + LOOK_AGAIN
        assert len([key for key in await bot.deliveries() if "/settle/" in key]) == questions


def refusing(error: DeliveryError) -> Callable[[str, str], Awaitable[str | None]]:
    async def find(place: str, key: str) -> str | None:
        raise error

    return find


async def test_without_its_campaign_a_lost_post_is_not_forgotten() -> None:
    bot, delivery = await an_uncertain_tip(can_find=False)
    bot.ctx.campaigns.clear()
    await look_up(bot.ctx, delivery)
    assert (await kept(bot.ctx)).wake == TUESDAY + LOOK_AGAIN


async def test_a_platform_that_does_not_run_is_asked_later() -> None:
    bot, delivery = await an_uncertain_tip()
    gone = replace(delivery, channel="slack:C1")
    await keep(bot.ctx, gone)
    await look_up(bot.ctx, gone)
    assert ((await kept(bot.ctx)).state, (await kept(bot.ctx)).wake) == (State.UNCERTAIN, TUESDAY + LOOK_AGAIN)


async def test_a_lost_notice_is_sent_again_and_nobody_else_hears_of_it() -> None:
    bot, delivery = await an_uncertain_tip(can_find=False)
    lost = replace(delivery, occurrence=None, person="room:anna")
    await keep(bot.ctx, lost)
    before = len(await bot.deliveries())
    await look_up(bot.ctx, lost)
    again = await kept(bot.ctx)
    assert again.state is State.WAITING
    assert again.wake is not None
    assert again.wake > TUESDAY
    assert len(await bot.deliveries()) == before


async def test_what_was_settled_or_forgotten_while_we_looked_stays_so() -> None:
    bot, delivery = await an_uncertain_tip()
    await keep(bot.ctx, replace(delivery, state=State.SENT, wake=None, ref="by hand"))
    await look_up(bot.ctx, delivery)
    assert (await kept(bot.ctx)).ref == "by hand"
    async with bot.ctx.store.transaction() as tx:
        await tx.remove(DELIVERIES, TIP)
    await look_up(bot.ctx, delivery)
    assert TIP not in await bot.deliveries()


async def test_closing_reason_is_kept_for_the_owner() -> None:
    bot, ours = await a_claimed_tip()
    await record_error(bot.ctx, ours, DeliveryError("removed", channel_closed=True))
    assert ((await kept(bot.ctx)).reason, (await kept(bot.ctx)).detail) == (HoldReason.CHANNEL_CLOSED, "removed")
