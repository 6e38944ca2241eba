"""What would break: an approver who never gets a card and an owner who never hears it, or an employee who is named."""

from dataclasses import replace

from bot.inbound import Person
from bot.unreached import note_unreached, tell_owner_of_unreached
from campaigns.delivery import Delivery
from storage.tables import PEOPLE, KnownPerson
from tests.bot.conversation import ANNA, JORIS, SANDRA, Conversation, a_conversation


async def not_reached(talk: Conversation, who: Person) -> None:
    now = talk.clock.now()
    await talk.put(PEOPLE, who.id, KnownPerson("room", who.name, who.chat))
    async with talk.ctx.store.transaction() as tx:
        await note_unreached(talk.ctx, tx, Delivery("notice/x", "crm", now, now, person=who.id), now)


async def test_the_owner_hears_once_who_can_not_be_reached_and_how_to_mend_it() -> None:
    talk = await a_conversation()
    await not_reached(talk, SANDRA)
    await not_reached(talk, SANDRA)
    [told] = await talk.notices(JORIS)
    assert "Sandra de Wit (sandra@example.com)" in told


async def test_when_it_presses_the_owner_hears_it_again() -> None:
    talk = await a_conversation()
    campaign = talk.ctx.campaigns["crm"]
    async with talk.ctx.store.transaction() as tx:
        for presses in (False, True, True):
            await tell_owner_of_unreached(talk.ctx, tx, campaign, "els", talk.clock.now(), it_presses=presses)
    assert len(await talk.notices(JORIS)) == 2


async def test_an_employee_and_the_owner_themself_are_told_of_to_nobody() -> None:
    talk = await a_conversation()
    for who in (ANNA, replace(ANNA, chat="anna@example.com"), JORIS):
        await not_reached(talk, who)
    assert await talk.notices(JORIS) == []
