"""A command by someone who may not: a kind, private answer, no change, and a line in the audit trail."""

from bot.answers import said
from bot.audit import audit
from bot.inbound import Inbound
from bot.platforms.base import Answer
from bot.roles import ONLY_FOR, Role, has_role, name_in
from bot.turn import Turn
from campaigns.model import Campaign


async def refuse(turn: Turn, campaign: Campaign, inbound: Inbound) -> Answer:
    await audit_refusal(turn, campaign, action=type(inbound).__name__, subject=turn.origin.about)
    key = "refused_owner" if ONLY_FOR[type(inbound)] == {Role.OWNER} else "refused_approver"
    return said(campaign.language, key, owner=campaign.people[campaign.owner].name)


async def audit_refusal(turn: Turn, campaign: Campaign, *, action: str, subject: str, detail: str = "") -> None:
    """The actor is kept as the platform's id when they hold no role, so that it can be forgotten on request."""
    person = turn.origin.person
    actor = name_in(campaign, person) if has_role(campaign, person.chat) else person.id
    await audit(
        turn.tx,
        now=turn.now,
        campaign=campaign.id,
        actor=actor,
        action=f"refused: {action}",
        subject=subject,
        detail=detail,
    )
