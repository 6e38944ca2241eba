"""The bot was added to a channel or a private chat, or taken out of it: nothing is sent where it may not be."""

from dataclasses import replace

from bot.answers import said
from bot.bindings import bindings_at
from bot.holds import look_again
from bot.inbound import Installed
from bot.place import Place
from bot.platforms.base import Answer
from bot.roles import ids_of
from bot.same_person import ids_of_person, still_apart
from bot.turn import Turn
from bot.which_language import language_of
from campaigns.delivery import HoldReason, State
from campaigns.model import Campaign
from storage.tables import BINDINGS, DELIVERIES, REFERENCES


async def handle(turn: Turn, inbound: Installed) -> Answer | None:
    """Added again where it was connected before, it goes on; in a new channel it says what the owner must type."""
    if turn.origin.channel is None:
        return await _in_private(turn, removed=inbound.removed)
    bound = await bindings_at(turn.tx, turn.origin)
    for key, binding in bound:
        closed = "removed" if inbound.removed else ""
        await turn.tx.put(BINDINGS, key, replace(binding, closed=closed))
        if not inbound.removed:
            await look_again(turn, binding.campaign, HoldReason.CHANNEL_CLOSED)
    if inbound.removed or bound:
        return None
    audiences = sorted({audience for campaign in turn.ctx.campaigns.values() for audience in campaign.audiences})
    return said(language_of(turn), "installed", audience=audiences[0] if audiences else "sales")


async def _ask_now(turn: Turn, campaign: Campaign, ids: frozenset[str]) -> None:
    """The texts that wait for this person's yes, and could not be asked for before."""
    for key, delivery in await turn.tx.find(DELIVERIES, campaign=campaign.id, state=State.WAITING):
        occurrence = delivery.occurrence
        is_theirs = occurrence is not None and occurrence.approver in ids and occurrence.ask_at <= turn.now
        if is_theirs and delivery.approval is None:
            await turn.tx.put(DELIVERIES, key, replace(delivery, wake=turn.now))


async def _in_private(turn: Turn, *, removed: bool) -> Answer | None:
    """Whoever installs the app for themselves gets at once what was waiting for that."""
    if removed:
        await _drop_way(turn)
        return None
    for key, delivery in await turn.tx.find(DELIVERIES, person=turn.origin.person.id, state=State.HELD):
        await turn.tx.put(DELIVERIES, key, replace(delivery, wake=turn.now))
    for campaign in turn.ctx.campaigns.values():
        await _ask_now(turn, campaign, ids_of(campaign, turn.origin.person.chat))
    return said(language_of(turn), "installed_for_you")


async def _drop_way(turn: Turn) -> None:
    """Nothing can be written to them there any more; where else they can be reached stays."""
    first, chat = turn.origin.person.id, turn.origin.person.chat
    for one in (*await ids_of_person(turn.tx, first), *await still_apart(turn.tx, first, chat)):
        if Place.of_person(one).platform == turn.origin.platform:
            await turn.tx.remove(REFERENCES, one)
