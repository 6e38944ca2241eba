"""Where the bot named people in what it posted: shown to who asks, and replaced by a number when they are forgotten.

What stands in a channel of Teams or Slack is theirs; this is about what is kept here.
"""

from collections.abc import Iterable
from dataclasses import replace

from campaigns.delivery import Delivery
from campaigns.message import without_names
from storage.base import Transaction
from storage.tables import DELIVERIES, ROOM_POSTS


async def messages_that_name(tx: Transaction, person: str) -> list[tuple[str, Delivery]]:
    return [
        (key, delivery)
        for key, delivery in await tx.find(DELIVERIES)
        if delivery.message is not None and person in delivery.message.people
    ]


async def take_names_out(tx: Transaction, deliveries: Iterable[tuple[str, Delivery]]) -> None:
    """Everybody's: what is left names nobody, so that nothing has to be guessed about whose name is where."""
    for key, delivery in deliveries:
        if delivery.message is None or not delivery.message.people:
            continue
        await tx.put(DELIVERIES, key, replace(delivery, message=without_names(delivery.message)))
        shown = await tx.get(ROOM_POSTS, key)
        if shown is not None and shown.message is not None:
            await tx.put(ROOM_POSTS, key, replace(shown, message=without_names(shown.message)))
