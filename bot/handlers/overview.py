"""How everything stands for the one who looks: their place, their wishes, and the dates that may be told already.

Nothing is kept of a look, and nobody's text is shown before its time.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from bot.inbound import Overview
from bot.platforms.base import Answer
from bot.seat_answers import for_everybody, standing
from bot.turn import Turn
from bot.which_campaign import campaigns_here, campaigns_of, has_ended
from bot.which_language import language_of
from campaigns.message import Button, Message, Part
from campaigns.model import Campaign
from campaigns.seat_book import SeatBook
from campaigns.texts.say import say
from campaigns.wishes import WishBook, WishRecord, WishState
from campaigns.wording import promised_day, written_moment
from storage.tables import SEATS, WISHES

MOST_WISHES: Final = 10  # of one's own, the newest


async def handle(turn: Turn, inbound: Overview) -> Answer:
    mine = await _mine(turn)
    turn.campaign = mine[0] if mine else None
    language = language_of(turn)
    parts = [Part("\n".join(await _lines(turn, campaign))) for campaign in mine]
    return Answer(
        Message(
            language,
            "answer",
            tuple(parts) or (Part(say(language, "overview_none")),),
            buttons=(*_wish_buttons(mine), Button("my_data", say(language, "label_my_data"), "")),
        )
    )


async def _mine(turn: Turn) -> list[Campaign]:
    """Those that read here come first."""
    found = {campaign.id: campaign for campaign in [*await campaigns_here(turn), *await campaigns_of(turn)]}
    return [campaign for campaign in found.values() if not await has_ended(turn, campaign)]


def _wish_buttons(mine: list[Campaign]) -> Iterator[Button]:
    for campaign in mine:
        language = campaign.language
        label = "label_wish" if len(mine) == 1 else "label_wish_for"
        yield Button(
            "wish", say(language, label, campaign=campaign.campaign), campaign.id, asks_text=say(language, "ask_wish")
        )


async def _lines(turn: Turn, campaign: Campaign) -> list[str]:
    seats = await turn.tx.get(SEATS, campaign.id)
    wishes = await turn.tx.get(WISHES, campaign.id) or WishBook(campaign.id)
    return [
        campaign.campaign,
        *_seat(turn, campaign, seats),
        *_own_wishes(turn, campaign, wishes),
        *_coming(turn, campaign, seats, wishes),
    ]


def _seat(turn: Turn, campaign: Campaign, book: SeatBook | None) -> Iterator[str]:
    if book is None or campaign.seats is None:
        return
    person = turn.origin.person.id
    own = standing(campaign, book, person)
    sentence = own if person in book.entries else f"{own} {for_everybody(campaign, book, turn.now)}"
    yield say(campaign.language, "overview_seat", group=campaign.seats.name, standing=sentence)


def _own_wishes(turn: Turn, campaign: Campaign, book: WishBook) -> Iterator[str]:
    """The newest first."""
    language = campaign.language
    own = [wish for wish in book.wishes.values() if wish.author == turn.origin.person.id]
    own.sort(key=lambda wish: wish.received_at or turn.now, reverse=True)
    yield say(language, "overview_wishes" if own else "overview_no_wishes")
    yield from (_wish(campaign, wish) for wish in own[:MOST_WISHES])
    if len(own) > MOST_WISHES:
        yield say(language, "overview_more_wishes", count=len(own) - MOST_WISHES)


def _wish(campaign: Campaign, wish: WishRecord) -> str:
    day: date | None = None
    if wish.state is WishState.RECEIVED and wish.answer_by is not None:
        day = campaign.local(wish.answer_by).date()
    elif wish.state is WishState.PLANNED:
        day = wish.planned_for
    elif wish.state is WishState.DONE and wish.done_at is not None:
        day = campaign.local(wish.done_at).date()
    written = promised_day(campaign, day) if day is not None else ""
    key = f"overview_wish_{wish.state}"
    return say(campaign.language, key, id=wish.id, title=wish.title, day=written, because=wish.because)


def _coming(turn: Turn, campaign: Campaign, seats: SeatBook | None, wishes: WishBook) -> Iterator[str]:
    """In order of time; a day comes before the moments on it."""
    language = campaign.language
    lines = sorted([*_sign_up(turn, campaign, seats), *_planned(turn, campaign, wishes)])
    yield say(language, "overview_coming" if lines else "overview_nothing_coming")
    yield from (line for _, line in lines)


def _sign_up(turn: Turn, campaign: Campaign, book: SeatBook | None) -> Iterator[tuple[str, str]]:
    """The next of its two moments."""
    if book is None or book.closed_at is not None or turn.now >= book.closes:
        return
    key, at = ("overview_opens", book.opens) if turn.now < book.opens else ("overview_closes", book.closes)
    wall = campaign.local(at)
    yield _when(wall), say(campaign.language, key, moment=written_moment(campaign.language, wall))


def _planned(turn: Turn, campaign: Campaign, book: WishBook) -> Iterator[tuple[str, str]]:
    """Of everybody: that list is public."""
    today = campaign.local(turn.now).date()
    for wish in book.in_state(WishState.PLANNED):
        if wish.planned_for is not None and wish.planned_for >= today:
            day = promised_day(campaign, wish.planned_for)
            yield _when(wish.planned_for), say(campaign.language, "overview_planned", day=day, title=wish.title)


def _when(at: date | datetime) -> str:
    return at.isoformat()
