"""What would break: a press that is not answered, or made-up data that shows or decides what is not one's own."""

from typing import Any

import pytest

from campaigns.approval import Decision
from campaigns.texts.say import say
from storage.tables import AUDIT, DELIVERIES, INBOX, PULSES, SEATS, WISHES
from tests.bot.platforms.teams.a_call import PRESS, Called, a_call
from tests.bot.platforms.teams.a_team import CHANNEL, TENANT, person, the_button, titles_of, words_of
from tests.bot.platforms.teams.recordings import recorded
from tests.bot.platforms.the_call import with_a_call
from tests.builders import some_seats
from tests.fake_connector import Posted

ONLY_YOU = say("en", "room_only_you")
CALL = "crm/call-1/sales/2027-02-01T09:30"
NOTHING = {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": ""}


async def decision(call: Called) -> Decision | None:
    """What was decided on Friday's post."""
    kept = (await call.kept(DELIVERIES)).values()
    [asked] = {item.approval.decision for item in kept if item.approval and item.occurrence.post == "management-1"}
    return Decision(asked)


async def state(call: Called) -> list[Any]:
    """All that a press could have changed."""
    return [await call.kept(table) for table in (SEATS, WISHES, PULSES, DELIVERIES, AUDIT)]


def sandras_card(call: Called) -> Posted:
    return next(p for p in call.connector.in_conversation("a:with-29:sandra") if "Approve" in titles_of(p.activity))


async def test_a_press_gives_the_card_back_with_the_answer_for_this_person_alone() -> None:
    async with a_call() as call:
        mine = await call.presses("anna", call.call, "Join")
        assert words_of(mine).splitlines()[:2] == [
            ONLY_YOU,
            "You take part. Place 1 of 3. Type leave to give up your place.",
        ]
        assert "2 of 3 places free" in words_of(mine)
        assert "Join" in titles_of(mine)
        assert ONLY_YOU not in words_of(call.call.activity)
        assert "Place 1" not in words_of(call.call.activity)
        assert "2 of 3" in words_of(call.call.activity), "everybody sees the count"
        assert "Place 1 of 3" in call.to("anna")[0], "to keep: the card in the channel is soon drawn anew"


async def test_a_press_that_comes_as_a_message_is_answered_in_private() -> None:
    """From a client that knows no Action.Execute."""
    async with a_call() as call:
        data = {**the_button(call.call, "Join"), "klankbord": "press"}
        activity = call.activity("anna", "message", value=data, replyToId=call.call.id)
        assert await call.brings(activity) == (200, None)
        assert await call.seated() == [person("anna")]
        assert "Place 1 of 3" in call.to("anna")[0]
        assert call.connector.in_conversation(f"{CHANNEL};messageid=1") == []


async def test_a_press_in_private_is_answered_on_its_card_and_not_a_second_time() -> None:
    async with a_call(asked=True) as call:
        card = sandras_card(call)
        before = len(call.to("sandra"))
        shown = await call.presses("sandra", card, "Approve", private=True)
        assert ONLY_YOU in words_of(shown)
        assert "Approve" not in titles_of(shown)
        assert await decision(call) is Decision.APPROVED
        assert len(call.to("sandra")) == before
        assert "Approve" not in titles_of(card.activity)


async def test_what_a_real_client_sends_is_a_press() -> None:
    async with a_call() as call:
        for name, who in (("execute", "anna"), ("submit", "bilal")):
            activity = recorded(name, serviceUrl=call.connector.url)
            data = activity["value"].get("action", activity["value"])
            (data.get("data") or data).update(verb="join", about=CALL)
            sender = call.activity(who, "message")["from"]
            here = {**activity["conversation"], "id": call.call.conversation}
            channel = {**activity["channelData"], "channel": {"id": CHANNEL}}
            await call.brings({**activity, "from": sender, "conversation": here, "channelData": channel})
        assert await call.seated() == [person("anna"), person("bilal")]


async def test_typed_text_comes_with_its_press() -> None:
    async with a_call() as call:
        await call.brings(call.press("anna", {"verb": "wish", "about": CALL, "text": "Search by <b>street</b>"}))
        [book] = (await call.kept(WISHES)).values()
        assert [wish.title for wish in book.wishes.values() if wish.author == person("anna")] == [
            "Search by <b>street</b>"
        ]


MADE_UP: list[Any] = [
    {}, {"verb": "pause"}, {"verb": "Approve!"}, {"verb": "settle", "about": CALL}, {"about": CALL}, [], "join", 5,
    {"verb": ["join"], "about": CALL}, {"verb": {"verb": "join"}}, {"action": {"verb": "join"}}, None,
    {"verb": "pulse", "about": CALL, "value": ["4"]}, {"verb": "pulse", "value": "6"}, {"verb": "pulse", "value": "-1"},
    {"verb": "wish", "about": CALL, "text": ["x"]}, {"verb": "wish", "text": "\u202e \u200b"},
]  # fmt: skip


@pytest.mark.parametrize("data", MADE_UP, ids=lambda data: str(data)[:40])
async def test_made_up_data_changes_nothing(data: Any) -> None:
    async with a_call() as call:
        before = await state(call)
        status, _ = await call.brings(call.press("anna", data))
        assert status == 200
        assert await state(call) == before
        assert await call.brings(call.activity("anna", "message", value=data)) == (200, None)
        assert await state(call) == before


@pytest.mark.parametrize("private", [False, True], ids=["in the channel", "in private"])
@pytest.mark.parametrize("verb", ["approve", "reject", "change", "write", "why", "join", "wishes", "pulse"])
async def test_somebody_elses_card_is_neither_shown_nor_answered(verb: str, private: bool) -> None:
    async with a_call(asked=True) as call:
        card = the_button(sandras_card(call), "Approve")["about"]
        before = await state(call)
        for who in ("anna", "karim", "joris"):
            data = {"verb": verb, "about": card, "text": "My own words.", "value": "4"}
            status, reply = await call.brings(call.press(who, data, private=private))
            assert (status, reply) == (200, NOTHING)
        assert await state(call) == before
        assert await decision(call) is Decision.ASKED


async def test_a_post_that_is_not_out_is_shown_to_nobody() -> None:
    async with a_call(asked=True) as call:
        [key] = [key for key in await call.kept(DELIVERIES) if key.startswith("crm/management-1/sales")]
        for private in (False, True):
            _, reply = await call.brings(call.press("anna", {"verb": "why", "about": key}, private=private))
            assert reply == NOTHING


async def test_only_the_owner_settles_and_the_post_itself_is_not_shown() -> None:
    async with a_call() as call:
        for verb in ("it_is_there", "post_it"):
            _, reply = await call.brings(call.press("anna", {"verb": verb, "about": CALL}, private=True))
            assert reply["type"] == "application/vnd.microsoft.activity.message"
            assert "Joris Hendriks" in reply["value"]
            _, reply = await call.brings(call.press("joris", {"verb": verb, "about": CALL}, private=True))
            assert reply["type"] == "application/vnd.microsoft.activity.message"
            assert "This is the call" not in reply["value"]


async def test_a_post_of_another_campaign_in_another_channel_can_not_be_joined() -> None:
    other = with_a_call(id="erp", seats=some_seats(places=1))
    async with a_call(other) as call:
        async with call.talk.bot.ctx.store.transaction() as tx:
            sent = await tx.get(DELIVERIES, CALL)
            assert sent is not None
            theirs = sent.__class__(**{**vars(sent), "key": "erp/call-1", "campaign": "erp", "channel": "teams:19:erp"})
            await tx.put(DELIVERIES, "erp/call-1", theirs)
        for private in (False, True):
            _, reply = await call.brings(call.press("anna", {"verb": "join", "about": "erp/call-1"}, private=private))
            assert reply == NOTHING
        assert (await call.kept(SEATS))["erp"].entries == {}
        assert await call.seated() == []


async def test_in_a_channel_another_campaigns_name_says_nothing() -> None:
    """It is as if the word were typed there."""
    other = with_a_call(id="erp", seats=some_seats(places=1))
    async with a_call(other) as call:
        await call.brings(call.press("anna", {"verb": "join", "about": "erp"}))
        assert (await call.kept(SEATS))["erp"].entries == {}
        assert await call.seated() == [person("anna")]


async def test_an_old_button_is_answered_with_how_things_are() -> None:
    async with a_call() as call:
        async with call.talk.bot.ctx.store.transaction() as tx:
            await tx.remove(DELIVERIES, CALL)
        _, reply = await call.brings(call.press("anna", {"verb": "join", "about": CALL}))
        assert "Place 1 of 3" in reply["value"]


async def test_another_invoke_is_answered_and_not_heard() -> None:
    async with a_call() as call:
        heard = await call.kept(INBOX)
        for name in ("task/fetch", "composeExtension/query", "signin/verifyState", "adaptiveCard/refresh"):
            activity = {**call.press("anna", {}), "name": name, "value": {"state": "x", "data": {"verb": "join"}}}
            assert await call.brings(activity) == (200, NOTHING)
        nobody = {**call.press("anna", {"verb": "join"}), "from": {}}
        assert await call.brings(nobody) == (200, NOTHING)
        assert await call.kept(INBOX) == heard
        assert nobody["name"] == PRESS
        assert nobody["conversation"]["tenantId"] == TENANT
