"""Somebody gives up a seat, an offer or a place on the list: one word, no reason asked. It goes to the next in line."""

from bot.answers import said
from bot.inbound import Leave
from bot.platforms.base import Answer
from bot.seat_answers import seat_answer
from bot.seat_news import tell_news
from bot.seat_time import answer_by
from bot.turn import Turn
from campaigns.model import Campaign
from campaigns.seats import leave
from storage.tables import SEATS


async def handle(turn: Turn, campaign: Campaign, inbound: Leave) -> Answer:
    book, person = await turn.tx.get(SEATS, campaign.id), turn.origin.person
    if book is None:
        return said(campaign.language, "no_seats")
    after, answer = leave(book, person=person.id, now=turn.now, answer_by=answer_by(campaign, turn.now))
    if after != book:
        await turn.tx.put(SEATS, campaign.id, after)
        await tell_news(turn.ctx, turn.tx, campaign, after, answer.changes, turn.now)
    return seat_answer(campaign, after, answer, person.id)
