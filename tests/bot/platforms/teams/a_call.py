"""A connected team on the day after its call for seats: what most tests of people in Teams begin with."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final

from campaigns.model import Campaign
from storage.base import Store
from tests.bot.conversation import OPEN
from tests.bot.platforms.teams.a_team import CHANNEL, TEAM, TeamsTalk, a_team
from tests.bot.platforms.the_call import COLLEAGUES, CalledBot, connect, send_the_posts, with_a_call
from tests.fake_connector import Posted

PRESS: Final = "adaptiveCard/action"


@dataclass
class Called(CalledBot):
    """`call` and `pulse` are the posts as the channel shows them."""

    talk: TeamsTalk
    call: Posted
    pulse: Posted

    def __post_init__(self) -> None:
        self.says, self.presses, self.brings = self.talk.says, self.talk.presses, self.talk.brings
        self.to, self.connector, self.activity = self.talk.to, self.talk.connector, self.talk.activity

    def press(self, who: str, data: Any, posted: Posted | None = None, *, private: bool = False) -> dict[str, Any]:
        """A press with any data, on the call unless another message is given."""
        posted = posted or self.call
        value = {"action": {"type": "Action.Execute", "data": data}}
        activity = self.activity(who, "invoke", private=private, name=PRESS, value=value, replyToId=posted.id)
        where = {**activity["conversation"], "id": posted.conversation}
        return {**activity, "conversation": activity["conversation"] if private else where}

    def asked_directory(self) -> int:
        """How often Teams was asked who somebody is."""
        return sum("/members/" in request.path for request in self.connector.requests)


@asynccontextmanager
async def a_call(
    *others: Campaign,
    store: Store | None = None,
    members: tuple[str, ...] = COLLEAGUES,
    asked: bool = False,
    roster: bool = True,
) -> AsyncIterator[Called]:
    """`asked`: Sandra has a chat, and in it the card about Friday's post. Without a `roster` the team shows nobody."""
    async with a_team(with_a_call(), *others, now=OPEN, store=store, members=members, paced=False) as talk:
        await connect(talk.bot, talk.teams, CHANNEL)
        if not roster:
            talk.connector.members[TEAM] = []
        await talk.teams.listen(talk.activity("joris", "installationUpdate", action="add"))
        await talk.teams.idle()
        await send_the_posts(talk.bot, talk.teams, CHANNEL)
        call, pulse = talk.in_channel()[-2:]
        if asked:
            await talk.installs("sandra", private=True)
        await talk.quiet()
        talk.connector.requests.clear()
        yield Called(talk, call, pulse)


def elsewhere(activity: dict[str, Any], tenant: str) -> dict[str, Any]:
    """The same, from another tenant."""
    data = {**activity["channelData"], "tenant": {"id": tenant}}
    return {**activity, "conversation": {**activity["conversation"], "tenantId": tenant}, "channelData": data}
