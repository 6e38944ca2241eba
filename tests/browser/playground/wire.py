"""What the playground's page can't do and its interface can: act for another person, react, take the app away."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from playwright.async_api import APIRequestContext

THREAD = ";messageid="


@dataclass(frozen=True)
class Wire:
    request: APIRequestContext
    url: str

    async def set_up(self) -> dict[str, Any]:
        """The people and places, as the playground knows them; waits until the bot answers."""
        answer: dict[str, Any] = await (await self.request.get(f"{self.url}/_internal/v1/config")).json()
        return answer

    async def personal_chat(self, person: str) -> str:
        """The id of the one chat between this person and the bot; it begins here if it didn't yet."""
        wanted = {"isGroup": False, "bot": {"id": ""}, "members": [{"id": person}], "channelData": {}}
        answer = await self.request.post(f"{self.url}/_connector/v3/conversations", data=wanted)
        return str((await answer.json())["id"])

    async def blank(self, conversation: str, kind: str = "") -> dict[str, Any]:
        """An activity of this conversation as the playground makes it: without a kind, one to fill in."""
        query = f"conversationId={quote(conversation, safe='')}" + (f"&type={kind}" if kind else "")
        answer = await self.request.get(f"{self.url}/_internal/v1/customActivities/template?{query}")
        assert answer.ok, await answer.text()
        made: dict[str, Any] = await answer.json()
        return made

    async def tell(self, activity: dict[str, Any]) -> None:
        """To the bot, as it is."""
        answer = await self.request.post(f"{self.url}/_internal/v1/customActivities", data=activity)
        assert answer.ok, await answer.text()

    async def message(self, conversation: str, person: dict[str, Any], typed: dict[str, Any]) -> None:
        """What the page sent, from the person who typed it: the playground itself says that all come from its first."""
        blank = await self.blank(conversation)
        mentions = [{"type": "mention", **mention} for mention in typed.get("mentions", [])]
        await self.tell(
            blank
            | {
                "type": "message",
                "from": nameless(person) | {"name": person["name"]},
                "text": typed["text"],
                "textFormat": typed.get("textFormat", "plain"),
                "entities": [*mentions, {"type": "clientInfo", "locale": "en-US", "country": "US", "timezone": "UTC"}],
                "channelData": await self._channel_data(conversation, blank),
            }
        )

    async def reaction(
        self, conversation: str, person: dict[str, Any], message: str, kind: str, *, added: bool
    ) -> None:
        blank = await self.blank(conversation)
        await self.tell(
            blank
            | {
                "type": "messageReaction",
                "from": nameless(person),
                "replyToId": message,
                "reactionsAdded" if added else "reactionsRemoved": [{"type": kind}],
                "channelData": await self._channel_data(conversation, blank),
            }
        )

    async def _channel_data(self, conversation: str, blank: dict[str, Any]) -> dict[str, Any]:
        tenant = {"tenant": {"id": blank["conversation"]["tenantId"]}}
        if blank["conversation"]["conversationType"] != "channel":
            return tenant
        channel = conversation.partition(THREAD)[0]
        team = (await self.blank(channel, "install"))["channelData"]["team"]["id"]
        return {
            "teamsChannelId": channel,
            "teamsTeamId": team,
            **tenant,
            "team": {"id": team},
            "channel": {"id": channel},
        }


def nameless(person: dict[str, Any]) -> dict[str, str]:
    """As in what Teams itself tells, where nobody wrote."""
    return {key: person[key] for key in ("id", "aadObjectId")}
