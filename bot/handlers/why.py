"""Why somebody sees a post: who wrote it, who said yes and when, which principle it uses and why that is true (D1)."""

from bot.answers import answer, said
from bot.inbound import Why
from bot.platforms.base import Answer
from bot.sent_posts import post_meant
from bot.turn import Turn
from campaigns.model import Campaign
from campaigns.why import why


async def handle(turn: Turn, campaign: Campaign, inbound: Why) -> Answer:
    post = await post_meant(turn, campaign)
    if post is None or post.occurrence is None:
        owner, minimum = campaign.people[campaign.owner].name, campaign.rules.minimum_group
        return said(campaign.language, "why_no_post", campaign=campaign.campaign, owner=owner, minimum=minimum)
    return answer(campaign.language, why(campaign, post.occurrence, post.approval))
