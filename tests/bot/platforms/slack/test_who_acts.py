"""What would break: a stranger who is heard, a card that others can press, or a trace of who wanted to leave none."""

from dataclasses import replace
from typing import Any

from campaigns.approval import Decision
from storage.tables import DELIVERIES, INBOX, PEOPLE, QUESTIONS, REACTIONS, VOTES
from tests.bot.platforms.slack.a_call import ANNA, TIP, Called, a_call, decision, sandras_card
from tests.bot.platforms.slack.a_workspace import CHANNEL, user
from tests.fake_slack.state import Posted, Someone


async def test_reactions_to_our_posts_count_and_leave_no_trace() -> None:
    async with a_call() as call:
        await call.reacts("anna", call.call, "+1::skin-tone-3")
        await call.reacts("bilal", call.call, "tada")
        assert sorted(kept.emoji for kept in (await call.kept(REACTIONS)).values()) == ["tada", "👍"]
        await call.reacts("anna", call.call, "+1", removed=True)
        assert [kept.emoji for kept in (await call.kept(REACTIONS)).values()] == ["tada"]
        assert (await call.known(), call.asked_directory(), call.slack.whispers) == (set(), 0, [])
        colleague = Posted(CHANNEL, "1.1", user("bilal"), {"text": "hello"})
        await call.reacts("anna", colleague, "heart")
        assert len(await call.kept(REACTIONS)) == 1


async def test_a_pulse_answer_leaves_no_trace() -> None:
    async with a_call() as call:
        await call.presses("anna", call.pulse, "4")
        assert (await call.known(), call.asked_directory()) == (set(), 0)
        assert len(call.to("anna")) == 1


async def test_whoever_is_no_person_of_this_workspace_is_not_heard() -> None:
    async with a_call() as call:
        call.slack.has(
            Someone("UELSE", "Else", "joris@example.com", team="T2"), Someone("UB2", "Other bot", is_bot=True)
        )
        mention = {"type": "app_mention", "channel": CHANNEL, "text": "<@UBOT> question why?", "ts": "1.1"}
        await call.happens({**mention, "user": "UELSE", "team": "T2"})
        await call.happens({**mention, "user": "UELSE", "team": "T1", "user_team": "T2"})
        await call.happens({**mention, "user": "UELSE"})  # not said in which, so it is asked
        await call.happens({**mention, "user": "UB2"})
        await call.happens({**mention, "user": user("anna"), "bot_id": "B2"})
        await call.happens({**mention, "user": user("anna"), "subtype": "bot_message"})
        await call.happens({**mention, "user": user("anna"), "edited": {"user": "UANNA", "ts": "2.1"}})
        await call.happens({**mention, "user": "UBOT"})
        await call.presses("else", call.call, "Join")
        await call.presses("else", call.pulse, "4")
        call.slack.people[user("anna")].team = "T2"  # the same id elsewhere is somebody else
        await call.commands("anna", "join")
        await call.presses("anna", call.pulse, "4")
        await call.commands("else", "join")
        assert (await call.kept(QUESTIONS), await call.seated(), await call.known()) == ({}, [], set())
        assert (await call.kept(VOTES), await call.kept(INBOX)) == ({}, {})
        assert call.slack.whispers == []


async def test_in_a_shared_channel_a_stranger_s_reaction_does_not_count() -> None:
    async with a_call() as call:
        call.slack.has(Someone("UELSE", "Else", team="T2"))
        for who in ("UELSE", user("anna")):
            item = {"type": "message", "channel": CHANNEL, "ts": call.call.ts}
            event = {"type": "reaction_added", "user": who, "reaction": "tada", "item_user": "UBOT", "item": item}
            told = await _shared(call, event)
            assert told == 200
        assert len(await call.kept(REACTIONS)) == 1


async def _shared(call: Called, event: dict[str, Any]) -> int:
    await call.slack.happens({"type": "unknown"})
    sending = call.slack.deliveries[-1]
    payload = {**sending.payload, "event": event, "event_id": f"Ev{event['user']}", "is_ext_shared_channel": True}
    [reply] = await call.slack.deliver(replace(sending, payload=payload))
    await call.talk.quiet()
    return reply.status


async def test_somebody_elses_card_is_neither_answered_nor_shown() -> None:
    async with a_call(asked=True) as call:
        card = sandras_card(call)
        before = await call.kept(DELIVERIES)
        for who in ("anna", "joris"):
            posted = Posted(call.slack.chat_with(user(who)), "9.9", "UBOT", card.payload)
            for button in ("Approve", "Do not post"):
                await call.presses(who, posted, button)
                await call.presses(who, replace(posted, channel=CHANNEL), button)
                if call.slack.forms:
                    await call.fills_in(who, "Mine.")
        assert await call.kept(DELIVERIES) == before
        assert await decision(call) is Decision.ASKED
        assert call.to("anna") == []


async def test_forget_me_leaves_nothing_of_them() -> None:
    async with a_call() as call:
        await call.says("anna", "join")
        await call.talk.platform.dm(ANNA, TIP, "key")
        await call.says_in_private("anna", "forget me")
        assert ANNA not in await call.known()
        for sending in list(call.slack.deliveries):
            await call.slack.deliver(sending, repeat=True)
        await call.talk.quiet()
        assert ANNA not in await call.known()
        assert ANNA not in await call.kept(PEOPLE)
