"""The seats and the balance, as far as one person may see them: names only of who agreed, oneself, or to the owner."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.web.look import Kept, Look
from bot.web.room_plan import Step
from bot.web.room_words import long_moment
from campaigns.delivery import State
from campaigns.model import Seats
from campaigns.plan import seat_moments
from campaigns.seat_book import SeatBook, SeatState, SignUp


@dataclass(frozen=True)
class SeatsView:
    """`members` and `reserve` are lines; an empty line stands for somebody who is not named to this person."""

    title: str
    taken: int
    total: int
    count: str
    when: str
    mine: str = ""
    members: tuple[str, ...] = ()
    reserve: tuple[str, ...] = ()
    reserve_count: str = ""

    @property
    def dots(self) -> tuple[bool, ...]:
        """One per place, taken or free; a long row says no more than the count does."""
        return tuple(number < self.taken for number in range(self.total)) if self.total <= 12 else ()


@dataclass(frozen=True)
class BalanceView:
    audience: str
    balance: int
    given: int
    asked: int
    words: str


def seats_view(look: Look, kept: Kept) -> SeatsView | None:
    seats = look.campaign.seats
    if seats is None:
        return None
    book = kept.book
    taken, total = (book.taken, book.places) if book else (0, seats.places)
    empty = SeatsView(
        title=look.say("room_seats", name=seats.name),
        taken=taken,
        total=total,
        count=look.say("room_seats_count", taken=taken, total=total),
        when=_when(look, book, seats),
    )
    return empty if book is None else _with_people(look, empty, book)


def _with_people(look: Look, view: SeatsView, book: SeatBook) -> SeatsView:
    reserve = book.reserve
    return SeatsView(
        title=view.title,
        taken=view.taken,
        total=view.total,
        count=view.count,
        when=view.when,
        mine=_mine(look, book),
        members=tuple(_member(look, entry) for entry in book.seated),
        reserve=tuple(_unnamed(look, entry) for entry in reserve) if look.is_owner else (),
        reserve_count=look.say("room_seats_reserve", count=len(reserve)) if reserve else "",
    )


def _when(look: Look, book: SeatBook | None, seats: Seats) -> str:
    opens, closes = (book.opens, book.closes) if book else seat_moments(look.campaign)
    draw = " " + look.say("room_seats_draw") if seats.allocation == "draw" else ""
    if look.now < opens:
        return look.say("room_seats_not_open", moment=long_moment(look.wall(opens), look.language)) + draw
    if look.now >= closes or (book is not None and book.closed_at is not None):
        return look.say("room_seats_closed")
    return look.say("room_seats_open", moment=long_moment(look.wall(closes), look.language)) + draw


def _mine(look: Look, book: SeatBook) -> str:
    entry = book.entries.get(look.me.id)
    if entry is None:
        return ""
    match entry.state:
        case SeatState.SEATED:
            return look.say("room_seats_you_have")
        case SeatState.ENTERED:
            return look.say("room_seats_you_signed")
        case SeatState.RESERVED:
            return look.say("room_seats_you_reserve", number=book.reserve_number(look.me.id))
        case SeatState.OFFERED:
            until = long_moment(look.wall(entry.answer_by), look.language) if entry.answer_by else ""
            return look.say("room_seats_you_offered", moment=until)


def _member(look: Look, entry: SignUp) -> str:
    """A holder is named to all only after agreeing; the owner, who works with them, and they themselves know anyway."""
    if entry.may_be_named or look.is_owner or entry.person == look.me.id:
        return look.say("room_seats_member", name=entry.name, audience=_team(look, entry))
    return _unnamed(look, entry)


def _unnamed(look: Look, entry: SignUp) -> str:
    return look.say("room_seats_unnamed", audience=_team(look, entry))


def _team(look: Look, entry: SignUp) -> str:
    return look.audience_title(entry.team) if entry.team in look.campaign.audiences else entry.team


def balances(look: Look, steps: Sequence[Step]) -> tuple[BalanceView, ...]:
    """Gives minus asks of what was really posted, per audience that the person reads."""
    return tuple(_balance(look, audience, steps) for audience in look.audiences)


def _balance(look: Look, audience: str, steps: Sequence[Step]) -> BalanceView:
    sent = [step.occurrence for step in steps if step.state is State.SENT and step.occurrence.audience == audience]
    given = sum(max(one.weight, 0) for one in sent)
    asked = -sum(min(one.weight, 0) for one in sent)
    words = look.say("room_balance_given", given=given, asked=asked)
    return BalanceView(look.audience_title(audience), given - asked, given, asked, words)
