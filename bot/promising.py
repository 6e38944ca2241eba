"""Write down what was promised, in the transaction in which it was said: a crash loses both or neither."""

from datetime import datetime

from bot.context import Context
from campaigns.calendar import WorkCalendar
from campaigns.delivery import Delivery, State
from campaigns.model import Campaign
from campaigns.promised_days import Dated, promised_days
from campaigns.promised_posts import promise_of
from campaigns.promises import PromiseBook, Promised, register
from campaigns.questions import Question
from storage.base import Transaction
from storage.tables import PROMISES


async def note_promises(ctx: Context, tx: Transaction, delivery: Delivery, now: datetime) -> None:
    """Of a delivery that has just been settled: what it promises counts once it is there."""
    campaign = ctx.campaigns.get(delivery.campaign)
    if campaign is None or delivery.state is not State.SENT:
        return
    found = promise_of(campaign, delivery, now=now)
    if found is not None:
        await _note(tx, campaign, *found, now)


async def note_answer(tx: Transaction, campaign: Campaign, question: Question, now: datetime) -> None:
    """Only the days: the answer itself goes when the one who asked wants to be forgotten."""
    dated = promised_days(question.answer, today=campaign.local(now).date())
    days = [Dated("", one.day) for one in dated]
    await _note(tx, campaign, Promised(campaign.owner, f"question/{question.number}"), days, now)


async def _note(
    tx: Transaction, campaign: Campaign, promised: Promised, dated: tuple[Dated, ...] | list[Dated], now: datetime
) -> None:
    if dated:
        book = await tx.get(PROMISES, campaign.id) or PromiseBook(campaign.id)
        book, _ = register(book, WorkCalendar.of(campaign), promised, dated, now=now)
        await tx.put(PROMISES, campaign.id, book)
