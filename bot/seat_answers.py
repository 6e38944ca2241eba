"""What somebody hears about the seats and their own one, whatever they did: one true sentence per outcome."""

from collections.abc import Sequence
from datetime import datetime

from bot.answers import said
from bot.platforms.base import Answer
from campaigns.message import Button
from campaigns.model import Campaign
from campaigns.seat_book import SeatAnswer, SeatBook, SeatOutcome
from campaigns.texts.say import say
from campaigns.wording import written_moment

_HAS_SEAT = frozenset({SeatOutcome.SEATED, SeatOutcome.ACCEPTED, SeatOutcome.ALREADY_SEATED})


def seat_answer(campaign: Campaign, book: SeatBook, answer: SeatAnswer, person: str) -> Answer:
    """With a seat come two buttons: whether the name may be named, which nobody has to answer."""
    language = campaign.language
    instant = answer.at or answer.answer_by or book.closes
    return said(
        language,
        f"seat_{answer.outcome}",
        buttons=_buttons(campaign, book, answer, person),
        group=campaign.seats.name if campaign.seats else "",
        place=answer.places - answer.left,
        places=answer.places,
        number=answer.number,
        moment=written_moment(language, campaign.local(instant)),
        closes=written_moment(language, campaign.local(book.closes)),
    )


def standing(campaign: Campaign, book: SeatBook, person: str) -> str:
    """How this person stands, in a sentence to that person alone."""
    language, entry = campaign.language, book.entries.get(person)
    if entry is None:
        return say(language, "standing_none")
    until = written_moment(language, campaign.local(entry.answer_by)) if entry.answer_by else ""
    return say(language, f"standing_{entry.state}", number=book.reserve_number(person), until=until)


def for_everybody(campaign: Campaign, book: SeatBook, now: datetime) -> str:
    """In a draw everybody may still enter, so a number of places left would say nothing."""
    return say(campaign.language, f"seats_{_state(book, now)}", **_words(campaign, book))


def reminded(campaign: Campaign, book: SeatBook, person: str, now: datetime) -> str:
    """For somebody who asked to be reminded; nobody is called to places that are taken, or that they have (S10)."""
    language, words = campaign.language, _words(campaign, book)
    if person in book.entries:
        return say(language, "remind_seats_signed_up", standing=standing(campaign, book, person), **words)
    state = _state(book, now)
    return say(language, f"remind_seats_{'open' if state in ('draw', 'left') else state}", **words)


def _state(book: SeatBook, now: datetime) -> str:
    if now < book.opens and book.closed_at is None:
        return "not_open"
    if not book.is_open(now):
        return "closed"
    if book.waits_for_draw:
        return "draw"
    return "full" if book.is_full else "left"


def _words(campaign: Campaign, book: SeatBook) -> dict[str, str]:
    return {
        "group": campaign.seats.name if campaign.seats else "",
        "left": str(book.left),
        "places": str(book.places),
        "opens": written_moment(campaign.language, campaign.local(book.opens)),
        "closes": written_moment(campaign.language, campaign.local(book.closed_at or book.closes)),
    }


def _buttons(campaign: Campaign, book: SeatBook, answer: SeatAnswer, person: str) -> Sequence[Button]:
    entry = book.entries.get(person)
    if answer.outcome not in _HAS_SEAT or entry is None or entry.may_be_named is not None:
        return ()
    language = campaign.language
    return (
        Button("name_me", say(language, "button_name_me"), campaign.id, value="yes"),
        Button("name_me", say(language, "button_name_me_not"), campaign.id, value="no"),
    )
