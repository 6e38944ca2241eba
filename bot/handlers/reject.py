"""A person's no to a text in their name, with the reason; it is not posted."""

from bot.answers import said
from bot.decisions import Asked, decide
from bot.inbound import Reject
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.approval import Answered, reject
from campaigns.model import Campaign
from campaigns.plain_text import plain

LONGEST_REASON = 500


async def handle(turn: Turn, campaign: Campaign, inbound: Reject) -> Answer:
    """Without a reason the owner can't mend it, so it is asked for."""
    because = plain(inbound.because, LONGEST_REASON)
    if not because:
        return said(campaign.language, "reject_needs_reason", post=inbound.post or "management-1")

    def no(asked: Asked) -> Answered:
        return reject(asked.approval, by=asked.by, because=because, hash=asked.hash, now=asked.now, moment=asked.moment)

    return await decide(turn, campaign, post=inbound.post, judge=no)
