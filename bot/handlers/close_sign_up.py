"""The owner closes sign-up before its time; where lots decide, they are drawn at once."""

from bot.answers import said
from bot.audit import audit
from bot.inbound import CloseSignUp
from bot.platforms.base import Answer
from bot.seat_answers import seat_answer
from bot.seat_news import tell_news
from bot.seat_time import answer_by
from bot.turn import Turn
from campaigns.model import Campaign
from campaigns.seat_book import SeatOutcome
from campaigns.seats import close_early
from storage.tables import SEATS


async def handle(turn: Turn, campaign: Campaign, inbound: CloseSignUp) -> Answer:
    book = await turn.tx.get(SEATS, campaign.id)
    if book is None:
        return said(campaign.language, "no_seats")
    after, answer = close_early(book, now=turn.now, answer_by=answer_by(campaign, turn.now))
    if answer.outcome is SeatOutcome.CLOSED:
        await turn.tx.put(SEATS, campaign.id, after)
        await tell_news(turn.ctx, turn.tx, campaign, after, answer.changes, turn.now)
        await audit(
            turn.tx, now=turn.now, campaign=campaign.id, actor=campaign.owner, action="closed sign-up", subject="seats"
        )
    return seat_answer(campaign, after, answer, turn.origin.person.id)
