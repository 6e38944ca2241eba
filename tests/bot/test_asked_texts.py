"""What would break: a yes that lands on another text than the one that was read."""

from dataclasses import replace

from bot.asked_texts import NoneMeant, OldCard, asked_texts
from bot.inbound import Person
from bot.turn import Turn
from campaigns.delivery import State
from storage.tables import DELIVERIES
from tests.bot.conversation import ANNA, CARD, KARIM, SANDRA, Conversation, a_conversation, ask_for_a_yes


async def asked(talk: Conversation, who: Person, post: str = "", about: str = "") -> list[str] | NoneMeant | OldCard:
    async with talk.ctx.store.transaction() as tx:
        turn = Turn(talk.ctx, tx, talk.clock.now(), talk.origin(who, None, about))
        found = await asked_texts(turn, talk.ctx.campaigns["crm"], post)
    return [item.key for item in found] if isinstance(found, list) else found


async def test_a_card_is_all_its_deliveries_whoever_presses() -> None:
    talk = await a_conversation()
    both = [item.key for item in await ask_for_a_yes(talk)]
    assert await asked(talk, SANDRA, about=CARD) == both
    assert await asked(talk, ANNA, about=CARD) == both  # the approval itself refuses


async def test_without_a_name_it_is_the_only_card_that_waits_for_this_person() -> None:
    talk = await a_conversation()
    both = [item.key for item in await ask_for_a_yes(talk)]
    assert await asked(talk, SANDRA) == both
    assert await asked(talk, KARIM) == NoneMeant(())
    other = await ask_for_a_yes(talk, post="management-2", card="notice/crm/approval/management-2/x", ahead_days=9)
    assert await asked(talk, SANDRA) == NoneMeant(("management-1", "management-2"))
    assert await asked(talk, SANDRA, post="Management-2") == [other[0].key]


async def test_a_name_that_does_not_exist_means_nothing() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk)
    assert await asked(talk, SANDRA, post="management-9") == NoneMeant(("management-1",))


async def test_a_card_whose_text_was_changed_since_means_no_other_text() -> None:
    """Also when just one other card waits for whoever presses, and when they name a post in the old card's thread."""
    talk = await a_conversation()
    both = await ask_for_a_yes(talk)
    newer = "notice/crm/approval/management-1/new"
    for item in both:
        assert item.approval is not None
        await talk.put(DELIVERIES, item.key, replace(item, approval=replace(item.approval, card=newer)))
    assert await asked(talk, SANDRA, about=CARD) == OldCard()
    assert await asked(talk, SANDRA, post="management-1", about=CARD) == OldCard()
    assert await asked(talk, SANDRA, post="management-1") == [item.key for item in both]


async def test_a_name_means_the_first_moment_that_waits_and_not_those_after_it() -> None:
    """A weekly tip waits for several yeses at once."""
    talk = await a_conversation()
    first = [item.key for item in await ask_for_a_yes(talk)]
    later = [item.key for item in await ask_for_a_yes(talk, card="notice/crm/approval/management-1/x", ahead_days=9)]
    assert await asked(talk, SANDRA, post="management-1") == first
    for item in (await talk.all(DELIVERIES)).values():
        if item.key in first:
            await talk.put(DELIVERIES, item.key, replace(item, state=State.SENT))
    assert await asked(talk, SANDRA, post="management-1") == later
