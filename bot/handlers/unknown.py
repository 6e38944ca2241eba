"""No command: one suggestion when a word was nearly right, and never an action. Talk among colleagues is left alone."""

from bot.answers import said
from bot.commands import is_addressed
from bot.inbound import Unknown
from bot.platforms.base import Answer
from bot.turn import Turn
from bot.which_campaign import Unclear, which_campaign
from bot.which_language import language_of


async def handle(turn: Turn, inbound: Unknown) -> Answer | None:
    meant = await which_campaign(turn, inbound)
    turn.campaign = None if isinstance(meant, Unclear) else meant
    if inbound.near:
        return said(language_of(turn), "did_you_mean", word=inbound.near)
    if turn.origin.channel is not None and not is_addressed(inbound.text):
        return None
    return said(language_of(turn), "not_understood")
