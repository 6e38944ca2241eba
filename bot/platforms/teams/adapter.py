"""Where the Bot Framework's SDK meets our connector: its turns and activities, none of its network.

Rule: every way of sending that the SDK knows ends here, at one request of ours.
"""

from collections.abc import Mapping
from typing import Any

from botbuilder.core import BotAdapter, TurnContext
from botbuilder.schema import Activity, ChannelAccount, ConversationAccount, ConversationReference, ResourceResponse

from bot.platforms.teams.connector import Connector
from bot.platforms.teams.received import Received


class TeamsAdapter(BotAdapter):  # type: ignore[misc]  # the SDK has no types
    """Raises DeliveryError; the SDK's own error handling is left out, because it would swallow that."""

    def __init__(self, connector: Connector) -> None:
        super().__init__()
        self._connector = connector

    async def send_activities(self, context: TurnContext, activities: list[Activity]) -> list[ResourceResponse]:
        """To the conversation of the turn, in order; in a channel that is the thread in which it was said."""
        turn = context.activity
        responses = []
        for activity in activities:
            sent = await self._connector.send(turn.service_url, turn.conversation.id, wire_of(activity))
            responses.append(ResourceResponse(id=sent.activity))
        return responses

    async def update_activity(self, context: TurnContext, activity: Activity) -> ResourceResponse:
        turn = context.activity
        await self._connector.update(turn.service_url, turn.conversation.id, activity.id, wire_of(activity))
        return ResourceResponse(id=activity.id)

    async def delete_activity(self, context: TurnContext, reference: ConversationReference) -> None:
        await self._connector.delete(reference.service_url, reference.conversation.id, reference.activity_id)


def sdk_activity(received: Received) -> Activity:
    """What was received, as the SDK wants a turn to begin."""
    return Activity(
        type=received.type,
        id=received.id,
        service_url=received.service_url,
        channel_id="msteams",
        conversation=ConversationAccount(id=received.conversation, tenant_id=received.tenant),
        recipient=ChannelAccount(id=received.bot),
        from_property=ChannelAccount(id=received.user, name=received.name, aad_object_id=received.aad),
        text=received.text,
    )


class OurMessage(Activity):  # type: ignore[misc]
    """A message of ours, which is JSON already; the SDK only carries it."""

    def __init__(self, wire: Mapping[str, Any]) -> None:
        super().__init__(type="message")
        self.wire = wire


def wire_of(activity: Activity) -> dict[str, Any]:
    """As the connector gets it."""
    return dict(activity.wire if isinstance(activity, OurMessage) else activity.serialize())
