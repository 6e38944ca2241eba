"""What would break: an answer for one person that a channel or a group chat reads, or that nobody reads."""

from typing import Any

import pytest

from bot.cards import shown_now
from campaigns.texts.say import say
from storage.tables import PEOPLE, PULSES, REACTIONS, REFERENCES, VOTES
from tests.bot.platforms.teams.a_call import Called, a_call
from tests.bot.platforms.teams.a_team import CHANNEL, TENANT, person, words_of
from tests.fake_connector import says
from tests.wire_faults import Fault

HIDDEN = say("en", "answer_in_private_only")


def in_thread(call: Called) -> list[str]:
    """What the bot said in the thread in which people speak here."""
    return [words_of(posted.activity) for posted in call.connector.in_conversation(f"{CHANNEL};messageid=1")]


async def test_a_word_in_a_channel_is_answered_in_private_and_the_channel_reads_nothing() -> None:
    async with a_call() as call:
        await call.says("anna", "join")
        await call.says("anna", "my data")
        assert in_thread(call) == []
        assert "Place 1 of 3" in call.to("anna")[0]
        assert "anna@example.com" in call.to("anna")[1]


@pytest.mark.parametrize(
    "refusal", [says(403, "BotNotInConversationRoster"), says(403), says(404, "ConversationNotFound")]
)
async def test_where_no_chat_can_be_begun_the_channel_reads_only_that_there_is_an_answer(refusal: Fault) -> None:
    async with a_call() as call:
        call.connector.faults_in["29:anna"] += [refusal] * 2
        await call.says("anna", "join")
        await call.says("anna", "my data")
        assert in_thread(call) == [HIDDEN, HIDDEN]
        assert call.to("anna") == []
        await call.says("anna", "seats")
        assert "1" in call.to("anna")[0], "the next time it is tried again"


async def test_who_blocked_the_bot_is_not_written_to_elsewhere_either() -> None:
    async with a_call() as call:
        await call.says("anna", "join")
        call.connector.closed["a:with-29:anna"] = "ConversationBlockedByUser"
        await call.says("anna", "my data")
        assert in_thread(call) == [HIDDEN]
        assert len(call.to("anna")) == 1


async def test_when_even_that_can_not_be_said_it_is_over() -> None:
    async with a_call() as call:
        call.connector.faults += [says(503)] * 3
        await call.says("anna", "join")
        assert (in_thread(call), call.to("anna")) == ([], [])
        assert await call.seated() == [person("anna")]


async def test_a_group_chat_reads_nothing_of_anybody() -> None:
    async with a_call() as call:
        for text in ("<at>Klankbord</at> my data", "<at>Klankbord</at> join", "<at>Klankbord</at> report"):
            activity = call.activity("anna", "message", text=text)
            activity["conversation"] = {
                "id": "19:group@unq.gbl.spaces", "tenantId": TENANT, "conversationType": "groupChat", "isGroup": True,
            }  # fmt: skip
            activity["channelData"] = {"tenant": {"id": TENANT}}
            await call.brings(activity)
        assert call.connector.in_conversation("19:group@unq.gbl.spaces") == []
        assert len(call.to("anna")) == 3


async def test_in_the_private_chat_it_is_answered_there() -> None:
    async with a_call() as call:
        before = len(call.connector.sent)
        await call.says("anna", "help", private=True)
        assert [posted.conversation for posted in call.connector.sent[before:]] == ["a:with-29:anna"]
        assert not any(request.path.endswith("/v3/conversations") for request in call.connector.requests)


async def test_the_confirmation_of_being_forgotten_is_the_last_thing_and_leaves_nothing() -> None:
    for private in (False, True):
        async with a_call() as call:
            await call.says("anna", "join", private=private)
            assert person("anna") in await call.known()
            await call.says("anna", "forget me", private=private)
            assert say("en", "forgotten") in call.to("anna")[-1]
            assert person("anna") not in await call.known()
            assert in_thread(call) == []


