"""An answer to a pulse becomes one more in a counter. What somebody chose is never kept, only that they answered."""

from bot.answers import said
from bot.asking import begin_pulse
from bot.inbound import AnswerPulse
from bot.platforms.base import Answer
from bot.secret_marks import pulse_token
from bot.sent_posts import post_meant
from bot.turn import Turn
from campaigns.model import Campaign
from campaigns.pulse import PulseOutcome, close_if_due, count_answer
from storage.tables import CAMPAIGNS, PULSES, VOTES, Voted


async def handle(turn: Turn, campaign: Campaign, inbound: AnswerPulse) -> Answer | None:
    """A bare digit among colleagues is only an answer where a pulse is asked."""
    post = await post_meant(turn, campaign, kind="pulse")
    state = await turn.tx.get(CAMPAIGNS, campaign.id)
    count = await begin_pulse(turn.ctx, turn.tx, post) if post is not None else None
    if post is None or post.occurrence is None or count is None or state is None:
        return said(campaign.language, "pulse_none") if turn.origin.channel is None else None
    after, outcome = count_answer(close_if_due(count, now=turn.now), inbound.answer)
    if outcome is PulseOutcome.COUNTED:
        who, post_id = turn.origin.person.id, post.occurrence.post
        token = pulse_token(state.sealed, person=who, campaign=campaign.id, post=post_id)
        if not await turn.tx.add(VOTES, token, Voted(post.occurrence.slot)):
            return said(campaign.language, "pulse_already")
        await turn.tx.put(PULSES, post.occurrence.slot, after)
    return said(campaign.language, f"pulse_{outcome}", minimum=campaign.rules.minimum_group)
