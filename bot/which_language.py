"""The language of an answer: the campaign's, else that of the typed word, else that of what is loaded."""

from bot.turn import Turn
from campaigns.words import Language


def language_of(turn: Turn) -> Language:
    if turn.campaign is not None:
        return turn.campaign.language
    if turn.origin.language is not None:
        return turn.origin.language
    return next((campaign.language for campaign in turn.ctx.campaigns.values()), "en")
