"""Which texts an approver's answer is about: those of the card that was answered, else of the post that was named."""

from dataclasses import dataclass

from bot.cards import ASKING
from bot.roles import ids_of
from bot.turn import Turn
from campaigns.approval import Decision
from campaigns.delivery import OPEN, Delivery
from campaigns.model import Campaign
from storage.tables import DELIVERIES


@dataclass(frozen=True)
class NoneMeant:
    """Nothing to decide on: `waiting` are the posts that do wait for this person."""

    waiting: tuple[str, ...]


@dataclass(frozen=True)
class OldCard:
    """A card whose text or moment was changed since. Nobody means another text by pressing on it."""


async def asked_texts(turn: Turn, campaign: Campaign, post: str) -> list[Delivery] | NoneMeant | OldCard:
    """Every delivery that shares the card. Whether this person may answer it is the approval's own decision."""
    asked = [
        delivery
        for _, delivery in await turn.tx.find(DELIVERIES, campaign=campaign.id)
        if delivery.approval is not None and delivery.occurrence is not None
    ]
    on_card = [item for item in asked if item.approval and item.approval.card == turn.origin.about]
    if on_card:
        return on_card
    pressed_on = await turn.tx.get(DELIVERIES, turn.origin.about)
    if pressed_on is not None and pressed_on.message is not None and pressed_on.message.kind in ASKING:
        return OldCard()
    waiting = [item for item in asked if _waits_for(turn, campaign, item)]
    named = _named(asked, waiting, post) if post else waiting
    if named and (post or len({_card(item) for item in named}) == 1):
        return named
    return NoneMeant(tuple(sorted({item.occurrence.post for item in waiting if item.occurrence})))


def _named(asked: list[Delivery], waiting: list[Delivery], post: str) -> list[Delivery]:
    """The first moment under that name that waits for this person; else one that no longer does, to say why not."""
    for items in (waiting, [item for item in asked if _is_open(item)], asked):
        found = [item for item in items if _is_of(item, post)]
        if found:
            first = min(item.due for item in found)
            return [item for item in found if item.due == first]
    return []


def _is_of(delivery: Delivery, post: str) -> bool:
    return delivery.occurrence is not None and delivery.occurrence.post.casefold() == post.casefold()


def _waits_for(turn: Turn, campaign: Campaign, delivery: Delivery) -> bool:
    approval = delivery.approval
    return (
        approval is not None
        and approval.decision is Decision.ASKED
        and approval.approver in ids_of(campaign, turn.origin.person.chat)
        and _is_open(delivery)
    )


def _is_open(delivery: Delivery) -> bool:
    return delivery.state in OPEN


def _card(delivery: Delivery) -> str:
    return delivery.approval.card if delivery.approval else ""
