"""Where the owner sees the whole campaign."""

from bot.answers import said
from bot.inbound import Console
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.model import Campaign


async def handle(turn: Turn, campaign: Campaign, inbound: Console) -> Answer:
    return said(campaign.language, "console_is_the_room")
