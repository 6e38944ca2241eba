"""What would break: a platform in trouble that undoes a decision, or a card that never shows the answer."""

from bot.cards import redraw
from bot.platforms.base import DeliveryError
from campaigns.approval import Decision
from storage.tables import DELIVERIES
from tests.bot.conversation import CARD, SANDRA, a_conversation, ask_for_a_yes


async def test_a_platform_that_refuses_is_not_fatal() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk)
    talk.platform.failures.append(DeliveryError("no", permanent=True))
    assert "Thank you" in await talk.say(SANDRA, "approve management-1")
    kept = (await talk.all(DELIVERIES)).values()
    assert {item.approval.decision for item in kept if item.approval} == {Decision.APPROVED}
    assert talk.platform.updated == []


async def test_a_card_that_is_not_sent_or_not_known_is_left_alone() -> None:
    talk = await a_conversation()
    await redraw(talk.ctx, "nothing")
    await ask_for_a_yes(talk)
    talk.ctx.campaigns.clear()
    await redraw(talk.ctx, CARD)
    assert talk.platform.updated == []
