"""Small, complete parts of a campaign for tests: every field has a value, and a test names only what it is about."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from campaigns.model import Audience, Campaign, Goal, Person, Post, Rules, Seats, Wish
from campaigns.moments import InWeek
from campaigns.occurrence import Occurrence

NINE_THIRTY = time(9, 30)
START = date(2027, 1, 11)


def a_person(**changes: Any) -> Person:
    return Person(**{"name": "Joris Hendriks", "role": "project lead", "chat": "joris@example.com", **changes})


def an_audience(**changes: Any) -> Audience:
    return Audience(
        **{
            "channel": "Sales > General",
            "lead": "karim",
            "size": 18,
            "pain": "You look in three systems to find a phone number.",
            "benefit": "You see number, last visit and open quotes on one screen.",
            **changes,
        }
    )


def some_seats(**changes: Any) -> Seats:
    return Seats(
        **{
            "name": "sounding board",
            "places": 3,
            "opens": InWeek(week=4, weekday=0, at=NINE_THIRTY),
            "closes": InWeek(week=5, weekday=3, at=time(16, 0)),
            "why_limited": "With three people the meeting stays short.",
            "influence": "The group decides how the customer screen looks.",
            "time": "1 hour every two weeks",
            **changes,
        }
    )


def a_wish(**changes: Any) -> Wish:
    planned = InWeek(week=3, weekday=4, at=None)
    return Wish(**{"title": "Search by postcode", "asked_by": "sales", "planned": planned, **changes})


def a_post(**changes: Any) -> Post:
    """A tip for sales on Tuesday of week 1, unless changed. `briefing` or several `texts` replace the one text."""
    return Post(
        **{
            "id": f"{changes.get('kind', 'tip')}-1",
            "kind": "tip",
            "when": InWeek(week=1, weekday=1, at=NINE_THIRTY),
            "line": 10,
            "for_audiences": ("sales",),
            "texts": ("Click the star to keep a customer at the top.",),
            **changes,
        }
    )


def a_campaign(**changes: Any) -> Campaign:
    """Twelve weeks from Monday 11 January 2027 for one audience, with one tip and no seats, unless changed."""
    campaign_id = changes.get("id", "crm")
    people = {
        "sandra": a_person(name="Sandra de Wit", role="director", chat="sandra@example.com"),
        "karim": a_person(name="Karim Bouzid", role="sales team lead", chat="karim@example.com"),
        "joris": a_person(),
    }
    return Campaign(
        **{
            "id": campaign_id,
            "file": f"{campaign_id}.yaml",
            "campaign": "One customer view",
            "language": "en",
            "start": START,
            "weeks": 12,
            "goal": Goal(text="On 1 April, 8 out of 10 conversations have a note.", by=date(2027, 4, 1)),
            "people": people,
            "owner": "joris",
            "audiences": {"sales": an_audience()},
            "posts": (a_post(),),
            "rules": Rules(),
            **changes,
        }
    )


def an_occurrence(**changes: Any) -> Occurrence:
    """The tip of `a_campaign` for sales: Tuesday 12 January 2027, 09:30 in Amsterdam."""
    at = changes.get("at", datetime(2027, 1, 12, 8, 30, tzinfo=UTC))
    return Occurrence(
        **{
            "campaign": "crm",
            "post": "tip-1",
            "kind": "tip",
            "audience": "sales",
            "wall": (at + timedelta(hours=1)).replace(tzinfo=None),
            "at": at,
            "week": 1,
            "ask_at": at - timedelta(days=7, minutes=30),
            "remind_at": at - timedelta(days=4, minutes=30),
            "late_after": at + timedelta(hours=2),
            "principles": ("reciprocity", "repetition"),
            "weight": 1,
            "approver": "joris",
            "balance": 1,
            **changes,
        }
    )
