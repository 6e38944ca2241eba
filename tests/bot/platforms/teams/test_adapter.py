"""What would break: an answer that is lost in the SDK, changed by it, or sent twice; an error that it swallows."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from botbuilder.core import MessageFactory, TurnContext
from botbuilder.schema import ConversationAccount, ConversationReference

from bot.platforms.base import DeliveryError
from bot.platforms.teams.adapter import OurMessage, TeamsAdapter, sdk_activity, wire_of
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.received import Received, read
from bot.platforms.teams.tokens import NoTokens
from tests.bot.platforms.teams.recordings import NAMES, recorded
from tests.fake_connector import FakeConnector, fake_connector, says

CARD = {"type": "message", "summary": "é", "attachments": [{"contentType": "x", "content": {"body": [{"text": None}]}}]}


@pytest.fixture
async def fake() -> AsyncIterator[FakeConnector]:
    async with fake_connector() as fake:
        yield fake


@pytest.fixture
async def context(fake: FakeConnector) -> AsyncIterator[TurnContext]:
    """Somebody said `join` in a thread."""
    async with aiohttp.ClientSession() as session:
        adapter = TeamsAdapter(Connector(session, NoTokens(), Hosts.loopback()))
        yield TurnContext(adapter, sdk_activity(received("thread_message", serviceUrl=fake.url)))


def received(recording: str, **changes: object) -> Received:
    found = read(recorded(recording, **changes))
    assert found is not None
    return found


async def test_a_message_of_ours_is_sent_as_it_is_into_the_thread_it_answers(
    fake: FakeConnector, context: TurnContext
) -> None:
    response = await context.send_activity(OurMessage(CARD))
    [posted] = fake.sent
    assert posted.activity == CARD, "not a field more, and none left out for being empty"
    assert posted.conversation == recorded("thread_message")["conversation"]["id"]
    assert (posted.id, posted.reply_to) == (response.id, "")


async def test_several_go_in_their_order_and_each_once(fake: FakeConnector, context: TurnContext) -> None:
    responses = await context.send_activities([OurMessage({"type": "message", "text": f"{n}"}) for n in range(3)])
    assert [posted.activity["text"] for posted in fake.sent] == ["0", "1", "2"]
    assert [response.id for response in responses] == [posted.id for posted in fake.sent]
    assert len(fake.requests) == 3


async def test_the_sdks_own_message_goes_too(fake: FakeConnector, context: TurnContext) -> None:
    await context.send_activity(MessageFactory.text("Hello."))
    assert (fake.sent[0].activity["type"], fake.sent[0].activity["text"]) == ("message", "Hello.")


async def test_a_message_is_changed_and_taken_away_where_it_is(fake: FakeConnector, context: TurnContext) -> None:
    first = await context.send_activity(OurMessage(CARD))
    newer = OurMessage({"type": "message", "text": "newer"})
    newer.id = first.id
    assert (await context.update_activity(newer)).id == first.id
    assert fake.sent[0].activity == {"type": "message", "text": "newer"}
    await context.delete_activity(first.id)
    assert fake.sent[0].deleted
    assert [request.method for request in fake.requests] == ["POST", "PUT", "DELETE"]


async def test_a_reference_says_itself_where_it_is(fake: FakeConnector, context: TurnContext) -> None:
    first = await context.send_activity(OurMessage(CARD))
    here = ConversationAccount(id=fake.sent[0].conversation)
    reference = ConversationReference(activity_id=first.id, conversation=here, service_url=fake.url)
    await context.adapter.delete_activity(context, reference)
    assert fake.sent[0].deleted


async def test_what_teams_refuses_is_heard_and_not_tried_again(fake: FakeConnector, context: TurnContext) -> None:
    fake.faults.append(says(403, "BotNotInConversationRoster"))
    with pytest.raises(DeliveryError) as refused:
        await context.send_activity(OurMessage(CARD))
    assert refused.value.channel_closed
    assert (len(fake.requests), fake.sent) == (1, [])


async def test_a_fault_in_a_turn_comes_out_of_it(context: TurnContext) -> None:
    async def fails(_: TurnContext) -> None:
        raise DeliveryError("no")

    with pytest.raises(DeliveryError):
        await context.adapter.run_pipeline(context, fails)


def test_our_json_goes_as_it_is_and_theirs_as_they_write_it() -> None:
    assert wire_of(OurMessage(CARD)) == CARD
    assert wire_of(OurMessage(CARD)) is not CARD
    assert "replyToId" not in wire_of(MessageFactory.text("x"))


@pytest.mark.parametrize("name", NAMES)
def test_a_turn_begins_with_what_was_received(name: str) -> None:
    found = received(name)
    activity = sdk_activity(found)
    assert (activity.type, activity.id, activity.channel_id) == (found.type, found.id, "msteams")
    assert (activity.conversation.id, activity.service_url) == (found.conversation, found.service_url)
    assert (activity.from_property.aad_object_id, activity.from_property.id) == (found.aad, found.user)
