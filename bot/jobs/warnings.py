"""The owner hears of wishes and questions whose answer is due; the link to a wish's author goes after a while."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.context import Context
from bot.notices import tell_owner
from campaigns.questions import QuestionOutcome, warn_if_late
from campaigns.texts.say import say
from campaigns.wishes import drop_authors, wishes_due
from storage.base import Transaction
from storage.tables import QUESTIONS, WISHES

MANY = 1_000
# A campaign whose file is gone may come back; until then there is no owner to tell.
LOOK_AGAIN = timedelta(hours=1)


async def warn_of_unanswered(ctx: Context, now: datetime) -> None:
    async with ctx.store.transaction() as tx:
        for key, book in await tx.due(WISHES, now, MANY):
            if key not in ctx.campaigns:
                await tx.put(WISHES, key, replace(drop_authors(book, now=now), wake=now + LOOK_AGAIN))
                continue
            book, late = wishes_due(book, now=now)
            await tx.put(WISHES, key, book)
            for wish in late:
                await _tell(ctx, tx, key, f"wish/{wish.id}", "wish_unanswered", now, id=wish.id, title=wish.title)
        for key, question in await tx.due(QUESTIONS, now, MANY):
            if question.campaign not in ctx.campaigns:
                await tx.put(QUESTIONS, key, replace(question, wake=now + LOOK_AGAIN))
                continue
            question, outcome = warn_if_late(question, now=now)
            await tx.put(QUESTIONS, key, question)
            if outcome is QuestionOutcome.LATE:
                name = f"question/{question.number}"
                words = {"number": question.number, "text": question.text}
                await _tell(ctx, tx, question.campaign, name, "question_unanswered", now, **words)


async def _tell(
    ctx: Context, tx: Transaction, campaign_id: str, name: str, key: str, now: datetime, **words: object
) -> None:
    campaign = ctx.campaigns[campaign_id]
    sentence = say(campaign.language, key, **words)
    await tell_owner(ctx, tx, campaign, sentence=sentence, key=f"unanswered/{name}", now=now)
