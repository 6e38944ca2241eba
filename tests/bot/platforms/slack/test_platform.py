"""What would break: somebody who acts in Slack and is not heard, or is answered where others read it."""

from dataclasses import replace

import pytest

from bot.platforms.base import DeliveryError
from bot.platforms.slack import platform as module
from campaigns.approval import Decision
from campaigns.message import Part
from storage.tables import REFERENCES, SEATS, WISHES
from tests.bot.platforms.slack.a_call import ANNA, HTTP_AND_SOCKET, TIP, a_call, decision, sandras_card
from tests.bot.platforms.slack.a_workspace import CHANNEL, person, user
from tests.fake_slack.faults import refuses
from tests.fake_slack.shapes import words_in


@HTTP_AND_SOCKET
async def test_join_in_every_way(over_socket: bool) -> None:
    async with a_call(over_socket=over_socket) as call:
        assert (await call.presses("anna", call.call, "Join")).status == 200
        assert (await call.commands("bilal", "join")).status == 200
        await call.says("chiara", "join")
        await call.says_in_private("daan", "join")
        book = (await call.kept(SEATS))["crm"]
        assert [book.entries[person(who)].number for who in ("anna", "bilal", "chiara")] == [1, 2, 3]
        for number, who in enumerate(("anna", "bilal", "chiara"), 1):
            [answer] = call.to(who)
            assert f"Place {number} of 3" in answer
        assert "All 3 places are taken" in words_in(call.call.payload)
        assert [whisper.via for whisper in call.slack.whispers] == ["api", "ack", "api"]
        assert len(call.talk.in_channel()) == 2, "no answer stands where everybody reads"


async def test_a_message_in_the_private_chat_is_answered_there() -> None:
    async with a_call() as call:
        await call.commands("anna", "help")
        await call.says_in_private("anna", "join")
        assert await call.seated() == [ANNA]
        [answer] = call.talk.written("anna")
        assert "Place 1 of 3" in words_in(answer.payload)


@HTTP_AND_SOCKET
async def test_a_wish_by_form(over_socket: bool) -> None:
    async with a_call(over_socket=over_socket) as call:
        await call.presses("anna", call.call, "Wish")
        assert (await call.kept(WISHES))["crm"].wishes == {}
        assert call.to("anna") == []
        [form] = call.slack.forms
        assert "What would help you?" in words_in(form.view)
        reply = await call.fills_in("anna", "Search by <!channel> & *street*")
        assert (reply.status, form.closed) == (200, True)
        [wish] = (await call.kept(WISHES))["crm"].wishes.values()
        assert (wish.title, wish.author) == ("Search by <!channel> & *street*", ANNA)
        [answer] = call.talk.whispered("anna")
        assert answer.channel == CHANNEL


@HTTP_AND_SOCKET
async def test_an_approval_with_a_change_that_is_asked_for_by_form(over_socket: bool) -> None:
    async with a_call(asked=True, over_socket=over_socket) as call:
        card = sandras_card(call)
        assert await decision(call) is Decision.ASKED
        await call.presses("sandra", card, "Ask for a change")
        await call.fills_in("sandra", "Shorter, please.")
        assert await decision(call) is Decision.CHANGE_ASKED
        assert any("Shorter" in text or "heard" in text.lower() for text in call.to("joris") + call.to("sandra"))
        assert "Approve" not in words_in(card.payload), "the card shows what was answered"


async def test_an_approval() -> None:
    async with a_call(asked=True) as call:
        await call.presses("sandra", sandras_card(call), "Approve")
        assert await decision(call) is Decision.APPROVED


@HTTP_AND_SOCKET
async def test_home_is_shown_and_nothing_is_kept_of_a_look(over_socket: bool) -> None:
    async with a_call(over_socket=over_socket) as call:
        await call.commands("anna", "join")
        known = await call.known()
        for who in ("anna", "bilal"):
            await call.slack.opens_home(user(who))
            await call.talk.quiet()
        assert "You have a place" in words_in(call.slack.homes[user("anna")].view)
        assert user("bilal") in call.slack.homes
        assert await call.known() == known
        await call.slack.opens_home(user("chiara"), tab="messages")
        await call.talk.quiet()
        assert user("chiara") not in call.slack.homes


