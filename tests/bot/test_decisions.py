"""What would break: a yes by the wrong person, to another text, too late or twice; a decision without a trace."""

from dataclasses import replace

import pytest

from bot.inbound import Approve, AskChange, Inbound, Person, Reject, Write
from campaigns.approval import Decision
from campaigns.delivery import SkipReason, State
from storage.tables import DELIVERIES
from tests.bot.conversation import (
    ANNA,
    CARD,
    JORIS,
    KARIM,
    SANDRA,
    Conversation,
    a_conversation,
    a_whole_campaign,
    ask_for_a_yes,
)

KINDS = [Approve, Reject, AskChange, Write]


def answer(talk: Conversation, kind: type[Inbound], who: Person, about: str = CARD) -> Inbound:
    more = {Reject: {"because": "no"}, AskChange: {"because": "no"}, Write: {"text": "Hello"}}.get(kind, {})
    return kind(talk.origin(who, None, about), **more)


async def decisions(talk: Conversation) -> set[Decision]:
    return {item.approval.decision for item in (await talk.all(DELIVERIES)).values() if item.approval}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("who", [JORIS, KARIM, ANNA, Person("room:x", "Sandra de Wit"), Person("room:y", "sandra")])
async def test_nobody_answers_somebody_elses_card_not_even_the_author(kind: type[Inbound], who: Person) -> None:
    """Also not with a copied key, and not with the same display name."""
    talk = await a_conversation()
    await ask_for_a_yes(talk)
    await talk.do(answer(talk, kind, who))
    await talk.do(replace(answer(talk, kind, who, about=""), post="management-1"))  # type: ignore[call-arg]
    assert await decisions(talk) == {Decision.ASKED}
    assert talk.platform.updated == []
    entries = await talk.audit()
    assert entries
    assert all(entry.action.startswith("refused") for entry in entries)
    assert set(talk.told.kinds()) == {"answered"}


async def test_a_yes_covers_every_audience_of_the_card_and_is_told_and_written_down() -> None:
    talk = await a_conversation()
    asked = await ask_for_a_yes(talk)
    said = await talk.do(answer(talk, Approve, SANDRA))
    assert "Sales and Service" in said
    assert await decisions(talk) == {Decision.APPROVED}
    assert talk.told.kinds() == ["approved", "approved", "answered"]
    assert [(entry.actor, entry.action) for entry in await talk.audit()] == [("sandra", "approved")] * 2
    assert {entry.subject for entry in await talk.audit()} == {item.key for item in asked}


async def test_the_card_loses_its_buttons_and_says_who_answered() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk)
    await talk.do(answer(talk, Approve, SANDRA))
    (update,) = talk.platform.updated
    assert (update.place, update.ref, update.message.buttons) == (SANDRA.id, "ref-1", ())
    assert "Sandra de Wit" in update.message.text


async def test_a_second_answer_changes_nothing() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk)
    await talk.do(answer(talk, Approve, SANDRA))
    assert "already said yes" in await talk.do(answer(talk, Reject, SANDRA))
    assert await decisions(talk) == {Decision.APPROVED}
    assert talk.told.kinds().count("rejected") == 0


async def test_a_text_that_was_edited_meanwhile_is_not_approved() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk)
    before = talk.ctx.campaigns["crm"]
    posts = tuple(
        post.model_copy(update={"texts": ("Other words.",)}) if post.id == "management-1" else post
        for post in before.posts
    )
    talk.ctx.campaigns["crm"] = before.model_copy(update={"posts": posts})
    assert "just been changed" in await talk.do(answer(talk, Approve, SANDRA))
    assert await decisions(talk) == {Decision.ASKED}


async def test_after_its_moment_no_answer_counts() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk)
    talk.clock.move(days=30)
    assert "has passed" in await talk.do(answer(talk, Approve, SANDRA))
    assert await decisions(talk) == {Decision.ASKED}


async def test_an_audience_that_was_dropped_does_not_speak_for_the_others() -> None:
    talk = await a_conversation()
    sales, service = await ask_for_a_yes(talk)
    gone = replace(sales, state=State.SKIPPED, reason=SkipReason.WITHDRAWN.value, wake=None)
    await talk.put(DELIVERIES, sales.key, gone)
    said = await talk.do(answer(talk, Approve, SANDRA))
    assert "goes to Service on" in said
    kept = (await talk.all(DELIVERIES))[service.key]
    assert kept.approval is not None
    assert kept.approval.decision is Decision.APPROVED
    (update,) = talk.platform.updated
    assert "Sandra de Wit approved on" in update.message.text


@pytest.mark.parametrize("kind", [Approve, Reject])
async def test_a_post_that_was_withdrawn_can_not_be_answered_any_more(kind: type[Inbound]) -> None:
    talk = await a_conversation()
    for item in await ask_for_a_yes(talk):
        gone = replace(item, state=State.SKIPPED, reason=SkipReason.WITHDRAWN.value, wake=None)
        await talk.put(DELIVERIES, item.key, gone)
    assert "dropped" in await talk.do(answer(talk, kind, SANDRA))
    assert await decisions(talk) == {Decision.ASKED}


async def test_an_approver_who_lost_the_role_a_second_ago_is_refused() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk)
    campaign = a_whole_campaign()
    people = {**campaign.people, "sandra": campaign.people["sandra"].model_copy(update={"chat": "new@example.com"})}
    talk.ctx.campaigns["crm"] = campaign.model_copy(update={"people": people})
    await talk.do(answer(talk, Approve, SANDRA))
    assert await decisions(talk) == {Decision.ASKED}


async def test_the_owner_hears_of_a_no_and_of_a_wish_for_change_and_not_of_their_own() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk)
    await talk.do(answer(talk, AskChange, SANDRA))
    assert any("asks for a change in management-1" in text for text in await talk.notices(JORIS))
    own = await a_conversation()
    await ask_for_a_yes(own, post="tip-1", approver="joris", card="card")
    await own.do(answer(own, Reject, JORIS, about="card"))
    assert await own.notices(JORIS) == []