async def test_talk_that_is_not_for_us_is_left_alone() -> None:
    async with a_call() as call:
        await call.brings(call.activity("anna", "message", text="I joined the meeting late"))
        assert (in_thread(call), call.to("anna")) == ([], [])


async def answers(call: Called) -> int:
    return sum(count.answered for count in (await call.kept(PULSES)).values())


async def leaves_nothing(call: Called, who: str) -> bool:
    references, people = await call.kept(REFERENCES), await call.kept(PEOPLE)
    return person(who) not in {*references, *people} and call.asked_directory() == 0


@pytest.mark.parametrize("private", [False, True], ids=["in the channel", "in private"])
async def test_a_pulse_answer_leaves_nobody_behind(private: bool) -> None:
    """Neither a person, nor how to reach them, nor a question to the directory."""
    async with a_call() as call:
        if private:
            await call.says("anna", "pulse 4", private=True)
        else:
            await call.presses("anna", call.pulse, "4")
            assert await answers(call) == 1
            assert len(await call.kept(VOTES)) == 1
        assert await leaves_nothing(call, "anna")


async def test_a_typed_pulse_answer_leaves_nobody_behind_and_is_confirmed_in_private() -> None:
    async with a_call() as call:
        await call.says("anna", "pulse 4")
        assert await answers(call) == 1
        assert len(call.to("anna")) == 1
        assert in_thread(call) == []
        assert await leaves_nothing(call, "anna")


def reacts(call: Called, who: str, **reactions: Any) -> dict[str, Any]:
    named: dict[str, Any] = {key: [{"type": kind} for kind in kinds] for key, kinds in reactions.items()}
    activity = call.activity(who, "messageReaction", replyToId=call.call.id, **named)
    return {**activity, "conversation": {**activity["conversation"], "id": call.call.conversation}}


async def emojis(call: Called) -> list[str]:
    return sorted(reaction.emoji for reaction in (await call.kept(REACTIONS)).values())


async def test_reactions_are_counted_taken_back_and_changed_and_leave_nobody_behind() -> None:
    async with a_call() as call:
        await call.brings(reacts(call, "anna", reactionsAdded=["like"]))
        await call.brings(reacts(call, "bilal", reactionsAdded=["like"]))
        assert await emojis(call) == ["👍", "👍"]
        await call.brings(reacts(call, "anna", reactionsAdded=["heart"], reactionsRemoved=["like"]))
        assert await emojis(call) == ["❤️", "👍"]
        await call.brings(reacts(call, "bilal", reactionsRemoved=["like"]))
        assert await emojis(call) == ["❤️"]
        assert (in_thread(call), call.to("anna")) == ([], [])
        assert await leaves_nothing(call, "anna")
        assert await leaves_nothing(call, "bilal")


async def test_a_reaction_to_nothing_of_ours_is_not_counted() -> None:
    async with a_call() as call:
        await call.brings({**reacts(call, "anna", reactionsAdded=["like"]), "replyToId": "1"})
        await call.brings({**reacts(call, "anna", reactionsAdded=["like"]), "replyToId": call.call.id[1:]})
        await call.brings(reacts(call, "anna", reactionsAdded=["x" * 500]))
        assert await emojis(call) == []


async def test_a_reaction_in_private_leaves_nobody_behind() -> None:
    async with a_call() as call:
        activity = call.activity(
            "anna", "messageReaction", private=True, reactionsAdded=[{"type": "like"}], replyToId="1"
        )
        await call.brings(activity)
        assert await leaves_nothing(call, "anna")


async def test_the_card_shows_the_count_that_is_true_now() -> None:
    async with a_call() as call:
        assert "3 of 3" in words_of(call.call.activity)
        await call.says("anna", "join")
        assert "2 of 3" in words_of(call.call.activity)
        shown = await shown_now(call.talk.bot.ctx, "crm/call-1/sales/2027-02-01T09:30")
        assert shown is not None
        assert shown.seats is not None
        assert (shown.seats.left, shown.seats.total) == (2, 3)