async def test_a_press_at_home_is_answered_in_private() -> None:
    async with a_call() as call:
        await call.commands("anna", "join")
        await call.slack.opens_home(user("anna"))
        await call.talk.quiet()
        await call.presses("anna", call.slack.homes[user("anna")], "My data")
        assert "anna@example.com" in words_in(call.talk.written("anna")[-1].payload)


async def test_a_command_works_where_the_bot_is_not() -> None:
    async with a_call() as call:
        call.slack.has_channel("C9", "elsewhere", user("anna"))
        reply = await call.commands("anna", "help", "C9")
        assert reply.body["response_type"] == "ephemeral"
        await call.commands("bilal", "", "C9")
        assert call.to("bilal")[0] == call.to("anna")[0], "the bare command is a call for help"
        reply = await call.commands("anna", "help", "DOTHER")
        assert reply.body["blocks"], "between two colleagues too"


async def test_a_whisper_that_can_not_be_reaches_them_in_another_way() -> None:
    async with a_call() as call:
        call.slack.channels[CHANNEL].members.discard(call.slack.bot_user)
        await call.presses("anna", call.call, "Join")
        assert [whisper.via for whisper in call.talk.whispered("anna")] == ["response_url"]
        await call.says("bilal", "join")
        assert "Place 2 of 3" in words_in(call.talk.written("bilal")[0].payload)


async def test_an_answer_in_a_thread_stands_in_that_thread_and_is_about_its_post() -> None:
    async with a_call() as call:
        await call.says("anna", "why", thread=call.call.ts)
        [whisper] = call.talk.whispered("anna")
        assert whisper.thread_ts == call.call.ts


# What every platform does.


async def test_a_post_is_found_again_by_its_key_and_changed() -> None:
    async with a_call() as call:
        platform = call.talk.platform
        ref = await platform.post(CHANNEL, TIP, "key")
        assert await platform.find(CHANNEL, "key") == ref
        assert await platform.find(CHANNEL, "other") is None
        await platform.update(CHANNEL, ref, replace(TIP, parts=(Part("Click the moon."),)))
        assert "moon" in words_in(call.talk.in_channel()[-1].payload)
        assert "key" not in str(call.talk.in_channel()[-1].payload["metadata"]["event_payload"].values())


async def test_a_private_message_is_found_again_too() -> None:
    async with a_call() as call:
        platform = call.talk.platform
        ref = await platform.dm(ANNA, TIP, "key")
        assert ref.startswith("DANNA ")
        assert await platform.find(ANNA, "key") == ref
        assert await platform.find(ANNA, "other") is None


async def test_a_chat_is_begun_once_for_whom_we_know_and_kept_of_nobody_else() -> None:
    async with a_call() as call:
        await call.commands("anna", "help")
        call.slack.requests.clear()
        for _ in range(3):
            await call.talk.platform.dm(ANNA, TIP, "key")
            await call.talk.platform.dm(person("bilal"), TIP, "key")
        assert len(call.slack.asked("conversations.open")) == 1 + 3
        assert await call.known() == {ANNA}


async def test_a_chat_that_is_closed_is_begun_anew() -> None:
    async with a_call() as call:
        await call.commands("anna", "help")
        await call.talk.platform.dm(ANNA, TIP, "key")
        call.slack.fails("chat.postMessage", refuses("channel_not_found"))
        with pytest.raises(DeliveryError) as refused:
            await call.talk.platform.dm(ANNA, TIP, "key")
        assert refused.value.channel_closed
        assert ANNA not in await call.kept(REFERENCES)
        assert (await call.talk.platform.dm(ANNA, TIP, "key")).startswith("DANNA ")


async def test_who_has_a_role_is_found_by_address_and_asked_in_private() -> None:
    async with a_call(asked=True) as call:
        assert {known.id for known in await call.talk.platform.people()} >= {person("sandra"), person("joris")}
        assert sandras_card(call).channel == "DSANDRA"


def test_its_pace_is_one_a_second_in_a_channel() -> None:
    assert [(window.sends, window.seconds) for window in module.SlackPlatform.limits.per_channel] == [(1, 1.0)]
    assert module.ACK_WITHIN < 3
