"""A person asks for other words; the owner changes the file, and the new text is asked again."""

from bot.answers import said
from bot.decisions import Asked, decide
from bot.inbound import AskChange
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.approval import Answered, ask_change
from campaigns.model import Campaign
from campaigns.plain_text import plain

LONGEST_REASON = 500


async def handle(turn: Turn, campaign: Campaign, inbound: AskChange) -> Answer:
    because = plain(inbound.because, LONGEST_REASON)
    if not because:
        return said(campaign.language, "change_needs_words", post=inbound.post or "management-1")

    def other(asked: Asked) -> Answered:
        return ask_change(
            asked.approval, by=asked.by, because=because, hash=asked.hash, now=asked.now, moment=asked.moment
        )

    return await decide(turn, campaign, post=inbound.post, judge=other)
