"""The words that this person may use, each with what it does."""

from bot.answers import answer
from bot.inbound import Help
from bot.platforms.base import Answer
from bot.roles import Role, roles_of
from bot.turn import Turn
from bot.which_campaign import Unclear, campaigns_of, which_campaign
from bot.which_language import language_of
from campaigns.texts.say import say


async def handle(turn: Turn, inbound: Help) -> Answer:
    """In a channel the roles of that campaign count; in private all roles that the person has anywhere."""
    meant = await which_campaign(turn, inbound)
    turn.campaign = None if isinstance(meant, Unclear) else meant
    mine = [turn.campaign] if turn.campaign else await campaigns_of(turn)
    roles = {role for campaign in mine for role in roles_of(campaign, turn.origin.person.chat)} | {Role.EMPLOYEE}
    language = language_of(turn)
    parts = [say(language, f"help_{role}") for role in (Role.EMPLOYEE, Role.APPROVER, Role.OWNER) if role in roles]
    return answer(language, "\n\n".join(parts))
