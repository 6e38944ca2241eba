"""The owner says not now, with the reason; the wish goes to the public list of what is not done now."""

from bot.inbound import WishLater
from bot.kept_wishes import judge_wish
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.model import Campaign
from campaigns.wishes import wish_later


async def handle(turn: Turn, campaign: Campaign, inbound: WishLater) -> Answer:
    return await judge_wish(
        turn,
        campaign,
        lambda book: wish_later(book, wish=inbound.wish, because=inbound.because, now=turn.now),
        typed=inbound.wish,
    )
