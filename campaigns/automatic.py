"""Posts that the bot owes the readers without an author: what its owner did is the yes, and no edit takes them back."""

from datetime import datetime, timedelta
from typing import Final

from campaigns.calendar import WorkCalendar
from campaigns.kinds import AUTOMATIC_KINDS
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence

# What was promised to the readers may wait for a quieter day, but not for ever.
WORKING_DAYS_TO_POST: Final = 5


def is_automatic(occurrence: Occurrence) -> bool:
    return occurrence.kind in AUTOMATIC_KINDS


def automatic_id(kind: str, name: str) -> str:
    """With a full stop, which no author can write in an id."""
    return f"{kind}.{name}"


def automatic_occurrence(campaign: Campaign, *, kind: str, name: str, audience: str, now: datetime) -> Occurrence:
    """At the next moment at which the campaign may post at all."""
    calendar = WorkCalendar.of(campaign)
    wall = calendar.next_allowed(_next_minute(calendar.to_wall(now)))
    at = calendar.to_utc(wall)
    return Occurrence(
        campaign=campaign.id,
        post=automatic_id(kind, name),
        kind=kind,
        audience=audience,
        wall=wall,
        at=at,
        week=calendar.week_of(wall.date()),
        ask_at=at,
        remind_at=at,
        late_after=calendar.after_working_days(at, WORKING_DAYS_TO_POST) + campaign.rules.late_after,
        principles=AUTOMATIC_KINDS[kind].principles,
        weight=AUTOMATIC_KINDS[kind].weight,
        approver=campaign.owner,
    )


def _next_minute(wall: datetime) -> datetime:
    """Moments have no seconds, and none lies in the past."""
    whole = wall.replace(second=0, microsecond=0)
    return whole if whole == wall else whole + timedelta(minutes=1)
