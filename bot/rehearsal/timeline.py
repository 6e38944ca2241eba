"""Where a rehearsal begins and ends in time, and where it was when it was stopped."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from campaigns.model import Campaign
from campaigns.plan import plan
from campaigns.script import ScriptLine
from storage.base import Store
from storage.tables import SETTINGS, Setting

# So that what is asked first is seen to be asked.
LEAD: Final = timedelta(hours=1)
# For late answers and offers to run out after the last post.
AFTERMATH: Final = timedelta(days=7)
CLOCK: Final = "rehearsal/clock"


def begins_at(campaign: Campaign, lines: Sequence[ScriptLine] = ()) -> datetime:
    """An hour before the first thing happens."""
    asked = [occurrence.ask_at for occurrence in plan([campaign]).occurrences]
    return min([*asked, *(line.at for line in lines)]) - LEAD


def ends_at(campaign: Campaign, lines: Sequence[ScriptLine] = ()) -> datetime:
    posted = [occurrence.late_after for occurrence in plan([campaign]).occurrences]
    return max([*posted, *(line.at for line in lines)]) + AFTERMATH


async def saved_clock(store: Store) -> datetime | None:
    async with store.transaction() as tx:
        saved = await tx.get(SETTINGS, CLOCK)
    return datetime.fromisoformat(saved.value) if saved else None


async def save_clock(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        await tx.put(SETTINGS, CLOCK, Setting(now.isoformat()))
