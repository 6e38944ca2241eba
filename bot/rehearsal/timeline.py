"""Where a rehearsal begins and ends in time, and where it was when it was stopped."""

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Beginning:
    """`goes_on` says that it was stopped there before; `is_over` that every post of the file has had its moment."""

    at: datetime
    goes_on: bool
    is_over: bool


async def beginning(store: Store, campaign: Campaign, lines: Sequence[ScriptLine] = ()) -> Beginning:
    """Where it was stopped. The file may have been edited since: what comes first in it now is not waited for."""
    first, saved = begins_at(campaign, lines), await saved_clock(store)
    at = max(saved, first) if saved else first
    return Beginning(at, goes_on=saved is not None, is_over=at > ends_at(campaign, lines) - AFTERMATH)


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
