"""The owner hears of wishes and questions whose answer is due; the link to a wish's author goes after a while."""

from dataclasses import replace
from datetime import datetime

from bot.context import Context
from bot.jobs.due import LOOK_AGAIN, each_due
from bot.notices import tell_owner
from campaigns.model import Campaign
from campaigns.questions import Question, QuestionOutcome, warn_if_late
from campaigns.texts.say import say
from campaigns.wishes import WishBook, drop_authors, wishes_due
from storage.base import Transaction
from storage.tables import QUESTIONS, WISHES


async def warn_of_wishes(ctx: Context, now: datetime) -> None:
    await each_due(ctx, WISHES, now, _warn_of_wishes)


async def warn_of_questions(ctx: Context, now: datetime) -> None:
    await each_due(ctx, QUESTIONS, now, _warn_of_question)


async def _warn_of_wishes(ctx: Context, tx: Transaction, key: str, book: WishBook, now: datetime) -> None:
    campaign = ctx.campaigns.get(key)
    if campaign is None:
        await tx.put(WISHES, key, replace(drop_authors(book, now=now), wake=now + LOOK_AGAIN))
        return
    book, late = wishes_due(book, now=now)
    await tx.put(WISHES, key, book)
    for wish in late:
        await _tell(ctx, tx, campaign, f"wish/{wish.id}", "wish_unanswered", now, id=wish.id, title=wish.title)


async def _warn_of_question(ctx: Context, tx: Transaction, key: str, question: Question, now: datetime) -> None:
    campaign = ctx.campaigns.get(question.campaign)
    if campaign is None:
        await tx.put(QUESTIONS, key, replace(question, wake=now + LOOK_AGAIN))
        return
    question, outcome = warn_if_late(question, now=now)
    await tx.put(QUESTIONS, key, question)
    if outcome is QuestionOutcome.LATE:
        words = {"number": question.number, "text": question.text}
        await _tell(ctx, tx, campaign, f"question/{question.number}", "question_unanswered", now, **words)


async def _tell(
    ctx: Context, tx: Transaction, campaign: Campaign, name: str, key: str, now: datetime, **words: object
) -> None:
    sentence = say(campaign.language, key, **words)
    await tell_owner(ctx, tx, campaign, sentence=sentence, key=f"unanswered/{name}", now=now)
