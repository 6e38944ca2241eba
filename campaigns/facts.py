"""True numbers and names with their source and time: what a placeholder becomes, or why it may not be said."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from campaigns.calendar import WorkCalendar
from campaigns.measurements import Measurements, Row
from campaigns.message import SeatCount
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.plain_text import plain
from campaigns.plan import seat_moments
from campaigns.seat_book import SeatBook, SeatMembers
from campaigns.seats import members
from campaigns.social_proof import Proof, ProofReason, grown_points, in_percentages, percentage, prove, smallest_of
from campaigns.texts.say import say
from campaigns.wishes import WishBook, WishState
from campaigns.wording import readable, written_day, written_list, written_moment
from campaigns.words import PLACEHOLDERS

PROOF_NAMES: Final = ("measure", "measure_then", "growth", "since")
GROWTH_NAMES: Final = ("measure_then", "growth", "since")
BUTTON_NAMES: Final = ("button:join", "button:wish", "button:wishes")
SEAT_NAMES: Final = ("places_left", "places_total", "closes", "opens", "influence", "time", "why_limited")
LONGEST_NAME: Final = 80


@dataclass(frozen=True)
class Fact:
    """`value` as it stands in the text. A live fact may still change; `range` is what an approver says yes to.

    `of_people`: words of someone else than the author, so no markdown counts in them. `people` are the ids of those
    whom it names, and `unnamed` is what stands there when they may be named no more.
    """

    value: str
    source: str
    at: datetime
    live: bool = False
    range: str = ""
    of_people: bool = False
    people: tuple[str, ...] = ()
    unnamed: str = ""


class SignUpTime(StrEnum):
    NOT_YET = "not_yet"
    OPEN = "open"
    OVER = "over"


@dataclass(frozen=True)
class Facts:
    """`known` by English placeholder; `missing` says of every other one why it may not be said.

    `proof_detail` names the numbers that decided what a proof post may say; `latest` is the newest number of its team.
    `done_before` is the day on which the wish of this post was done, when that was not today.
    """

    known: Mapping[str, Fact]
    missing: Mapping[str, str]
    seats: SeatCount | None = None
    sign_up: SignUpTime | None = None
    proof: Proof | None = None
    proof_detail: str = ""
    latest: Row | None = None
    done_before: date | None = None


Named = Iterator[tuple[str, Fact]]


def facts_for(
    campaign: Campaign,
    occurrence: Occurrence,
    *,
    seats: SeatBook | None,
    wishes: WishBook,
    measurements: Measurements,
    now: datetime,
    said: Sequence[Occurrence] = (),
) -> Facts:
    """Everything that may be said in this post at this instant (UTC).

    `said` are the posts in which its audience has read this measure before.
    """
    proof = _proof(campaign, occurrence, measurements, said)
    known = dict(file_facts(campaign, occurrence, now))
    known |= _seat_facts(campaign, seats, now)
    known |= _wish_facts(campaign, occurrence, wishes, now)
    known |= _proof_facts(campaign, proof, now)
    _agree_with_the_book(campaign, seats, known)
    _only_a_wish_that_is_done(occurrence, wishes, known)
    detail = proof_sentence(campaign, occurrence.audience, proof) if proof else ""
    missing = {name: _why_missing(campaign, name, detail, seats) for name in PLACEHOLDERS if name not in known}
    has_count = seats is not None and not seats.waits_for_draw
    return Facts(
        known,
        {name: why for name, why in missing.items() if name not in BUTTON_NAMES},
        SeatCount(seats.left, seats.places) if seats is not None and has_count else None,
        _sign_up_time(seats, now) if seats is not None else None,
        proof,
        detail,
        proof.now if proof else None,
        _done_before(campaign, occurrence, wishes, now),
    )


def file_facts(campaign: Campaign, occurrence: Occurrence, now: datetime) -> Mapping[str, Fact]:
    """What the campaign file itself says: the same for the approver and on the day."""
    audience = campaign.audiences[occurrence.audience]
    values = {
        "team": readable(occurrence.audience),
        "lead": campaign.people[audience.lead].name,
        "pain": audience.pain,
        "benefit": audience.benefit,
    }
    if campaign.seats is not None:
        opens, closes = (WorkCalendar.of(campaign).to_wall(moment) for moment in seat_moments(campaign))
        values |= {
            "places_total": str(campaign.seats.places),
            "opens": written_moment(campaign.language, opens),
            "closes": written_moment(campaign.language, closes),
            "influence": campaign.seats.influence,
            "time": campaign.seats.time,
            "why_limited": campaign.seats.why_limited,
        }
    wish = campaign.wishes.get(occurrence.wish or "")
    if wish is not None:
        values |= {"wish": wish.title, "wish_by": readable(wish.asked_by)}
    source = say(campaign.language, "source_file", file=campaign.file)
    return {name: Fact(value.strip(), source, now) for name, value in values.items()}


def ranges(campaign: Campaign) -> Mapping[str, str]:
    """What each live fact can be, as an approver reads it."""
    places = campaign.seats.places if campaign.seats else 0
    words = {
        name: say(campaign.language, f"range_{name}")
        for name in ("members", "wish", "wish_by", "wishes_done", "wishes_total", "wishes_to_go", "wishes_received",
                     *PROOF_NAMES)
    }  # fmt: skip
    return {**words, "places_left": "1" if places == 1 else f"1–{places}"}


def proof_sentence(campaign: Campaign, audience: str, proof: Proof) -> str:
    """Which numbers decided, for the owner. Of a group that is too small only its size."""
    language = campaign.language
    smallest = smallest_of(campaign.rules.minimum_group)
    why = say(language, f"proof_{proof.reason}")
    if proof.reason is ProofReason.GROUP_TOO_SMALL:
        size = campaign.audiences[audience].size
        return f"{why} {say(language, 'proof_too_few_people', size=size, smallest=smallest)}"
    if proof.reason is ProofReason.TOTAL_TOO_SMALL and proof.now is not None:
        row = proof.now
        return f"{why} {say(language, 'proof_too_few_counted', total=row.total, week=row.week, smallest=smallest)}"
    numbers = [
        say(language, "proof_row", week=row.week, count=row.count, total=row.total, percent=percentage(row))
        for row in (proof.now, proof.then)
        if row is not None
    ]
    return " ".join((why, *numbers))


def _sign_up_time(book: SeatBook, now: datetime) -> SignUpTime:
    if book.is_open(now):
        return SignUpTime.OPEN
    is_early = book.closed_at is None and now < book.opens
    return SignUpTime.NOT_YET if is_early else SignUpTime.OVER


def _seat_facts(campaign: Campaign, book: SeatBook | None, now: datetime) -> Named:
    if book is None:
        return
    source = say(campaign.language, "source_seats")
    allowed = ranges(campaign)
    if not book.waits_for_draw:
        yield "places_left", Fact(str(book.left), source, now, True, allowed["places_left"])
        who = members(book)
        if who.names or who.others:
            unnamed = _colleagues(campaign, len(who.names) + who.others)
            yield (
                "members",
                Fact(_members(campaign, who), source, now, True, allowed["members"], True, who.people, unnamed),
            )


def _members(campaign: Campaign, who: SeatMembers) -> str:
    """Only who agreed is named; the others are a number."""
    rest = [_colleagues(campaign, who.others)] if who.others else []
    names = [" ".join(plain(name, LONGEST_NAME).split()) for name in who.names]
    return written_list(campaign.language, [*names, *rest])


def _colleagues(campaign: Campaign, number: int) -> str:
    return say(campaign.language, "members_one" if number == 1 else "members_many", number=number)


def _wish_facts(campaign: Campaign, occurrence: Occurrence, book: WishBook, now: datetime) -> Named:
    source = say(campaign.language, "source_wishes")
    allowed = ranges(campaign)
    numbers = {
        "wishes_done": book.done,
        "wishes_total": book.total,
        "wishes_to_go": book.to_go,
        "wishes_received": book.received,
    }
    for name, number in numbers.items():
        yield name, Fact(str(number), source, now, True, allowed[name])
    wish = book.wishes.get(occurrence.wish or "")
    if wish is not None and wish.state is WishState.DONE and wish.id not in campaign.wishes:
        title = " ".join(wish.title.split())
        yield "wish", Fact(title, source, now, True, allowed["wish"], of_people=not wish.is_from_file)
        yield "wish_by", Fact(readable(wish.audience), source, now, True, allowed["wish_by"])


def _proof(
    campaign: Campaign, occurrence: Occurrence, measurements: Measurements, said: Sequence[Occurrence]
) -> Proof | None:
    measure = campaign.post(occurrence.post).measure
    if measure is None:
        return None
    return prove(
        measurements,
        measure=measure,
        team=occurrence.audience,
        week=occurrence.week,
        sizes={name: audience.size for name, audience in campaign.audiences.items()},
        minimum_group=campaign.rules.minimum_group,
        said_weeks=tuple(post.week for post in said),
    )


def _proof_facts(campaign: Campaign, proof: Proof | None, now: datetime) -> Named:
    if proof is None or proof.now is None or not proof.may_say_level:
        return
    source = say(campaign.language, "source_measurements", week=proof.now.week)
    allowed = ranges(campaign)
    growth = proof.then if proof.may_say_growth else None
    percent = in_percentages(proof.now, *([growth] if growth else []))
    values = {"measure": _share(campaign, proof.now, percent)}
    if growth is not None:
        calendar = WorkCalendar.of(campaign)
        counted_on = calendar.day(week=growth.week, weekday=max(campaign.rules.workdays, default=4))
        points = say(campaign.language, "points", points=grown_points(growth, proof.now))
        values |= {
            "measure_then": _share(campaign, growth, percent),
            "growth": points if percent else str(proof.now.count - growth.count),
            "since": written_day(campaign.language, counted_on),
        }
    for name, value in values.items():
        yield name, Fact(value, source, now, True, allowed[name])


def _share(campaign: Campaign, row: Row, percent: bool) -> str:
    if percent:
        return f"{percentage(row)}%"
    return say(campaign.language, "out_of", count=row.count, total=row.total)


def _agree_with_the_book(campaign: Campaign, book: SeatBook | None, known: dict[str, Fact]) -> None:
    """What was promised stands in the seat book; where the file says otherwise, neither is said."""
    if book is None or campaign.seats is None:
        return
    if book.places != campaign.seats.places:
        known.pop("places_total", None)
    opens, closes = seat_moments(campaign)
    if book.closes != closes or book.closed_at not in (None, book.closes):
        known.pop("closes", None)
    if book.opens != opens:
        known.pop("opens", None)


def _done_before(campaign: Campaign, occurrence: Occurrence, book: WishBook, now: datetime) -> date | None:
    wish = book.wishes.get(occurrence.wish or "")
    if wish is None or wish.done_at is None:
        return None
    day = campaign.local(wish.done_at).date()
    return day if day != campaign.local(now).date() else None


def _only_a_wish_that_is_done(occurrence: Occurrence, book: WishBook, known: dict[str, Fact]) -> None:
    wish = book.wishes.get(occurrence.wish or "")
    if wish is None or wish.state is not WishState.DONE:
        known.pop("wish", None)
        known.pop("wish_by", None)


def _why_missing(campaign: Campaign, name: str, proof_detail: str, seats: SeatBook | None) -> str:
    if name in PROOF_NAMES and proof_detail:
        return proof_detail
    if name == "places_left" and seats is not None and seats.waits_for_draw:
        return say(campaign.language, "missing_draw")
    noun = "seats" if name in SEAT_NAMES else "measure" if name in PROOF_NAMES else name
    return say(campaign.language, f"missing_{noun}" if noun in ("seats", "measure", "members") else "missing_wish")
