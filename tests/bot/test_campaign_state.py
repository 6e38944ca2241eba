"""What would break: somebody who acts before the first plan, or a secret that changes while people rely on it."""

from bot.campaign_state import state_of
from bot.turn import Turn
from storage.tables import CAMPAIGNS, CampaignState
from tests.bot.conversation import ANNA, OPEN, Conversation, a_conversation


async def state(talk: Conversation) -> CampaignState:
    async with talk.ctx.store.transaction() as tx:
        return await state_of(Turn(talk.ctx, tx, OPEN, talk.origin(ANNA)), talk.ctx.campaigns["crm"])


async def test_what_is_kept_is_given_and_before_the_first_plan_a_new_one() -> None:
    talk = await a_conversation()
    assert (await state(talk)).sealed == "sealed-crm"
    async with talk.ctx.store.transaction() as tx:
        await tx.remove(CAMPAIGNS, "crm")
    first = await state(talk)
    assert (first.loaded_at, first.paused_by) == (OPEN, None)
    assert first.sealed
