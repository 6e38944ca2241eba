"""How many places are left, until when, and how the one who asks stands. Names and the reserve list stay private."""

from bot.answers import answer, said
from bot.inbound import ShowSeats
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.model import Campaign
from campaigns.seat_book import SeatBook
from campaigns.texts.say import say
from campaigns.wording import written_moment
from storage.tables import SEATS


async def handle(turn: Turn, campaign: Campaign, inbound: ShowSeats) -> Answer:
    book = await turn.tx.get(SEATS, campaign.id)
    if book is None or campaign.seats is None:
        return said(campaign.language, "no_seats")
    own = standing(campaign, book, turn.origin.person.id)
    return answer(campaign.language, f"{_for_everybody(turn, campaign, book)} {own}")


def standing(campaign: Campaign, book: SeatBook, person: str) -> str:
    """How this person stands, in a sentence to that person alone."""
    language, entry = campaign.language, book.entries.get(person)
    if entry is None:
        return say(language, "standing_none")
    until = written_moment(language, campaign.local(entry.answer_by)) if entry.answer_by else ""
    return say(language, f"standing_{entry.state}", number=book.reserve_number(person), until=until)


def _for_everybody(turn: Turn, campaign: Campaign, book: SeatBook) -> str:
    """In a draw everybody may still enter, so a number of places left would say nothing."""
    if turn.now < book.opens and book.closed_at is None:
        key = "seats_not_open"
    elif not book.is_open(turn.now):
        key = "seats_closed"
    elif book.waits_for_draw:
        key = "seats_draw"
    else:
        key = "seats_full" if book.is_full else "seats_left"
    return say(
        campaign.language,
        key,
        group=campaign.seats.name if campaign.seats else "",
        left=book.left,
        places=book.places,
        opens=written_moment(campaign.language, campaign.local(book.opens)),
        closes=written_moment(campaign.language, campaign.local(book.closed_at or book.closes)),
    )
