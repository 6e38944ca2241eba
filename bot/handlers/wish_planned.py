"""The owner promises a wish for a day."""

from datetime import date

from bot.answers import said
from bot.inbound import WishPlanned
from bot.kept_wishes import judge_wish
from bot.platforms.base import Answer
from bot.turn import Turn
from bot.typed_days import read_day
from campaigns.model import Campaign
from campaigns.wishes import wish_planned


async def handle(turn: Turn, campaign: Campaign, inbound: WishPlanned) -> Answer:
    today = campaign.local(turn.now).date()
    day: date | None = read_day(inbound.moment, campaign, today=today)
    if day is None:
        return said(campaign.language, "planned_which_day", id=inbound.wish or "3", text=inbound.moment)
    return await judge_wish(
        turn,
        campaign,
        lambda book: wish_planned(book, wish=inbound.wish, day=day, today=today, now=turn.now),
        typed=inbound.wish,
    )
