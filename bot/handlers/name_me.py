"""Whether a name may stand in the closing post: said by the person, changed by the person, silence means no."""

from bot.answers import said
from bot.inbound import NameMe
from bot.platforms.base import Answer
from bot.seat_answers import seat_answer
from bot.turn import Turn
from campaigns.model import Campaign
from campaigns.seats import agree_to_be_named
from storage.tables import SEATS


async def handle(turn: Turn, campaign: Campaign, inbound: NameMe) -> Answer:
    book, person = await turn.tx.get(SEATS, campaign.id), turn.origin.person
    if book is None:
        return said(campaign.language, "no_seats")
    after, answer = agree_to_be_named(book, person=person.id, agreed=inbound.agreed)
    if after != book:
        await turn.tx.put(SEATS, campaign.id, after)
    return seat_answer(campaign, after, answer, person.id)
