"""The calendar file reads back: stable keys, local times with their zone, also over the change to summer time."""

from datetime import UTC, datetime, time

from icalendar import Calendar

from bot.cli.calendar_file import calendar_file
from campaigns.moments import InWeek
from campaigns.plan import plan
from tests.builders import a_campaign, a_post

NOW = datetime(2026, 12, 1, tzinfo=UTC)


def read_back() -> tuple[Calendar, list[str]]:
    in_winter = a_post(id="tip-1", when=InWeek(week=1, weekday=1, at=time(9, 30)))
    in_summer = a_post(id="tip-2", when=InWeek(week=12, weekday=1, at=time(9, 30)))
    campaign = a_campaign(posts=(in_winter, in_summer))
    occurrences = plan([campaign]).occurrences
    content = calendar_file(campaign, occurrences, NOW)
    return Calendar.from_ical(content), [occurrence.key for occurrence in occurrences]


def test_every_occurrence_is_an_event_under_its_own_key() -> None:
    calendar, keys = read_back()
    assert [str(event["uid"]) for event in calendar.walk("VEVENT")] == keys


def test_half_past_nine_stays_half_past_nine_in_summer() -> None:
    calendar, _ = read_back()
    starts = [event.decoded("dtstart") for event in calendar.walk("VEVENT")]
    assert [f"{start:%H:%M %z}" for start in starts] == ["09:30 +0100", "09:30 +0200"]
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Amsterdam"]


def test_nothing_rings_and_nobody_seems_busy() -> None:
    calendar, _ = read_back()
    assert calendar.walk("VALARM") == []
    assert {str(event["transp"]) for event in calendar.walk("VEVENT")} == {"TRANSPARENT"}
