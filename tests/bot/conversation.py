"""A bot in memory with people who talk to it: what handler tests need, and what they look at afterwards."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from typing import Any, TypeVar

from bot.card_updates import CardUpdates
from bot.commands import read_command
from bot.context import Context
from bot.hear import hear
from bot.inbound import Inbound, Origin, Person
from campaigns.approval import Approval, Decision
from campaigns.approval_text import text_to_approve
from campaigns.calendar import WorkCalendar
from campaigns.delivery import Delivery, State
from campaigns.message import Message, Part
from campaigns.model import Campaign
from campaigns.plan import seat_moments
from campaigns.seats import open_book
from storage.base import Table
from storage.tables import AUDIT, BINDINGS, CAMPAIGNS, DELIVERIES, SEATS, AuditEntry, Binding, CampaignState
from tests.builders import a_campaign, a_person, a_post, an_audience, an_occurrence, some_seats
from tests.fakes import FakePlatform, FixedClock, Told, a_context, directory_of

T = TypeVar("T")
# Tuesday of campaign week 4, while sign-up is open.
OPEN = datetime(2027, 2, 2, 9, 0, tzinfo=UTC)
ANNA = Person("room:anna", "Anna")
BILAL = Person("room:bilal", "Bilal")
SANDRA = Person("room:sandra", "Sandra de Wit", "sandra@example.com")
KARIM = Person("room:karim", "Karim Bouzid", "karim@example.com")
JORIS = Person("room:joris", "Joris Hendriks", "joris@example.com")
ELS = Person("room:els", "Els Kuiper", "els@example.com")


def a_whole_campaign(**changes: Any) -> Campaign:
    """Two teams, seats, a management post by Sandra for both teams, and Joris as its owner."""
    people = {
        "sandra": a_person(name="Sandra de Wit", role="director", chat="sandra@example.com"),
        "karim": a_person(name="Karim Bouzid", role="sales team lead", chat="Karim@Example.com"),
        "els": a_person(name="Els Kuiper", role="service team lead", chat="els@example.com"),
        "joris": a_person(),
    }
    return a_campaign(
        **{
            "people": people,
            "audiences": {"sales": an_audience(), "service": an_audience(lead="els", channel="Service > General")},
            "seats": some_seats(),
            "posts": (
                a_post(),
                a_post(kind="management", sender="sandra", for_audiences=("sales", "service")),
                a_post(kind="pulse", texts=(), question="I know what changes.", for_audiences=("sales", "service")),
                a_post(id="management-2", kind="management", sender="sandra", texts=(), briefing="What did we hear?"),
            ),
            **changes,
        }
    )


@dataclass
class Conversation:
    """`say` and `do` answer with what the person reads, "" when nothing."""

    ctx: Context
    clock: FixedClock
    platform: FakePlatform
    told: Told
    updates: CardUpdates
    events: "count[int]" = field(default_factory=count)

    async def say(self, who: Person, text: str, channel: str | None = None, about: str = "") -> str:
        return await self.do(read_command(text, self.origin(who, channel, about)))

    async def do(self, inbound: Inbound) -> str:
        answer = await hear(self.ctx, inbound)
        await self.updates.drain()
        return answer.message.text if answer else ""

    def origin(self, who: Person, channel: str | None = None, about: str = "") -> Origin:
        return Origin(who.id.partition(":")[0], who, f"event-{next(self.events)}", channel, about)

    async def all(self, table: Table[T]) -> dict[str, T]:
        async with self.ctx.store.transaction() as tx:
            return dict(await tx.find(table))

    async def put(self, table: Table[T], key: str, record: T) -> None:
        async with self.ctx.store.transaction() as tx:
            await tx.put(table, key, record)

    async def notices(self, who: Person) -> list[str]:
        """What waits in the outbox for this person alone."""
        found = (await self.all(DELIVERIES)).values()
        return [item.message.text for item in found if item.person == who.id and item.message and _waits(item)]

    async def audit(self) -> list[AuditEntry]:
        return list((await self.all(AUDIT)).values())


def _waits(delivery: Delivery) -> bool:
    return delivery.state is State.WAITING


async def a_conversation(*campaigns: Campaign, now: datetime = OPEN) -> Conversation:
    """Every campaign is loaded: its seats have a book, its teams read in channels named after them."""
    loaded = campaigns or (a_whole_campaign(),)
    platform, told = FakePlatform(directory=directory_of(loaded)), Told()
    ctx = a_context(loaded, now=now, platform=platform, told=told)
    assert isinstance(ctx.clock, FixedClock)
    updates = CardUpdates(ctx, at_once)
    ctx.redraw = updates.redraw
    talk = Conversation(ctx, ctx.clock, platform, told, updates)
    for campaign in loaded:
        await talk.put(CAMPAIGNS, campaign.id, CampaignState(campaign.source_hash, now, f"sealed-{campaign.id}"))
        for audience in campaign.audiences:
            binding = Binding(campaign.id, audience, "room", audience)
            await talk.put(BINDINGS, f"{campaign.id}/{audience}", binding)
        if campaign.seats is not None:
            opens, closes = seat_moments(campaign)
            book = open_book(campaign.id, campaign.seats, opens=opens, closes=closes, seed="seed")
            await talk.put(SEATS, campaign.id, book)
    return talk


async def at_once(place: str) -> None:
    """No pace: nothing has to wait for its turn."""


CARD = "notice/crm/approval/management-1/abc"


async def ask_for_a_yes(
    talk: Conversation, *, post: str = "management-1", approver: str = "sandra", card: str = CARD, ahead_days: int = 7
) -> list[Delivery]:
    """The card is out, and its deliveries wait; one for each audience of the post."""
    campaign = next(iter(talk.ctx.campaigns.values()))
    written = campaign.post(post)
    at = WorkCalendar.of(campaign).after_working_days(talk.clock.now(), ahead_days)
    deliveries = []
    for audience in written.for_audiences:
        occurrence = an_occurrence(
            campaign=campaign.id, post=post, kind=written.kind, audience=audience, approver=approver, at=at,
            sender=written.sender,
        )  # fmt: skip
        text = text_to_approve(campaign, occurrence)[1]
        briefing = written.briefing is not None
        approval = Approval(text, approver, card, Decision.ASKED, talk.clock.now(), briefing=briefing)
        delivery = Delivery(occurrence.key, campaign.id, at, at, occurrence=occurrence, approval=approval)
        await talk.put(DELIVERIES, delivery.key, delivery)
        deliveries.append(delivery)
    message = Message("en", "approval", (Part("Will you approve this?"),), about=card)
    notice = Delivery(
        card, campaign.id, talk.clock.now(), None, state=State.SENT, person=f"room:{approver}", message=message,
        ref="ref-1", settled_at=talk.clock.now(),
    )  # fmt: skip
    await talk.put(DELIVERIES, card, notice)
    return deliveries


async def a_sent_post(talk: Conversation, *, post: str, audience: str = "sales", days_ago: int = 1) -> Delivery:
    campaign = next(iter(talk.ctx.campaigns.values()))
    written = campaign.post(post)
    at = WorkCalendar.of(campaign).after_working_days(talk.clock.now(), -days_ago)
    occurrence = an_occurrence(campaign=campaign.id, post=post, kind=written.kind, audience=audience, at=at)
    message = Message("en", written.kind, (Part("Hello all."),), about=occurrence.key)
    delivery = Delivery(occurrence.key, campaign.id, at, at, occurrence=occurrence)
    delivery = replace(delivery, state=State.SENT, wake=None, message=message, ref="r", settled_at=at)
    delivery = replace(delivery, channel=f"room:{audience}")
    await talk.put(DELIVERIES, delivery.key, delivery)
    return delivery
