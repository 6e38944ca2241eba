"""Erases at once what is held about the one who asks; the answer is the last thing they hear (D4)."""

from bot.answers import said
from bot.inbound import ForgetMe
from bot.platforms.base import Answer
from bot.privacy import forget_person
from bot.roles import has_role
from bot.turn import Turn
from bot.which_campaign import campaigns_of
from bot.which_language import language_of


async def handle(turn: Turn, inbound: ForgetMe) -> Answer:
    """A role stands in the campaign's file, which is the author's: that is said, not hidden."""
    mine = await campaigns_of(turn)
    turn.campaign = mine[0] if mine else None
    in_file = any(has_role(campaign, turn.origin.person.chat) for campaign in mine)
    await forget_person(turn.ctx, turn.tx, turn.origin.person.id)
    return said(language_of(turn), "forgotten_but_in_file" if in_file else "forgotten")
