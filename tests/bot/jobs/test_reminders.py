"""What would break: a reminder that comes twice, to somebody else, too late, or is lost while a file is away."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.context import Context
from bot.jobs.due import LOOK_AGAIN
from bot.jobs.reminders import move_reminders, send_reminders
from campaigns.plan import seat_moments
from campaigns.reminders import Reminder
from campaigns.seats import open_book
from storage.tables import DELIVERIES, PEOPLE, REMINDERS, SEATS, KnownPerson
from tests.builders import a_campaign, some_seats
from tests.fakes import a_context

NOW = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)


async def a_reminder(due: datetime = NOW, campaign: str = "crm") -> Context:
    ctx = a_context([a_campaign()], now=NOW)
    async with ctx.store.transaction() as tx:
        await tx.put(REMINDERS, "r", Reminder("room:anna", campaign, "", due, "The sign-up closes.", NOW))
    return ctx


async def notices(ctx: Context) -> list[tuple[str | None, str]]:
    async with ctx.store.transaction() as tx:
        return [(item.person, item.message.text) for _, item in await tx.find(DELIVERIES) if item.message]


async def test_it_comes_once_at_its_moment_to_the_one_who_asked() -> None:
    ctx = await a_reminder()
    await send_reminders(ctx, NOW)
    await send_reminders(ctx, NOW)
    assert await notices(ctx) == [("room:anna", "You asked for a reminder. The sign-up closes.")]
    async with ctx.store.transaction() as tx:
        assert await tx.find(REMINDERS) == []


async def test_it_does_not_come_before_its_moment() -> None:
    ctx = await a_reminder(NOW + timedelta(seconds=1))
    await send_reminders(ctx, NOW)
    assert await notices(ctx) == []


async def test_who_said_stop_meanwhile_gets_none() -> None:
    ctx = await a_reminder()
    async with ctx.store.transaction() as tx:
        await tx.put(PEOPLE, "room:anna", KnownPerson("room", "Anna", stopped=True))
    await send_reminders(ctx, NOW)
    assert await notices(ctx) == []


async def test_without_its_campaign_it_waits() -> None:
    ctx = await a_reminder(campaign="gone")
    await send_reminders(ctx, NOW)
    async with ctx.store.transaction() as tx:
        [(_, waiting)] = await tx.find(REMINDERS)
    assert waiting.due == NOW + LOOK_AGAIN


CLOSES = datetime(2027, 2, 11, 15, 0, tzinfo=UTC)


async def moved(closes: datetime, **changes: Any) -> dict[str, datetime]:
    ctx = await a_reminder(CLOSES - timedelta(days=1))
    async with ctx.store.transaction() as tx:
        kept = await tx.get(REMINDERS, "r")
        assert kept is not None
        await tx.put(REMINDERS, "r", replace(kept, **{"before_closing": True, **changes}))
    async with ctx.store.transaction() as tx:
        await move_reminders(tx, ctx.campaigns["crm"], closes=closes, now=NOW)
        return {key: reminder.due for key, reminder in await tx.find(REMINDERS)}


async def test_what_comes_before_the_closing_moves_with_it_and_stands_under_its_new_moment() -> None:
    later = datetime(2027, 2, 17, 9, 0, tzinfo=UTC)
    assert await moved(CLOSES + timedelta(days=7)) == {f"crm/room:anna//{later.isoformat()}": later}


async def test_when_the_new_closing_is_too_near_it_comes_at_once() -> None:
    assert list((await moved(NOW + timedelta(minutes=30))).values()) == [NOW]


@pytest.mark.parametrize("changes", [{"before_closing": False}, {"campaign": "other"}])
async def test_a_typed_moment_and_another_campaigns_reminder_stay(changes: dict[str, Any]) -> None:
    assert await moved(CLOSES + timedelta(days=7), **changes) == {"r": CLOSES - timedelta(days=1)}


async def test_a_reminder_of_an_old_store_says_what_is_true_now_and_not_what_it_kept() -> None:
    campaign = a_campaign(seats=some_seats())
    ctx = a_context([campaign], now=NOW)
    opens, closes = seat_moments(campaign)
    assert campaign.seats is not None
    book = replace(open_book("crm", campaign.seats, opens=opens, closes=closes, seed="s"), closed_at=NOW)
    async with ctx.store.transaction() as tx:
        await tx.put(SEATS, "crm", book)
        old = Reminder("room:anna", "crm", "", NOW, "You can sign up.", NOW - timedelta(days=1))
        await tx.put(REMINDERS, "r", old)
    await send_reminders(ctx, NOW)
    [(_, text)] = await notices(ctx)
    assert "closed on Tuesday 12 January" in text
