"""What would break: a platform in trouble that undoes a decision, or a card that never shows the answer."""

from dataclasses import replace

from bot.cards import redraw, shown_now
from bot.inbound import Person
from bot.platforms.base import DeliveryError
from campaigns.approval import Approval, Decision
from campaigns.approval_text import text_to_approve
from campaigns.message import Button, Message, Part, SeatCount
from storage.tables import DELIVERIES, SEATS
from tests.bot.conversation import (
    ANNA,
    CARD,
    OPEN,
    SANDRA,
    Conversation,
    a_conversation,
    a_sent_post,
    a_whole_campaign,
    ask_for_a_yes,
)
from tests.builders import a_post, some_seats


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


async def test_a_card_that_asks_for_nothing_any_more_says_so_without_buttons() -> None:
    """As after an edit, or when the moment has passed without an answer."""
    talk = await a_conversation()
    for item in await ask_for_a_yes(talk):
        await talk.put(DELIVERIES, item.key, replace(item, approval=None))
    await redraw(talk.ctx, CARD)
    (update,) = talk.platform.updated
    assert update.message.buttons == ()
    assert "can't be answered any more" in update.message.text


async def test_an_answered_card_names_whoever_answered_also_when_they_left_the_file() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk)
    await talk.say(SANDRA, "approve management-1")
    campaign = talk.ctx.campaigns["crm"]
    people = {who: person for who, person in campaign.people.items() if who != "sandra"}
    talk.ctx.campaigns["crm"] = campaign.model_copy(update={"people": people})
    shown = await shown_now(talk.ctx, CARD)
    assert shown is not None
    assert "sandra approved on" in shown.text


CALL = a_post(kind="call", sender="sandra", texts=("Have a say. {{places_left}} of {{places_total}} are free.",))


async def a_call(*, text: str = "As it was approved.", edited: bool = False) -> tuple[Conversation, str]:
    """A talk in which the call went out with three free places, and its key."""
    talk = await a_conversation(a_whole_campaign(posts=(CALL,), seats=some_seats()))
    sent = await a_sent_post(talk, post="call-1")
    assert sent.occurrence is not None
    words = "another" if edited else text_to_approve(talk.ctx.campaigns["crm"], sent.occurrence)[1]
    approval = Approval(words, "sandra", CARD, Decision.APPROVED, OPEN)
    seats, button = SeatCount(3, 3), Button("join", "Join", sent.key)
    message = Message("en", "call", (Part(text),), about=sent.key, seats=seats, buttons=(button,))
    await talk.put(DELIVERIES, sent.key, replace(sent, message=message, approval=approval))
    return talk, sent.key


async def test_a_call_shows_the_places_that_are_free_now() -> None:
    talk, key = await a_call()
    await talk.say(ANNA, "join", "sales")
    shown = await shown_now(talk.ctx, key)
    assert shown is not None
    assert shown.seats == SeatCount(2, 3)
    assert "2 of 3 are free" in shown.text


async def test_a_card_is_true_again_after_everything_that_its_words_speak_of() -> None:
    """The words are kept for the next who presses, and must not be kept a moment too long."""
    talk, key = await a_call()
    crowd = [Person(f"room:{name.lower()}", name) for name in ("Anna", "Bilal", "Chiara", "Daan")]
    for who, free in zip(crowd, (2, 1, 0, 0), strict=True):
        await talk.say(who, "join", "sales")
        for _ in range(2):
            shown = await shown_now(talk.ctx, key)
            assert shown is not None
            assert (f"{free} of 3 are free" in shown.text, shown.seats) == (True, SeatCount(free, 3))
    talk.ctx.campaigns["crm"] = a_whole_campaign(
        posts=(a_post(kind="call", sender="sandra", texts=("Other words.",)),), seats=some_seats()
    )
    edited = await shown_now(talk.ctx, key)
    assert edited is not None
    assert edited.text == "As it was approved."


async def test_a_text_that_was_edited_since_is_not_shown_only_its_count_is_true() -> None:
    """Nobody said yes to the new words."""
    talk, key = await a_call(edited=True)
    await talk.say(ANNA, "join", "sales")
    shown = await shown_now(talk.ctx, key)
    assert shown is not None
    assert (shown.text, shown.seats) == ("As it was approved.", SeatCount(2, 3))


async def test_without_its_book_or_its_campaign_a_card_stays_as_it_was() -> None:
    talk, key = await a_call()
    before = (await talk.all(DELIVERIES))[key].message
    async with talk.ctx.store.transaction() as tx:
        await tx.remove(SEATS, "crm")
    assert await shown_now(talk.ctx, key) == before
    talk.ctx.campaigns.clear()
    assert await shown_now(talk.ctx, key) == before


async def test_a_card_that_was_answered_says_so_and_can_not_be_answered_again() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk)
    asked = (await talk.all(DELIVERIES))[CARD].message
    assert await shown_now(talk.ctx, CARD) == asked, "nobody has answered"
    await talk.say(SANDRA, "approve management-1")
    shown = await shown_now(talk.ctx, CARD)
    assert shown is not None
    assert asked is not None
    assert shown.buttons == ()
    assert shown.text.startswith(asked.text)
    assert "Sandra de Wit" in shown.text


async def test_what_was_never_sent_shows_nothing_and_any_other_post_itself() -> None:
    talk = await a_conversation()
    assert await shown_now(talk.ctx, "no/such/card") is None
    tip = await a_sent_post(talk, post="tip-1")
    assert await shown_now(talk.ctx, tip.key) == tip.message
