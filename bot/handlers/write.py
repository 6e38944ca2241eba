"""The sender's own text for a briefing, which is also the yes to it."""

from bot.decisions import Asked, decide
from bot.inbound import Write
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.approval import Answered, write
from campaigns.model import Campaign


async def handle(turn: Turn, campaign: Campaign, inbound: Write) -> Answer:
    def words(asked: Asked) -> Answered:
        return write(
            asked.approval, by=asked.by, text=inbound.text, hash=asked.hash, now=asked.now, moment=asked.moment
        )

    return await decide(turn, campaign, post=inbound.post, judge=words)
