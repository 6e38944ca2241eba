"""A person's yes to the exact text in their name."""

from bot.decisions import Asked, decide
from bot.inbound import Approve
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.approval import Answered, approve
from campaigns.model import Campaign


async def handle(turn: Turn, campaign: Campaign, inbound: Approve) -> Answer:
    return await decide(turn, campaign, post=inbound.post, judge=_yes)


def _yes(asked: Asked) -> Answered:
    return approve(asked.approval, by=asked.by, hash=asked.hash, now=asked.now, moment=asked.moment)
