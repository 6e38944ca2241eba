"""The owner says that a text named a day and promised nothing, with the reason."""

from bot.inbound import PromiseDrop
from bot.kept_promises import judge_promise
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.model import Campaign
from campaigns.promises import drop


async def handle(turn: Turn, campaign: Campaign, inbound: PromiseDrop) -> Answer:
    return await judge_promise(
        turn,
        campaign,
        lambda book: drop(book, number=inbound.number, because=inbound.because, now=turn.now),
        typed=inbound.number,
    )
