"""A connected channel on the day after its call for seats: what most tests of people in Slack begin with."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final

import pytest

from campaigns.approval import Decision
from campaigns.message import Button, Message, Part
from campaigns.model import Campaign
from storage.base import Store
from storage.tables import DELIVERIES
from tests.bot.conversation import OPEN
from tests.bot.platforms.slack.a_workspace import CHANNEL, SlackTalk, a_workspace, person, user
from tests.bot.platforms.the_call import COLLEAGUES, CalledBot, connect, send_the_posts, with_a_call
from tests.fake_slack.shapes import words_in
from tests.fake_slack.state import Posted, Reply

TIP: Final = Message("en", "tip", (Part("Click the star."),), about="key")
ANNA: Final = person("anna")
HTTP_AND_SOCKET: Final = pytest.mark.parametrize("over_socket", [False, True], ids=["http", "socket"])
_WISH: Final = Button("wish", "Wish", "", asks_text="What would help you?")


@dataclass
class Called(CalledBot):
    """`call` and `pulse` are the posts as the channel shows them. What people do is over when it returns."""

    talk: SlackTalk
    call: Posted
    pulse: Posted

    def __post_init__(self) -> None:
        self.slack, self.to = self.talk.slack, self.talk.to

    async def says(self, who: str, text: str, *, thread: str = "") -> Reply:
        """To the bot, in the channel."""
        return await self._over(await self.slack.mentions(user(who), CHANNEL, text, thread=thread))

    async def says_in_private(self, who: str, text: str, *, thread: str = "") -> Reply:
        chat = self.slack.chat_with(user(who))
        return await self._over(await self.slack.says(user(who), chat, text, thread=thread))

    async def commands(self, who: str, text: str, channel: str = CHANNEL) -> Reply:
        return await self._over(await self.slack.commands(user(who), channel, text))

    async def presses(self, who: str, on: Any, button: str) -> Reply:
        return await self._over(await self.slack.presses(user(who), on, button))

    async def fills_in(self, who: str, text: str) -> Reply:
        """The form that was opened last."""
        return await self._over(await self.slack.fills_in(user(who), self.slack.forms[-1], {"text/text": text}))

    async def reacts(self, who: str, posted: Posted, emoji: str, *, removed: bool = False) -> Reply:
        return await self._over(await self.slack.reacts(user(who), posted, emoji, removed=removed))

    async def happens(self, event: dict[str, Any]) -> Reply:
        return await self._over(await self.slack.happens(event))

    async def _over(self, reply: Reply) -> Reply:
        await self.talk.quiet()
        return reply

    async def known(self) -> set[str]:
        """Without those who have a role: they are known from the start."""
        return await super().known() - {person(who) for who in with_a_call().people}

    def asked_directory(self) -> int:
        """How often Slack was asked who somebody is."""
        return len(self.slack.asked("users.info"))


@asynccontextmanager
async def a_call(
    *others: Campaign, store: Store | None = None, asked: bool = False, over_socket: bool = False
) -> AsyncIterator[Called]:
    """`asked`: Sandra has the card about Friday's post in her chat."""
    async with a_workspace(
        with_a_call(), *others, now=OPEN, store=store, members=COLLEAGUES, over_socket=over_socket
    ) as talk:
        await connect(talk.bot, talk.platform, CHANNEL)
        await send_the_posts(talk.bot, talk.platform, CHANNEL, _WISH)
        call, pulse = talk.in_channel()[-2:]
        if asked:
            await talk.platform.people()
        await talk.quiet()
        talk.slack.requests.clear()
        yield Called(talk, call, pulse)


async def decision(call: Called) -> Decision | None:
    """What was decided on Friday's post."""
    kept = (await call.kept(DELIVERIES)).values()
    [asked] = {item.approval.decision for item in kept if item.approval and item.occurrence.post == "management-1"}
    return Decision(asked)


def sandras_card(call: Called) -> Posted:
    return next(posted for posted in call.talk.written("sandra") if "Approve" in words_in(posted.payload))
