"""Which texts an approver's answer is about: those of the card that was answered, else of the post that was named."""

from dataclasses import dataclass

from bot.roles import ids_of
from bot.turn import Turn
from campaigns.approval import Decision
from campaigns.delivery import Delivery, State
from campaigns.model import Campaign
from storage.tables import DELIVERIES


@dataclass(frozen=True)
class NoneMeant:
    """Nothing to decide on: `waiting` are the posts that do wait for this person."""

    waiting: tuple[str, ...]


async def asked_texts(turn: Turn, campaign: Campaign, post: str) -> list[Delivery] | NoneMeant:
    """Every delivery that shares the card. Whether this person may answer it is the approval's own decision."""
    asked = [
        delivery
        for _, delivery in await turn.tx.find(DELIVERIES, campaign=campaign.id)
        if delivery.approval is not None and delivery.occurrence is not None
    ]
    on_card = [item for item in asked if item.approval and item.approval.card == turn.origin.about]
    if on_card:
        return on_card
    waiting = [item for item in asked if _waits_for(turn, campaign, item)]
    named = _named(asked, waiting, post) if post else waiting
    if named and (post or len({_card(item) for item in named}) == 1):
        return named
    return NoneMeant(tuple(sorted({item.occurrence.post for item in waiting if item.occurrence})))


def _named(asked: list[Delivery], waiting: list[Delivery], post: str) -> list[Delivery]:
    """What waits for this person; else everything under that name, so that the answer can say why it is too late."""
    mine, all_ = ([item for item in items if _is_of(item, post)] for items in (waiting, asked))
    return mine or all_


def _is_of(delivery: Delivery, post: str) -> bool:
    return delivery.occurrence is not None and delivery.occurrence.post.casefold() == post.casefold()


def _waits_for(turn: Turn, campaign: Campaign, delivery: Delivery) -> bool:
    approval = delivery.approval
    return (
        approval is not None
        and approval.decision is Decision.ASKED
        and approval.approver in ids_of(campaign, turn.origin.person.chat)
        and delivery.state in (State.WAITING, State.HELD)
    )


def _card(delivery: Delivery) -> str:
    return delivery.approval.card if delivery.approval else ""
