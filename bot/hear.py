"""One thing that somebody did: all it changes in one transaction, once; what others see of it only when stored."""

import hashlib
from dataclasses import replace

from bot.acquaintance import get_acquainted
from bot.all_handlers import OF_A_CAMPAIGN, OF_THE_BOT
from bot.answers import said
from bot.cards import shown_now
from bot.context import Context, Event
from bot.inbound import AnswerPulse, Inbound, MakeWish, WishLater
from bot.place import Place
from bot.platforms.base import Answer
from bot.refusal import refuse
from bot.roles import may, name_in
from bot.turn import Turn
from bot.which_campaign import Unclear, which_campaign
from bot.which_language import language_of
from campaigns.model import Campaign
from campaigns.wishes import WishBook
from storage.tables import DELIVERIES, INBOX, WISHES, Heard


async def hear(ctx: Context, inbound: Inbound) -> Answer | None:
    """The private answer, or None when there is nothing to say. The same event again does nothing."""
    now = ctx.clock.now()
    async with ctx.store.transaction() as tx:
        if not await tx.add(INBOX, _inbox_key(inbound), Heard(now)):
            return None
        origin = replace(inbound.origin, person=await get_acquainted(ctx, tx, inbound, now))
        turn = Turn(ctx, tx, now, origin)
        answer = await _handled(turn, replace(inbound, origin=origin))
        if answer is not None:
            turn.events.append(await _answered(turn, answer))
        may_see = await _may_see_the_card(turn)
    if answer is not None and may_see:
        answer = replace(answer, card=await shown_now(ctx, turn.origin.about))
    ctx.wake()
    for event in turn.events:
        ctx.tell(event)
    for card in turn.cards:
        ctx.redraw(card)
    return answer


def _inbox_key(inbound: Inbound) -> str:
    """Hashed: an event's id may name the person, and they may want to be forgotten."""
    origin = inbound.origin
    return hashlib.sha256(f"{origin.platform}\n{origin.event}".encode()).hexdigest()


async def _may_see_the_card(turn: Turn) -> bool:
    """A key that somebody names shows them nothing that was sent to another place than where they are, or to another
    person."""
    origin = turn.origin
    sent = await turn.tx.get(DELIVERIES, origin.about) if origin.about else None
    if sent is None:
        return False
    if sent.person is not None:
        return sent.person == origin.person.id
    return origin.channel is not None and Place.of_sent(sent) == Place(origin.platform, origin.channel)


async def _handled(turn: Turn, inbound: Inbound) -> Answer | None:
    handle = OF_THE_BOT.get(type(inbound))
    if handle is not None:
        return await handle(turn, inbound)
    campaign = await which_campaign(turn, inbound)
    if isinstance(campaign, Unclear):
        return _ask_back(turn, campaign, inbound)
    turn.campaign = campaign
    inbound = await _as_meant(turn, campaign, inbound)
    if not may(campaign, turn.origin.person.chat, type(inbound)):
        return await refuse(turn, campaign, inbound)
    return await OF_A_CAMPAIGN[type(inbound)](turn, campaign, inbound)


async def _as_meant(turn: Turn, campaign: Campaign, inbound: Inbound) -> Inbound:
    """`wish later on the day, please` names no wish of this campaign, so it is a wish itself."""
    if isinstance(inbound, WishLater) and inbound.because:
        book = await turn.tx.get(WISHES, campaign.id) or WishBook(campaign.id)
        ids = map(str.casefold, (*campaign.wishes, *book.wishes))
        if not inbound.wish.isdecimal() and inbound.wish.casefold() not in ids:
            return MakeWish(inbound.origin, text=f"later {inbound.wish} {inbound.because}")
    return inbound


def _ask_back(turn: Turn, unclear: Unclear, inbound: Inbound) -> Answer | None:
    if isinstance(inbound, AnswerPulse) and turn.origin.channel is not None:
        return None  # a bare digit among colleagues
    if not unclear.choices:
        return said(language_of(turn), "no_campaign")
    names = ", ".join(campaign.campaign for campaign in unclear.choices)
    return said(language_of(turn), "several_campaigns", names=names)


async def _answered(turn: Turn, answer: Answer) -> Event:
    """What a rehearsal prints: who was answered what, and about which post."""
    campaign, person = turn.campaign, turn.origin.person
    delivery = await turn.tx.get(DELIVERIES, turn.origin.about) if turn.origin.about else None
    occurrence = delivery.occurrence if delivery else None
    return Event(
        at=turn.now,
        event="answered",
        campaign=campaign.id if campaign else "",
        post=occurrence.post if occurrence else "",
        audience=occurrence.audience if occurrence else "",
        text=answer.message.text,
        to=name_in(campaign, person),
    )
