"""What would break: a card that shows seats that are gone, or a card whose text changes without a yes."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.platforms.base import DeliveryError
from bot.privacy import forget_person
from campaigns.message import Message, SeatCount
from campaigns.model import Campaign
from campaigns.moments import InWeek
from storage.tables import DELIVERIES
from tests.builders import a_campaign, a_post, some_seats
from tests.running_bot import RunningBot, a_running_bot, with_posts

OPENS = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)
CLOSES = datetime(2027, 2, 11, 15, 0, tzinfo=UTC)
CALL = a_post(
    kind="call", sender="sandra", when=InWeek(week=4, weekday=0, at=time(9, 30)),
    texts=("{{places_left}} of {{places_total}} places are left.",),
)  # fmt: skip


def with_a_call() -> Campaign:
    return a_campaign(seats=some_seats(), posts=(CALL,))


async def a_posted_card() -> RunningBot:
    bot = await a_running_bot(with_a_call(), given=2)
    await bot.until(OPENS - timedelta(days=1))
    await bot.says("sandra", "approve call-1")
    await bot.until(OPENS)
    assert bot.platform.to("crm/sales") == ["3 of 3 places are left."]
    return bot


def shown(bot: RunningBot) -> list[tuple[str, SeatCount | None]]:
    return [(item.message.text, item.message.seats) for item in bot.platform.updated if item.place == "crm/sales"]


async def test_a_sign_up_is_shown_at_once_and_only_once() -> None:
    bot = await a_posted_card()
    await bot.says("anna", "join", audience="sales")
    await bot.says("anna", "join", audience="sales")
    assert shown(bot) == [("2 of 3 places are left.", SeatCount(2, 3))]
    assert [event.event for event in bot.events("updated")] == ["updated"]


async def test_a_text_that_was_edited_since_is_not_shown_without_a_yes() -> None:
    bot = await a_posted_card()
    bot.edit(with_posts(with_a_call(), texts=("Only {{places_left}} left!",)))
    await bot.says("anna", "join", audience="sales")
    assert shown(bot)[-1] == ("3 of 3 places are left.", SeatCount(2, 3))


async def test_a_card_that_cannot_be_refreshed_stays_as_it_is_and_stops_nothing() -> None:
    bot = await a_posted_card()
    bot.platform.failures = [DeliveryError("too old", permanent=True)]
    await bot.says("anna", "join", audience="sales")
    assert shown(bot) == []
    kept = (await bot.post_of("call-1")).message
    assert kept is not None
    assert kept.seats == SeatCount(3, 3)
    await bot.says("bilal", "join", audience="sales")
    assert shown(bot)[-1][1] == SeatCount(1, 3)


async def test_after_a_restart_the_cards_are_looked_at_once_and_not_sent_again() -> None:
    bot = await a_posted_card()
    await bot.says("anna", "join", audience="sales")
    bot.restart()
    await bot.engine.settle()
    assert len(shown(bot)) == 1
    assert len(bot.platform.to("crm/sales")) == 1


async def test_a_card_whose_platform_is_gone_is_left_alone() -> None:
    bot = await a_posted_card()
    card = await bot.post_of("call-1")
    async with bot.ctx.store.transaction() as tx:
        await tx.put(DELIVERIES, card.key, replace(card, channel="slack:C1"))
    await bot.says("anna", "join", audience="sales")
    assert shown(bot) == []


async def test_who_is_forgotten_while_a_card_is_being_shown_anew_does_not_come_back_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "In the group: {{ members }}. {{ places_left }} of {{ places_total }} places are left."
    call = CALL.model_copy(update={"texts": (text,), "when": InWeek(week=4, weekday=1, at=time(9, 30))})
    bot = await a_running_bot(a_campaign(seats=some_seats(), posts=(call,)), given=2)
    await bot.until(OPENS + timedelta(hours=1))
    await bot.says("sandra", "approve call-1")
    for who in ("zebra", "bilal"):
        await bot.says(who, "join", audience="sales")
        await bot.says(who, "name me", audience="sales")
    await bot.until(OPENS + timedelta(days=1))
    assert "Bilal and Zebra" in bot.platform.to("crm/sales")[0]
    update = bot.platform.update
    forgotten: list[str] = []

    async def forgets(channel: str, ref: str, message: Message) -> None:
        if not forgotten:
            forgotten.append("zebra")
            async with bot.ctx.store.transaction() as tx:
                await forget_person(bot.ctx, tx, "room:zebra")
        await update(channel, ref, message)

    monkeypatch.setattr(bot.platform, "update", forgets)
    await bot.says("chiara", "join", audience="sales")
    await bot.outbox.updates.drain()
    await bot.says("daan", "join", audience="sales")
    assert forgotten
    assert "Zebra" not in repr(await bot.deliveries())
    assert "Zebra" not in shown(bot)[-1][0]
