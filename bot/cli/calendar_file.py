"""The plan as an iCalendar file: local times with their time zone, and the occurrence's key as the stable UID."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from icalendar import Calendar, Event

from campaigns.model import Campaign
from campaigns.occurrence import Occurrence

SHOWN_FOR: Final = timedelta(minutes=15)


def calendar_file(campaign: Campaign, occurrences: Iterable[Occurrence], now: datetime) -> bytes:
    """`now` is when the file was made; everything else depends on the campaign alone."""
    calendar = Calendar()
    calendar.add("prodid", "-//Klankbord//plan//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", campaign.campaign)
    for occurrence in occurrences:
        calendar.add_component(_event(campaign, occurrence, now))
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content


def _event(campaign: Campaign, occurrence: Occurrence, now: datetime) -> Event:
    start = campaign.local(occurrence.at)
    event = Event()
    event.add("uid", occurrence.key)
    event.add("dtstamp", now)
    event.add("dtstart", start)
    event.add("dtend", start + SHOWN_FOR)
    event.add("summary", f"{occurrence.post} · {campaign.audiences[occurrence.audience].channel}")
    event.add("description", f"{occurrence.kind} · {', '.join(occurrence.principles)} · {occurrence.approver}")
    event.add("status", "TENTATIVE" if occurrence.expected else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event
