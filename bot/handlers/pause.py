"""Pause and resume: everything stops at once, and everybody with a say hears it (D17)."""

from dataclasses import replace

from bot.answers import said
from bot.audit import audit
from bot.campaign_state import state_of
from bot.holds import look_again
from bot.inbound import Pause, Resume
from bot.notices import notice, notify_who
from bot.platforms.base import Answer
from bot.roles import ids_of, name_in, people_with_a_say
from bot.turn import Turn
from campaigns.delivery import HoldReason
from campaigns.model import Campaign
from campaigns.texts.say import say
from storage.tables import CAMPAIGNS


async def pause(turn: Turn, campaign: Campaign, inbound: Pause) -> Answer:
    state = await state_of(turn, campaign)
    if state.paused_by is not None:
        return said(campaign.language, "already_paused", name=_name(campaign, state.paused_by))
    who = name_in(campaign, turn.origin.person)
    await turn.tx.put(CAMPAIGNS, campaign.id, replace(state, paused_by=who))
    await _announce(turn, campaign, who, "paused")
    return said(campaign.language, "paused", campaign=campaign.campaign)


async def resume(turn: Turn, campaign: Campaign, inbound: Resume) -> Answer:
    """What came due meanwhile goes out only if it isn't too late."""
    state = await state_of(turn, campaign)
    if state.paused_by is None:
        return said(campaign.language, "not_paused", campaign=campaign.campaign)
    who = name_in(campaign, turn.origin.person)
    await turn.tx.put(CAMPAIGNS, campaign.id, replace(state, paused_by=None))
    await look_again(turn, campaign.id, HoldReason.PAUSED)
    await _announce(turn, campaign, who, "resumed")
    return said(campaign.language, "resumed", campaign=campaign.campaign)


async def _announce(turn: Turn, campaign: Campaign, who: str, what: str) -> None:
    await audit(turn.tx, now=turn.now, campaign=campaign.id, actor=who, action=what, subject=campaign.id)
    sentence = say(campaign.language, f"others_{what}", name=_name(campaign, who), campaign=campaign.campaign)
    own = ids_of(campaign, turn.origin.person.chat)
    for other in people_with_a_say(campaign):
        if other not in own:
            key = f"{what}/{turn.now.isoformat()}/{other}"
            message = notice(campaign, sentence)
            await notify_who(turn.ctx, turn.tx, campaign, who=other, message=message, key=key, now=turn.now)


def _name(campaign: Campaign, who: str) -> str:
    return campaign.people[who].name if who in campaign.people else who
