"""What would break: trouble that the owner never hears of, hears twice, or hears once per team."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.trouble import ask_owner_to_settle, tell_owner_of_trouble
from campaigns.delivery import Delivery, HoldReason, SkipReason, State, held, skipped
from storage.tables import DELIVERIES
from tests.bot.test_claiming import TUESDAY, a_due_tip, kept
from tests.running_bot import RunningBot


async def tell(bot: RunningBot, delivery: Delivery) -> Delivery:
    async with bot.ctx.store.transaction() as tx:
        return await tell_owner_of_trouble(bot.ctx, tx, delivery, TUESDAY)


async def notices(bot: RunningBot) -> list[str]:
    """What waits for the owner."""
    found = [item for item in (await bot.deliveries()).values() if item.person == "room:joris"]
    return [item.message.text for item in found if item.message and item.state is State.WAITING]


def of_team(delivery: Delivery, team: str) -> Delivery:
    assert delivery.occurrence is not None
    occurrence = replace(delivery.occurrence, audience=team)
    return replace(delivery, key=occurrence.key, occurrence=occurrence)


async def test_the_same_trouble_is_told_once_and_another_trouble_again() -> None:
    bot = await a_due_tip()
    paused = await tell(bot, held(await kept(bot.ctx), reason=HoldReason.PAUSED))
    assert await tell(bot, paused) == paused
    assert len(await notices(bot)) == 1
    await tell(bot, held(paused, reason=HoldReason.NOT_CONNECTED))
    assert len(await notices(bot)) == 2


async def test_teams_with_the_same_trouble_share_one_notice_until_it_has_gone_out() -> None:
    bot = await a_due_tip()
    delivery = held(await kept(bot.ctx), reason=HoldReason.PAUSED)
    await tell(bot, delivery)
    await tell(bot, of_team(delivery, "inside_sales"))
    [notice] = await notices(bot)
    assert "It concerns: Sales, Inside sales." in notice


async def test_numbers_stand_in_the_notice() -> None:
    bot = await a_due_tip()
    await tell(bot, held(await kept(bot.ctx), reason=HoldReason.NO_FACTS, detail="61 of 104."))
    assert "61 of 104." in (await notices(bot))[0]


@pytest.mark.parametrize("reason", [SkipReason.WITHDRAWN, SkipReason.BEFORE_START])
async def test_what_the_owner_did_is_not_told_as_news(reason: SkipReason) -> None:
    bot = await a_due_tip()
    await tell(bot, skipped(await kept(bot.ctx), now=TUESDAY, reason=reason))
    assert await notices(bot) == []


async def test_without_a_campaign_there_is_nobody_to_tell_and_it_is_not_marked_as_told() -> None:
    bot = await a_due_tip()
    delivery = held(await kept(bot.ctx), reason=HoldReason.CAMPAIGN_MISSING)
    bot.ctx.campaigns.clear()
    assert (await tell(bot, delivery)).owner_told == ()


async def test_each_sending_that_was_lost_is_asked_about_once() -> None:
    bot = await a_due_tip()
    delivery = replace(await kept(bot.ctx), state=State.UNCERTAIN, attempts=1)
    async with bot.ctx.store.transaction() as tx:
        asked = await ask_owner_to_settle(bot.ctx, tx, delivery, TUESDAY)
        assert await ask_owner_to_settle(bot.ctx, tx, asked, TUESDAY) == asked
        await ask_owner_to_settle(bot.ctx, tx, replace(asked, attempts=2), TUESDAY + timedelta(hours=1))
        questions = [item for key, item in await tx.find(DELIVERIES) if "/settle/" in key]
    assert len(questions) == 2
    assert questions[0].message is not None
    assert [button.verb for button in questions[0].message.buttons] == ["it_is_there", "post_it"]
    assert {button.about for button in questions[0].message.buttons} == {delivery.key}
