"""A connected team on the day after its call for seats: what most tests of people in Teams begin with."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import Any, Final

from campaigns.compose import PULSE_ANSWERS
from campaigns.delivery import Delivery, State
from campaigns.message import Button, Message, Part, SeatCount
from campaigns.model import Campaign
from campaigns.moments import InWeek
from storage.base import Store, Table
from storage.tables import BINDINGS, CAMPAIGNS, DELIVERIES, PEOPLE, REFERENCES, SEATS, Binding, CampaignState
from tests.bot.conversation import OPEN, a_whole_campaign
from tests.bot.platforms.teams.a_team import CHANNEL, TEAM, TeamsTalk, a_team
from tests.builders import a_post, an_occurrence, some_seats
from tests.fake_connector import Posted

CALLED: Final = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)
COLLEAGUES: Final = ("anna", "bilal", "chiara", "daan")
PRESS: Final = "adaptiveCard/action"
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
    """`call` and `pulse` are the posts as the channel shows them."""

    talk: TeamsTalk
    call: Posted
    pulse: Posted

    def __post_init__(self) -> None:
        self.says, self.presses, self.brings = self.talk.says, self.talk.presses, self.talk.brings
        self.to, self.connector, self.activity = self.talk.to, self.talk.connector, self.talk.activity

    async def kept(self, table: Table[Any]) -> dict[str, Any]:
        async with self.talk.bot.ctx.store.transaction() as tx:
            return dict(await tx.find(table))

    async def seated(self) -> list[str]:
        """The person ids in the seat book, reserves too."""
        return sorted((await self.kept(SEATS))["crm"].entries)

    async def known(self) -> set[str]:
        """Everybody of whom something is kept: who they are, or how they are reached."""
        references = {key for key, reference in (await self.kept(REFERENCES)).items() if reference.user}
        return {*await self.kept(PEOPLE), *references}

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
        async with talk.bot.ctx.store.transaction() as tx:
            await tx.put(BINDINGS, "crm/sales", Binding("crm", "sales", "teams", CHANNEL))
            await tx.put(CAMPAIGNS, "crm", CampaignState("", OPEN, "sealed"))
        if not roster:
            talk.connector.members[TEAM] = []
        await talk.teams.listen(talk.activity("joris", "installationUpdate", action="add"))
        await talk.teams.idle()
        call = await _sent(talk, "call", (Button("join", "Join", ""), Button("leave", "Leave", "")), SeatCount(3, 3))
        pulse = await _sent(talk, "pulse", tuple(Button("pulse", each, "", value=each) for each in PULSE_ANSWERS))
        if asked:
            await talk.installs("sandra", private=True)
        await talk.quiet()
        talk.connector.requests.clear()
        yield Called(talk, call, pulse)


async def _sent(talk: TeamsTalk, kind: str, buttons: tuple[Button, ...], seats: SeatCount | None = None) -> Posted:
    occurrence = an_occurrence(post=f"{kind}-1", kind=kind, at=CALLED, approver="sandra")
    buttons = tuple(replace(button, about=occurrence.key) for button in buttons)
    message = Message("en", kind, (Part(f"This is the {kind}."),), about=occurrence.key, buttons=buttons, seats=seats)
    delivery = Delivery(occurrence.key, "crm", CALLED, None, State.SENT, occurrence=occurrence, message=message)
    ref = await talk.teams.post(CHANNEL, message, occurrence.key)
    async with talk.bot.ctx.store.transaction() as tx:
        sent = replace(delivery, ref=ref, settled_at=CALLED, channel=f"teams:{CHANNEL}")
        await tx.put(DELIVERIES, occurrence.key, sent)
    return talk.in_channel()[-1]


def elsewhere(activity: dict[str, Any], tenant: str) -> dict[str, Any]:
    """The same, from another tenant."""
    data = {**activity["channelData"], "tenant": {"id": tenant}}
    return {**activity, "conversation": {**activity["conversation"], "tenantId": tenant}, "channelData": data}
