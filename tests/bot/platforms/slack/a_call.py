"""A connected channel on the day after its call for seats: what most tests of people in Slack begin with."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import Any, Final

import pytest

from campaigns.approval import Decision
from campaigns.compose import PULSE_ANSWERS
from campaigns.delivery import Delivery, State
from campaigns.message import Button, Message, Part, SeatCount
from campaigns.model import Campaign
from campaigns.moments import InWeek
from storage.base import Store, Table
from storage.tables import BINDINGS, CAMPAIGNS, DELIVERIES, PEOPLE, REFERENCES, SEATS, Binding, CampaignState
from tests.bot.conversation import OPEN, a_whole_campaign
from tests.bot.platforms.slack.a_workspace import CHANNEL, SlackTalk, a_workspace, person, user
from tests.builders import a_post, an_occurrence, some_seats
from tests.fake_slack.shapes import words_in
from tests.fake_slack.state import Posted, Reply

CALLED: Final = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)
TIP: Final = Message("en", "tip", (Part("Click the star."),), about="key")
ANNA: Final = person("anna")
HTTP_AND_SOCKET: Final = pytest.mark.parametrize("over_socket", [False, True], ids=["http", "socket"])
COLLEAGUES: Final = ("anna", "bilal", "chiara", "daan")
_POSTS: Final = (
    a_post(
        kind="call", sender="sandra", when=InWeek(week=4, weekday=0, at=time(9, 30)),
        texts=("Have a say. {{places_left}} of {{places_total}} places are free.",),
    ),
    a_post(
        kind="pulse", when=InWeek(week=4, weekday=0, at=time(9, 30)), texts=(), question="I know what changes."
    ),
    a_post(kind="management", sender="sandra", when=InWeek(week=4, weekday=4, at=time(9, 30))),
)  # fmt: skip


def with_a_call(**changes: Any) -> Campaign:
    """The call and the pulse are past; Sandra is asked about Friday's post."""
    return a_whole_campaign(**{"posts": _POSTS, "seats": some_seats(), **changes})


@dataclass
class Called:
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

    async def kept(self, table: Table[Any]) -> dict[str, Any]:
        async with self.talk.bot.ctx.store.transaction() as tx:
            return dict(await tx.find(table))

    async def seated(self) -> list[str]:
        """The person ids in the seat book, reserves too."""
        return sorted((await self.kept(SEATS))["crm"].entries)

    async def known(self) -> set[str]:
        """Everybody without a role of whom something is kept: who they are, or how they are reached."""
        references = {key for key, reference in (await self.kept(REFERENCES)).items() if reference.user}
        return {*await self.kept(PEOPLE), *references} - {person(who) for who in with_a_call().people}

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
        async with talk.bot.ctx.store.transaction() as tx:
            await tx.put(BINDINGS, "crm/sales", Binding("crm", "sales", "slack", CHANNEL))
            await tx.put(CAMPAIGNS, "crm", CampaignState("", OPEN, "sealed"))
        call = await _sent(talk, "call", (Button("join", "Join", ""), Button("leave", "Leave", ""), _WISH), _SEATS)
        pulse = await _sent(talk, "pulse", tuple(Button("pulse", each, "", value=each) for each in PULSE_ANSWERS))
        if asked:
            await talk.platform.people()
        await talk.quiet()
        talk.slack.requests.clear()
        yield Called(talk, call, pulse)


_SEATS: Final = SeatCount(3, 3)
_WISH: Final = Button("wish", "Wish", "", asks_text="What would help you?")


async def _sent(talk: SlackTalk, kind: str, buttons: tuple[Button, ...], seats: SeatCount | None = None) -> Posted:
    occurrence = an_occurrence(post=f"{kind}-1", kind=kind, at=CALLED, approver="sandra")
    buttons = tuple(replace(button, about=occurrence.key) for button in buttons)
    message = Message("en", kind, (Part(f"This is the {kind}."),), about=occurrence.key, buttons=buttons, seats=seats)
    delivery = Delivery(occurrence.key, "crm", CALLED, None, State.SENT, occurrence=occurrence, message=message)
    ref = await talk.platform.post(CHANNEL, message, occurrence.key)
    async with talk.bot.ctx.store.transaction() as tx:
        sent = replace(delivery, ref=ref, settled_at=CALLED, channel=f"slack:{CHANNEL}")
        await tx.put(DELIVERIES, occurrence.key, sent)
    return talk.in_channel()[-1]


async def decision(call: Called) -> Decision | None:
    """What was decided on Friday's post."""
    kept = (await call.kept(DELIVERIES)).values()
    [asked] = {item.approval.decision for item in kept if item.approval and item.occurrence.post == "management-1"}
    return Decision(asked)


def sandras_card(call: Called) -> Posted:
    return next(posted for posted in call.talk.written("sandra") if "Approve" in words_in(posted.payload))
