"""What would break: a message that still goes out to somebody who said stop."""

from bot.notices import notice, notify
from bot.stopping import stop_messages
from bot.turn import Turn
from campaigns.delivery import SkipReason, State
from storage.tables import DELIVERIES, REMINDERS
from tests.bot.conversation import ANNA, KARIM, OPEN, a_conversation


async def test_what_waits_for_the_person_is_skipped_unless_a_role_needs_it() -> None:
    talk = await a_conversation()
    campaign = talk.ctx.campaigns["crm"]
    await talk.say(ANNA, "remind me tomorrow 10:00", "sales")
    async with talk.ctx.store.transaction() as tx:
        for who in (ANNA, KARIM):
            await notify(tx, campaign, person=who.id, message=notice(campaign, "Hello"), key=who.id, now=OPEN)
            await stop_messages(Turn(talk.ctx, tx, OPEN, talk.origin(who)))
    kept = await talk.all(DELIVERIES)
    assert kept[f"notice/crm/{ANNA.id}"].reason == SkipReason.STOPPED
    assert kept[f"notice/crm/{KARIM.id}"].state is State.WAITING
    assert await talk.all(REMINDERS) == {}
