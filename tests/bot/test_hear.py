"""What would break: an event that counts twice, half a change that is kept, or something told that was never stored."""

import random
from dataclasses import replace
from itertools import count

import pytest

from bot.commands import read_command
from bot.hear import hear
from bot.inbound import AnswerPulse, Approve, Inbound, Join, MakeWish, Origin, Person, WishLater
from campaigns.wishes import wish_book
from storage.records import to_document
from storage.tables import ALL_TABLES, AUDIT, INBOX, PEOPLE, SEATS, WISHES
from tests.bot.conversation import (
    ANNA,
    BILAL,
    CARD,
    JORIS,
    KARIM,
    SANDRA,
    Conversation,
    a_conversation,
    a_sent_post,
    a_whole_campaign,
    ask_for_a_yes,
)
from tests.builders import a_wish

CROWD = [Person(f"room:p{number}", f"P{number}") for number in range(6)]


async def everything(talk: Conversation) -> dict[str, object]:
    return {table.name: {k: to_document(v) for k, v in (await talk.all(table)).items()} for table in ALL_TABLES}


async def test_the_same_event_again_does_nothing_and_has_no_answer() -> None:
    talk = await a_conversation()
    inbound = Join(talk.origin(ANNA, "sales"))
    assert await talk.do(inbound) != ""
    before = await everything(talk)
    assert await hear(talk.ctx, inbound) is None
    assert await everything(talk) == before
    assert talk.told.kinds() == ["answered"]


async def test_events_that_come_four_times_and_shuffled_leave_the_same_state() -> None:
    """Joins come in one order; their repeats, mixed with everything else, change nothing."""
    talk, again = await a_conversation(), await a_conversation()
    for each in (talk, again):
        await ask_for_a_yes(each)
        await a_sent_post(each, post="pulse-1")
    acts = list(_acts())
    for inbound in acts:
        await talk.do(inbound)
    repeats = acts * 3
    random.Random(7).shuffle(repeats)
    for number, inbound in enumerate(acts):
        await again.do(inbound)
        for earlier in repeats[number * 3 : number * 3 + 3]:
            if acts.index(earlier) <= number:
                await again.do(earlier)
    for inbound in repeats:
        await again.do(inbound)
    assert await everything(again) == await everything(talk)


def _acts() -> list[Inbound]:
    events = count()

    def by(who: Person, text: str, channel: str | None = "sales", about: str = "") -> Inbound:
        return read_command(text, Origin("room", who, f"e{next(events)}", channel, about))

    return [
        *(by(person, "join") for person in CROWD),
        by(CROWD[0], "leave"),
        by(ANNA, "wish search by postcode"),
        by(BILAL, "question does it work?"),
        by(BILAL, "4"),
        by(SANDRA, "approve management-1", channel=None),
        by(KARIM, "pause", channel=None),
        by(JORIS, "resume"),
    ]


async def test_what_fails_half_way_keeps_nothing_and_may_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    talk = await a_conversation()
    inbound = MakeWish(talk.origin(ANNA, "sales"), text="search by postcode")

    async def broken() -> list[Person]:
        raise RuntimeError("the directory is gone")

    with monkeypatch.context() as patch:
        patch.setattr(talk.platform, "people", broken)
        with pytest.raises(RuntimeError):
            await hear(talk.ctx, inbound)
    assert await talk.all(WISHES) == {}
    assert await talk.all(INBOX) == {}
    assert talk.told.events == []
    assert "wish 1" in await talk.do(inbound)


async def test_people_hear_of_it_only_after_it_is_stored() -> None:
    talk = await a_conversation()
    seen: list[bool] = []
    talk.ctx.watchers.append(lambda _: seen.append(talk.told.wakes == 1))
    await talk.say(ANNA, "join", "sales")
    assert seen == [True]


async def test_the_answer_is_told_with_who_was_answered_and_about_which_post() -> None:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="management-1")
    await talk.say(KARIM, "why", "sales", about=post.key)
    event = talk.told.events[0]
    assert (event.event, event.campaign, event.post, event.audience, event.to) == (
        "answered", "crm", "management-1", "sales", "karim",
    )  # fmt: skip
    await talk.say(ANNA, "why", "sales")
    assert talk.told.events[1].to == "anna"


