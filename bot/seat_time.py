"""How long somebody has to accept a seat that came free."""

from datetime import datetime
from typing import Final

from campaigns.calendar import WorkCalendar
from campaigns.model import Campaign

WORKING_DAYS_TO_ACCEPT: Final = 2


def answer_by(campaign: Campaign, now: datetime) -> datetime:
    return WorkCalendar.of(campaign).after_working_days(now, WORKING_DAYS_TO_ACCEPT)
