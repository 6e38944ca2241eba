"""Steps for the tests of seats: a book, and people who join and leave it."""

from datetime import UTC, datetime, timedelta

from campaigns.seats import SeatAnswer, SeatBook, SeatNews, leave, open_book, promote_due, sign_up
from tests.builders import some_seats

OPENS = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)
CLOSES = datetime(2027, 2, 11, 15, 0, tzinfo=UTC)
TWO_DAYS = timedelta(days=2)
SEED = "a secret of this campaign"


def a_book(*, places: int = 3, max_per_team: int | None = None, draw: bool = False) -> SeatBook:
    seats = some_seats(places=places, max_per_team=max_per_team, allocation="draw" if draw else "first come")
    return open_book("crm", seats, opens=OPENS, closes=CLOSES, seed=SEED)


def joins(book: SeatBook, person: str, *, team: str = "sales", now: datetime = OPENS) -> tuple[SeatBook, SeatAnswer]:
    return sign_up(book, person=person, name=person.title(), team=team, now=now)


def leaves(book: SeatBook, person: str, *, now: datetime = OPENS) -> tuple[SeatBook, SeatAnswer]:
    return leave(book, person=person, now=now, answer_by=now + TWO_DAYS)


def settles(book: SeatBook, now: datetime) -> tuple[SeatBook, SeatAnswer]:
    return promote_due(book, now=now, answer_by=now + TWO_DAYS)


def with_people(book: SeatBook, *people: str, team: str = "sales") -> SeatBook:
    for person in people:
        book, _ = joins(book, person, team=team)
    return book


def news(answer: SeatAnswer) -> list[tuple[str, SeatNews]]:
    return [(change.person, change.what) for change in answer.changes]
