"""`stop` ends all private messages at once, except to people whose role needs them."""

from bot.answers import said
from bot.inbound import Stop
from bot.platforms.base import Answer
from bot.roles import has_role
from bot.stopping import stop_messages
from bot.turn import Turn
from bot.which_campaign import campaigns_of
from bot.which_language import language_of


async def handle(turn: Turn, inbound: Stop) -> Answer:
    """Seats and wishes stay; what waited to be sent to this person, and their reminders, go."""
    mine = await campaigns_of(turn)
    turn.campaign = mine[0] if mine else None
    roles = [campaign for campaign in mine if has_role(campaign, turn.origin.person.chat)]
    await stop_messages(turn)
    return said(language_of(turn), "stopped_with_role" if roles else "stopped")
