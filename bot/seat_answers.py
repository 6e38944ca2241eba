"""What somebody hears about their own seat, whatever they did: one true sentence per outcome."""

from collections.abc import Sequence

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


def _buttons(campaign: Campaign, book: SeatBook, answer: SeatAnswer, person: str) -> Sequence[Button]:
    entry = book.entries.get(person)
    if answer.outcome not in _HAS_SEAT or entry is None or entry.may_be_named is not None:
        return ()
    language = campaign.language
    return (
        Button("name_me", say(language, "button_name_me"), campaign.id, value="yes"),
        Button("name_me", say(language, "button_name_me_not"), campaign.id, value="no"),
    )
