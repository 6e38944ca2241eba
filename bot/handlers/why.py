"""Why somebody sees a post: who wrote it, who said yes and when, which principle it uses and why that is true (D1)."""

from bot.answers import answer, said
from bot.inbound import Why
from bot.platforms.base import Answer
from bot.sent_posts import is_in_file, post_meant
from bot.turn import Turn
from campaigns.automatic import is_automatic
from campaigns.facts import Facts, facts_for
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.pulse import close_if_due
from campaigns.why import why, why_owed
from campaigns.wishes import WishBook
from storage.tables import PULSES, SEATS, WISHES


async def handle(turn: Turn, campaign: Campaign, inbound: Why) -> Answer:
    post = await post_meant(turn, campaign)
    if post is not None and post.occurrence is not None and is_automatic(post.occurrence):
        return answer(campaign.language, why_owed(campaign, post.occurrence))
    if post is None or post.occurrence is None or not is_in_file(campaign, post.occurrence):
        owner, minimum = campaign.people[campaign.owner].name, campaign.rules.minimum_group
        return said(campaign.language, "why_no_post", campaign=campaign.campaign, owner=owner, minimum=minimum)
    facts = await _facts(turn, campaign, post.occurrence)
    kept = await turn.tx.get(PULSES, post.occurrence.slot)
    pulse = close_if_due(kept, now=turn.now) if kept is not None else None
    return answer(campaign.language, why(campaign, post.occurrence, post.approval, facts, pulse))


async def _facts(turn: Turn, campaign: Campaign, occurrence: Occurrence) -> Facts:
    return facts_for(
        campaign,
        occurrence,
        seats=await turn.tx.get(SEATS, campaign.id),
        wishes=await turn.tx.get(WISHES, campaign.id) or WishBook(campaign.id),
        measurements=turn.ctx.read_measurements(campaign),
        now=turn.now,
    )
