"""Which ids are one person: those that the directory of each platform gives the same address, and never by a name.

Only looks up, so that asking leaves no trace.
"""

from bot.context import Context
from bot.place import Place
from campaigns.delivery import Delivery, HoldReason, State
from storage.base import Transaction
from storage.tables import PEOPLE, KnownPerson


async def first_id(tx: Transaction, person: str, chat: str | None) -> str:
    """The id that all of this person's things stand under: their own, until another platform knows the address."""
    known = await tx.get(PEOPLE, person)
    if known is not None and known.same_as is not None:
        return known.same_as
    found = await _with_address(tx, chat)
    return min(_firsts(found), default=person) if _is_one_person({*found, person}) else person


async def still_apart(tx: Transaction, first: str, chat: str | None) -> list[str]:
    """Ids that are the same person by their address, and do not say so yet."""
    found = await _with_address(tx, chat)
    return [one for one in _firsts(found) if one != first] if _is_one_person({*found, first}) else []


async def ids_of_person(tx: Transaction, person: str) -> list[str]:
    """Every id of whoever has this one; the one that was known first comes first."""
    known = await tx.get(PEOPLE, person)
    first = known.same_as if known is not None and known.same_as is not None else person
    return [first, *(later for later, _ in await tx.find(PEOPLE, same_as=first))]


async def ways_to(ctx: Context, tx: Transaction, person: str) -> list[Place]:
    """Where this person can be told something in private, in the order in which that is tried."""
    places = [Place.of_person(one) for one in await ids_of_person(tx, person)]
    return [place for place in places if place.platform in ctx.platforms]


async def way_of(ctx: Context, tx: Transaction, notice: Delivery) -> Place | None:
    """Where a private notice goes now: where it was tried before, or the next way when that one is closed."""
    ways = await ways_to(ctx, tx, notice.person) if notice.person is not None else []
    tried = [place for place in ways if place.key == notice.channel]
    is_closed = notice.state is State.HELD and notice.reason == HoldReason.CHANNEL_CLOSED
    if not tried or not is_closed:
        return next(iter(tried or ways), None)
    return ways[(ways.index(tried[0]) + 1) % len(ways)]


async def has_another_way(ctx: Context, tx: Transaction, notice: Delivery) -> bool:
    """Whether there is a way that comes after the one that was just tried."""
    ways = await ways_to(ctx, tx, notice.person) if notice.person is not None else []
    return any(place.key == notice.channel for place in ways[:-1])


async def _with_address(tx: Transaction, chat: str | None) -> dict[str, KnownPerson]:
    return dict(await tx.find(PEOPLE, chat=chat.casefold())) if chat else {}


def _firsts(found: dict[str, KnownPerson]) -> list[str]:
    return [one for one, known in found.items() if known.same_as is None]


def _is_one_person(ids: set[str]) -> bool:
    """An address that two people of one platform have says nothing about who they are."""
    return len({Place.of_person(one).platform for one in ids}) == len(ids)
