"""What would break: a reminder that comes twice, to somebody else, or is lost while a file is away."""

from datetime import UTC, datetime, timedelta

from bot.context import Context
from bot.jobs.due import LOOK_AGAIN
from bot.jobs.reminders import send_reminders
from campaigns.reminders import Reminder
from storage.tables import DELIVERIES, PEOPLE, REMINDERS, KnownPerson
from tests.builders import a_campaign
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
