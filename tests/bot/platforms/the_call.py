"""The campaign whose call for seats was yesterday, whichever platform it is on."""

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any, Final

from bot.assembly import Bot
from bot.platforms.base import Platform
from campaigns.compose import PULSE_ANSWERS
from campaigns.delivery import Delivery, State
from campaigns.message import Button, Message, Part, SeatCount
from campaigns.model import Campaign
from campaigns.moments import InWeek
from storage.base import Table
from storage.tables import BINDINGS, CAMPAIGNS, DELIVERIES, PEOPLE, REFERENCES, SEATS, Binding, CampaignState
from tests.bot.conversation import OPEN, a_whole_campaign
from tests.bot.platforms.living import Living
from tests.builders import a_post, an_occurrence, some_seats

CALLED: Final = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)
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


class CalledBot:
    """What the bot keeps after the call."""

    talk: Living

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


async def connect(bot: Bot, chat: Platform, channel: str) -> None:
    """What the owner did when the campaign began."""
    async with bot.ctx.store.transaction() as tx:
        await tx.put(BINDINGS, "crm/sales", Binding("crm", "sales", chat.name, channel))
        await tx.put(CAMPAIGNS, "crm", CampaignState("", OPEN, "sealed"))


async def send_the_posts(bot: Bot, chat: Platform, channel: str, *more: Button) -> None:
    """The call and the pulse, kept as sent; `more` comes under the call."""
    join_or_leave = Button("join", "Join", ""), Button("leave", "Leave", "")
    await _send(bot, chat, channel, "call", (*join_or_leave, *more), SeatCount(3, 3))
    await _send(bot, chat, channel, "pulse", tuple(Button("pulse", each, "", value=each) for each in PULSE_ANSWERS))


async def _send(
    bot: Bot, chat: Platform, channel: str, kind: str, buttons: tuple[Button, ...], seats: SeatCount | None = None
) -> None:
    occurrence = an_occurrence(post=f"{kind}-1", kind=kind, at=CALLED, approver="sandra")
    buttons = tuple(replace(button, about=occurrence.key) for button in buttons)
    message = Message("en", kind, (Part(f"This is the {kind}."),), about=occurrence.key, buttons=buttons, seats=seats)
    delivery = Delivery(occurrence.key, "crm", CALLED, None, State.SENT, occurrence=occurrence, message=message)
    ref = await chat.post(channel, message, occurrence.key)
    async with bot.ctx.store.transaction() as tx:
        sent = replace(delivery, ref=ref, settled_at=CALLED, channel=f"{chat.name}:{channel}")
        await tx.put(DELIVERIES, occurrence.key, sent)
