"""One event that was heard, inside its transaction: what a handler gets, and what has to wait until it is durable."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.context import Context, Event
from bot.inbound import Origin
from campaigns.model import Campaign
from storage.base import Transaction


@dataclass
class Turn:
    """`origin` carries the person as we know them by now. `campaign` is filled once it is clear which one is meant.

    `events` are told, and the `cards` with these keys are redrawn, only when everything has been stored.
    """

    ctx: Context
    tx: Transaction
    now: datetime
    origin: Origin
    campaign: Campaign | None = None
    events: list[Event] = field(default_factory=list)
    cards: list[str] = field(default_factory=list)