async def test_an_event_is_remembered_without_saying_whose_it_was() -> None:
    talk = await a_conversation()
    await talk.do(Join(replace(talk.origin(ANNA, "sales"), event="room:anna/17")))
    assert [key for key in await talk.all(INBOX) if "anna" in key] == []


async def test_two_platforms_may_use_the_same_event_id() -> None:
    talk = await a_conversation()
    await talk.do(Join(replace(talk.origin(ANNA, "sales"), event="1")))
    slack = replace(talk.origin(Person("slack:U1", "Bo"), "sales"), event="1", platform="slack")
    assert await talk.do(Join(slack)) != ""


async def test_who_may_not_is_answered_kindly_and_nothing_changes_but_the_audit_trail() -> None:
    talk = await a_conversation()
    said = await talk.say(ANNA, "wish done postcode", "sales")
    assert "Only Joris Hendriks can do this" in said
    entries = await talk.audit()
    assert [(entry.actor, entry.action) for entry in entries] == [(ANNA.id, "refused: WishDone")]
    assert await talk.all(WISHES) == {}


async def test_what_employees_do_is_not_in_the_audit_trail() -> None:
    talk = await a_conversation()
    for text in ("join", "leave", "wish faster", "question why?", "wishes", "stop", "my data"):
        await talk.say(ANNA, text, "sales")
    assert await talk.all(AUDIT) == {}


async def test_several_campaigns_are_named_and_nothing_is_done() -> None:
    talk = await a_conversation(a_whole_campaign(), a_whole_campaign(id="erp", campaign="New ERP"))
    said = await talk.say(JORIS, "pause")
    assert "One customer view, New ERP" in said
    assert await talk.audit() == []


async def test_without_any_campaign_the_answer_is_in_the_language_of_the_word() -> None:
    talk = await a_conversation()
    assert "Ik weet niet" in await talk.say(ANNA, "meedoen")
    assert "I do not know" in await talk.say(ANNA, "join")
    assert (await talk.all(SEATS))["crm"].entries == {}


async def test_a_bare_digit_in_a_channel_of_no_campaign_is_left_alone() -> None:
    talk = await a_conversation()
    assert await hear(talk.ctx, AnswerPulse(talk.origin(ANNA, "elsewhere"), answer="3")) is None


async def test_a_wish_that_begins_like_the_owners_command_is_a_wish() -> None:
    talk = await a_conversation()
    said = await talk.do(WishLater(talk.origin(ANNA, "sales"), wish="on", because="the day, please"))
    assert "this is wish 1" in said
    assert "Only Joris" in await talk.say(ANNA, "wish later 1 too much", "sales")


async def test_a_wish_that_left_the_file_can_be_put_off_and_is_no_new_wish() -> None:
    talk = await a_conversation()
    listed = wish_book(a_whole_campaign(wishes={"postcode": a_wish()}), {})
    await talk.put(WISHES, "crm", listed)
    assert "we will not do “Search by postcode”" in await talk.say(JORIS, "wish later Postcode it costs two weeks")
    assert len((await talk.all(WISHES))["crm"].wishes) == 1


async def test_a_role_is_never_a_name() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk)
    impostor = Person("room:x", "Sandra de Wit")
    said = await talk.do(Approve(talk.origin(impostor, "sales"), post="management-1"))
    assert "Nothing has changed" in said
    assert "room:x" in await talk.all(PEOPLE)


async def test_a_card_is_shown_only_to_whom_it_was_sent_and_a_post_only_where_it_stands() -> None:
    """A key is easily named: it must not open somebody else's card, or a post of another channel."""
    talk = await a_conversation()
    await ask_for_a_yes(talk)
    post = await a_sent_post(talk, post="management-1")

    async def card_of(who: Person, about: str, channel: str | None) -> bool:
        answer = await hear(talk.ctx, Join(talk.origin(who, channel, about)))
        assert answer is not None
        return answer.card is not None

    assert [await card_of(who, CARD, None) for who in (SANDRA, ANNA)] == [True, False]
    assert not await card_of(ANNA, CARD, "sales")
    assert [await card_of(ANNA, post.key, channel) for channel in ("sales", "service", None)] == [True, False, False]
    same_name = Person("slack:U1", "Same channel, other platform")
    assert not await card_of(same_name, post.key, "sales")
