"""The owner records that a wish is done; that is also the yes to the post that tells it."""

from bot.inbound import WishDone
from bot.kept_wishes import judge_wish
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.model import Campaign
from campaigns.wishes import wish_done


async def handle(turn: Turn, campaign: Campaign, inbound: WishDone) -> Answer:
    return await judge_wish(
        turn, campaign, lambda book: wish_done(book, wish=inbound.wish, now=turn.now), typed=inbound.wish
    )
