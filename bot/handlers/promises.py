"""The open promises by their day, and how many were made, kept and not made."""

from bot.answers import answer
from bot.inbound import ShowPromises
from bot.platforms.base import Answer
from bot.promise_words import promise_words
from bot.turn import Turn
from campaigns.model import Campaign
from campaigns.promises import PromiseBook, PromiseState
from campaigns.texts.say import say
from storage.tables import PROMISES


async def handle(turn: Turn, campaign: Campaign, inbound: ShowPromises) -> Answer:
    book = await turn.tx.get(PROMISES, campaign.id) or PromiseBook(campaign.id)
    language = campaign.language
    lines = [
        say(language, "promises_line", **promise_words(campaign, promise))
        for promise in book.in_state(PromiseState.OPEN)
    ]
    kept, missed = (len(book.in_state(state)) for state in (PromiseState.KEPT, PromiseState.MISSED))
    counts = say(language, "promises_counts", made=book.made, kept=kept, missed=missed)
    return answer(language, "\n".join([*(lines or [say(language, "promises_none")]), counts]))
