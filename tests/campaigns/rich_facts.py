"""The shipped campaigns with everything that can happen in them, so that every one of their texts has its facts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from campaigns.calendar import WorkCalendar
from campaigns.facts import Facts, facts_for
from campaigns.measurements import Measurements
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.parse import read_campaign
from campaigns.plan import plan, seat_moments
from campaigns.seat_book import SeatBook
from campaigns.seats import agree_to_be_named, open_book, sign_up
from campaigns.wishes import WishBook, make_wish, wish_book, wish_done

LIBRARY = Path(__file__).parents[2] / "campaigns" / "library"
SHIPPED = ("een-klantbeeld", "one-customer-view")
EARLY = datetime(2027, 1, 4, 9, tzinfo=UTC)
JOINED = (("anna", "Anna Vos", True), ("bo", "Bo Li", None), ("cas", "Cas de Boer", True))


def shipped(name: str) -> Campaign:
    return read_campaign((LIBRARY / f"{name}.yaml").read_bytes(), f"{name}.yaml")


_last_planned: list[tuple[Campaign, tuple[Occurrence, ...]]] = []


def occurrences_of(campaign: Campaign) -> tuple[Occurrence, ...]:
    """Planned once while it is about the same campaign: each of its posts asks again."""
    if not _last_planned or _last_planned[0][0] is not campaign:
        _last_planned[:] = [(campaign, plan([campaign]).occurrences)]
    return _last_planned[0][1]


def a_book(campaign: Campaign, now: datetime) -> SeatBook:
    """Two join a day after opening, a third an hour before closing; one of them does not want to be named."""
    assert campaign.seats is not None
    opens, closes = seat_moments(campaign)
    book = open_book(campaign.id, campaign.seats, opens=opens, closes=closes, seed="seed")
    moments = (opens + timedelta(days=1), opens + timedelta(days=1), closes - timedelta(hours=1))
    for (person, name, agreed), team, at in zip(JOINED, campaign.audiences, moments, strict=True):
        if at <= now:
            book, _ = sign_up(book, person=person, name=name, team=team, now=at)
            if agreed is not None:
                book, _ = agree_to_be_named(book, person=person, agreed=agreed)
    return replace(book, closed_at=closes if now >= closes else None)


def some_wishes(campaign: Campaign, now: datetime) -> WishBook:
    """Two wishes by chat in week 4, and every promised wish done on its day."""
    calendar = WorkCalendar.of(campaign)
    days = {
        key: calendar.day(week=wish.planned.week, weekday=wish.planned.weekday)  # type: ignore[union-attr]
        for key, wish in campaign.wishes.items()
    }
    book = wish_book(campaign, days)
    sent_at = calendar.to_utc(datetime(2027, 2, 4, 14))
    for person, text in (("anna", "Dark mode"), ("bo", "Larger letters")):
        if sent_at <= now:
            book, _ = make_wish(
                book, person=person, audience=next(iter(campaign.audiences)), text=text, now=sent_at, answer_by=sent_at
            )
    for occurrence in occurrences_of(campaign):
        if occurrence.wish and occurrence.at <= now:
            book, _ = wish_done(book, wish=occurrence.wish, now=occurrence.at)
    return book


def some_measurements(campaign: Campaign) -> Measurements:
    """The first team grows past half, the second grows and stays a minority."""
    assert campaign.goal.measure is not None
    measurements = Measurements()
    first, second, *_ = campaign.audiences
    for week, team, count, total in (
        (5, first, 30, 98),
        (9, first, 61, 104),
        (5, second, 12, 90),
        (9, second, 41, 100),
    ):
        measurements = measurements.with_row(
            week=week, team=team, measure=campaign.goal.measure, count=count, total=total
        )
    return measurements


def rich_facts(campaign: Campaign, occurrence: Occurrence) -> Facts:
    """What is true at the moment of this occurrence."""
    return facts_for(
        campaign,
        occurrence,
        seats=a_book(campaign, occurrence.at),
        wishes=some_wishes(campaign, occurrence.at),
        measurements=some_measurements(campaign),
        now=occurrence.at,
    )
