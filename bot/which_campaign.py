"""The campaign a command is about: what was pressed or answered, else the channel, else who is asking."""

from dataclasses import dataclass

from bot.bindings import bindings_at
from bot.inbound import Inbound, Join, Leave, ShowSeats
from bot.roles import has_role, may
from bot.turn import Turn
from campaigns.model import Campaign
from storage.tables import CAMPAIGNS, DELIVERIES, PEOPLE, SEATS

_ABOUT_SEATS = (Join, Leave, ShowSeats)


@dataclass(frozen=True)
class Unclear:
    """No campaign (`choices` is empty), or several that the person could mean."""

    choices: tuple[Campaign, ...] = ()


async def which_campaign(turn: Turn, inbound: Inbound) -> Campaign | Unclear:
    known = await _pressed_on(turn) or await _only(turn, await campaigns_here(turn), inbound)
    if known is None:
        known = await _only(turn, await campaigns_of(turn), inbound)
    return known or Unclear()


async def campaigns_of(turn: Turn) -> list[Campaign]:
    """The campaigns this person belongs to: by a role, or by an audience they spoke in."""
    known = await turn.tx.get(PEOPLE, turn.origin.person.id)
    reads = {campaign for campaign, _ in known.audiences} if known else set()
    chat = turn.origin.person.chat
    return [campaign for key, campaign in turn.ctx.campaigns.items() if key in reads or has_role(campaign, chat)]


async def campaigns_here(turn: Turn) -> list[Campaign]:
    """The campaigns that are connected to the channel in which this was said."""
    bound = [binding.campaign for _, binding in await bindings_at(turn.tx, turn.origin)]
    return [turn.ctx.campaigns[key] for key in bound if key in turn.ctx.campaigns]


async def _pressed_on(turn: Turn) -> Campaign | None:
    """`about` is only looked up, never trusted; an unknown one says nothing."""
    about = turn.origin.about
    delivery = await turn.tx.get(DELIVERIES, about) if about else None
    return turn.ctx.campaigns.get(delivery.campaign) if delivery else await _named(turn, about)


async def _named(turn: Turn, campaign_id: str) -> Campaign | None:
    """Private buttons are about a whole campaign: an offered seat, one's name, a wish from the overview. Only who is in
    it can have got one."""
    campaign = turn.ctx.campaigns.get(campaign_id)
    if campaign is None:
        return None
    is_in_it = campaign in [*await campaigns_of(turn), *await campaigns_here(turn)]
    return campaign if is_in_it or await _is_signed_up(turn, campaign) else None


async def _only(turn: Turn, choices: list[Campaign], inbound: Inbound) -> Campaign | Unclear | None:
    """The only one that can be meant; None when there is none at all."""
    if len(choices) > 1:
        choices = await _narrowed(turn, choices, inbound)
    if len(choices) > 1:
        return Unclear(tuple(choices))
    return choices[0] if choices else None


async def _narrowed(turn: Turn, choices: list[Campaign], inbound: Inbound) -> list[Campaign]:
    """Leaves out what has ended, then what this command can't be for; never leaves out everything."""
    choices = _fitting(choices, [item for item in choices if not await has_ended(turn, item)])
    chat = turn.origin.person.chat
    choices = _fitting(choices, [item for item in choices if may(item, chat, type(inbound))])
    if isinstance(inbound, Leave):
        choices = _fitting(choices, [item for item in choices if await _is_signed_up(turn, item)])
    if isinstance(inbound, _ABOUT_SEATS):
        choices = _fitting(choices, [item for item in choices if await _is_open(turn, item)])
    return choices


def _fitting(choices: list[Campaign], fitting: list[Campaign]) -> list[Campaign]:
    return fitting or choices


async def has_ended(turn: Turn, campaign: Campaign) -> bool:
    state = await turn.tx.get(CAMPAIGNS, campaign.id)
    return state is not None and state.ended_at is not None


async def _is_open(turn: Turn, campaign: Campaign) -> bool:
    book = await turn.tx.get(SEATS, campaign.id)
    return book is not None and book.is_open(turn.now)


async def _is_signed_up(turn: Turn, campaign: Campaign) -> bool:
    book = await turn.tx.get(SEATS, campaign.id)
    return book is not None and turn.origin.person.id in book.entries
