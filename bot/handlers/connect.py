"""The owner says, in a channel, which audience reads there."""

from difflib import get_close_matches

from bot.answers import said
from bot.audit import audit
from bot.bindings import bindings_at
from bot.holds import look_again
from bot.inbound import Connect
from bot.platforms.base import Answer
from bot.refusal import refuse
from bot.roles import may
from bot.turn import Turn
from bot.which_language import language_of
from campaigns.delivery import HoldReason
from campaigns.model import Campaign
from storage.tables import BINDINGS, Binding


async def handle(turn: Turn, inbound: Connect) -> Answer:
    """Among the campaigns with such an audience, the one whose owner is speaking."""
    named, audience = _read(inbound.audience)
    found = [item for key, item in turn.ctx.campaigns.items() if _audience(item, audience) and named in ("", key)]
    owned = [item for item in found if may(item, turn.origin.person.chat, Connect)]
    turn.campaign = owned[0] if owned else found[0] if found else None
    if turn.campaign is not None and not owned:
        return await refuse(turn, turn.campaign, inbound)
    if turn.campaign is None:
        return _unknown(turn, audience)
    if len(owned) > 1:
        choices = ", ".join(f"{item.id}/{audience}" for item in owned)
        return said(language_of(turn), "connect_which", choices=choices)
    return await _connect(turn, turn.campaign, _audience(turn.campaign, audience))


def _read(typed: str) -> tuple[str, str]:
    """`sales`, or `one-customer-view/sales` where two campaigns have such an audience."""
    campaign, slash, audience = typed.strip().rpartition("/")
    return (campaign if slash else ""), audience


def _audience(campaign: Campaign, typed: str) -> str:
    """The id as the file writes it; "" when there is none."""
    return next((key for key in campaign.audiences if key.casefold() == typed.casefold()), "")


def _unknown(turn: Turn, typed: str) -> Answer:
    known = sorted(
        key
        for campaign in turn.ctx.campaigns.values()
        if may(campaign, turn.origin.person.chat, Connect)
        for key in campaign.audiences
    )
    near = get_close_matches(typed, known, n=1)
    if near:
        return said(language_of(turn), "connect_near", typed=typed, near=near[0])
    return said(language_of(turn), "connect_unknown", known=", ".join(known) or "–")


async def _connect(turn: Turn, campaign: Campaign, audience: str) -> Answer:
    channel = turn.origin.channel
    if channel is None:
        wanted = campaign.audiences[audience].channel
        return said(campaign.language, "connect_in_channel", audience=audience, channel=wanted)
    other = [
        binding.audience
        for _, binding in await bindings_at(turn.tx, turn.origin)
        if binding.campaign == campaign.id and binding.audience != audience
    ]
    if other:
        return said(campaign.language, "connect_taken", audience=audience, other=other[0])
    binding = Binding(campaign.id, audience, turn.origin.platform, channel)
    await turn.tx.put(BINDINGS, f"{campaign.id}/{audience}", binding)
    await look_again(turn, campaign.id, HoldReason.NOT_CONNECTED, HoldReason.CHANNEL_CLOSED)
    await audit(
        turn.tx, now=turn.now, campaign=campaign.id, actor=campaign.owner, action="connected", subject=audience,
        detail=channel,
    )  # fmt: skip
    return said(campaign.language, "connected", audience=audience, campaign=campaign.campaign)
