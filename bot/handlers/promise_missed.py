"""The owner says that a promise was not made and what happens now; whoever read the promise reads that too."""

from bot.inbound import PromiseMissed
from bot.kept_promises import judge_promise
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.calendar import WorkCalendar
from campaigns.model import Campaign
from campaigns.promises import PromiseAnswer, PromiseBook, miss


async def handle(turn: Turn, campaign: Campaign, inbound: PromiseMissed) -> Answer:
    def missed(book: PromiseBook) -> tuple[PromiseBook, PromiseAnswer]:
        calendar = WorkCalendar.of(campaign)
        return miss(book, calendar, number=inbound.number, text=inbound.text, said_by=campaign.owner, now=turn.now)

    return await judge_promise(turn, campaign, missed, typed=inbound.number, text=inbound.text)
