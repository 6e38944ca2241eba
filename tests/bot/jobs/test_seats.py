"""What would break: a sign-up that never closes, an offer that never ends, or a wake-up without end."""

from datetime import UTC, datetime, timedelta

from bot.jobs.due import LOOK_AGAIN
from bot.jobs.seats import settle_seats
from campaigns.plan import seat_moments
from campaigns.seats import open_book, sign_up
from storage.tables import DELIVERIES, SEATS
from tests.builders import a_campaign, some_seats
from tests.fakes import a_context

CAMPAIGN = a_campaign(seats=some_seats(allocation="draw", places=1))
OPENS, CLOSES = seat_moments(CAMPAIGN)
NOW = datetime(2027, 2, 2, 9, 0, tzinfo=UTC)


async def test_at_the_closing_lots_are_drawn_and_everybody_hears_once() -> None:
    assert CAMPAIGN.seats is not None
    book = open_book("crm", CAMPAIGN.seats, opens=OPENS, closes=CLOSES, seed="seed")
    for who in ("anna", "bilal"):
        book, _ = sign_up(book, person=f"room:{who}", name=who, team="sales", now=NOW)
    ctx = a_context([CAMPAIGN], now=CLOSES)
    async with ctx.store.transaction() as tx:
        await tx.put(SEATS, "crm", book)
    await settle_seats(ctx, CLOSES - timedelta(seconds=1))
    for _ in range(2):
        await settle_seats(ctx, CLOSES)
    async with ctx.store.transaction() as tx:
        after = await tx.get(SEATS, "crm")
        told = sorted(item.person or "" for _, item in await tx.find(DELIVERIES))
    assert after is not None
    assert (len(after.seated), len(after.reserve), after.published_seed) == (1, 1, "seed")
    assert told == ["room:anna", "room:bilal"]
    assert after.wake is None


async def test_without_its_campaign_it_looks_again_later() -> None:
    assert CAMPAIGN.seats is not None
    ctx = a_context([], now=CLOSES)
    async with ctx.store.transaction() as tx:
        await tx.put(SEATS, "crm", open_book("crm", CAMPAIGN.seats, opens=OPENS, closes=CLOSES, seed="seed"))
    await settle_seats(ctx, CLOSES)
    async with ctx.store.transaction() as tx:
        assert await tx.next_due(SEATS) == CLOSES + LOOK_AGAIN
