"""How many places are left, until when, and how the one who asks stands. Names and the reserve list stay private."""

from bot.answers import answer, said
from bot.inbound import ShowSeats
from bot.platforms.base import Answer
from bot.seat_answers import for_everybody, standing
from bot.turn import Turn
from campaigns.model import Campaign
from storage.tables import SEATS


async def handle(turn: Turn, campaign: Campaign, inbound: ShowSeats) -> Answer:
    book = await turn.tx.get(SEATS, campaign.id)
    if book is None or campaign.seats is None:
        return said(campaign.language, "no_seats")
    own = standing(campaign, book, turn.origin.person.id)
    return answer(campaign.language, f"{for_everybody(campaign, book, turn.now)} {own}")
