"""What the bot remembers of a campaign beside its file, for whoever acts on it."""

from bot.turn import Turn
from campaigns.model import Campaign
from storage.tables import CAMPAIGNS, CampaignState


async def state_of(turn: Turn, campaign: Campaign) -> CampaignState:
    """Also before the campaign's first plan has been made."""
    kept = await turn.tx.get(CAMPAIGNS, campaign.id)
    return kept or CampaignState(campaign.source_hash, turn.now, turn.ctx.new_secret())
