"""Somebody takes part, or takes the seat that was kept for them."""

from bot.answers import said
from bot.inbound import Join
from bot.platforms.base import Answer
from bot.seat_answers import seat_answer
from bot.turn import Turn
from bot.which_audience import audience_of
from campaigns.model import Campaign
from campaigns.seats import sign_up
from storage.tables import SEATS


async def handle(turn: Turn, campaign: Campaign, inbound: Join) -> Answer:
    """The team must be known before a seat is given, because a team may have a limit."""
    book, person = await turn.tx.get(SEATS, campaign.id), turn.origin.person
    if book is None:
        return said(campaign.language, "no_seats")
    entry = book.entries.get(person.id)
    team = entry.team if entry else await audience_of(turn.tx, campaign, turn.origin)
    if team is None:
        return said(campaign.language, "join_which_team")
    after, answer = sign_up(book, person=person.id, name=person.name, team=team, now=turn.now)
    if after != book:
        await turn.tx.put(SEATS, campaign.id, after)
    return seat_answer(campaign, after, answer, person.id)
