"""The owner records that a promise was kept."""

from bot.inbound import PromiseKept
from bot.kept_promises import judge_promise
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.model import Campaign
from campaigns.promises import keep


async def handle(turn: Turn, campaign: Campaign, inbound: PromiseKept) -> Answer:
    return await judge_promise(
        turn, campaign, lambda book: keep(book, number=inbound.number, now=turn.now), typed=inbound.number
    )
