"""What would break: one record that keeps the others waiting, or one that is dealt with as it was a moment ago."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.context import Context
from bot.jobs.due import each_due
from campaigns.reminders import Reminder
from storage.base import Transaction
from storage.tables import REMINDERS
from tests.fakes import a_context

NOW = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


async def with_reminders(*names: str) -> Context:
    """One minute between them; the last is due now."""
    ctx = a_context([], now=NOW)
    async with ctx.store.transaction() as tx:
        for minutes, name in enumerate(reversed(names)):
            due = NOW - minutes * MINUTE
            await tx.put(REMINDERS, name, Reminder("room:anna", "crm", "", due, name, NOW))
    return ctx


async def test_a_fault_in_one_undoes_that_one_alone() -> None:
    async def remove(ctx: Context, tx: Transaction, key: str, reminder: Reminder, now: datetime) -> None:
        await tx.remove(REMINDERS, key)
        if key == "b":
            raise ValueError(reminder.text)

    ctx = await with_reminders("a", "b", "c")
    with pytest.raises(ExceptionGroup) as told:
        await each_due(ctx, REMINDERS, NOW, remove)
    assert [str(fault) for fault in told.value.exceptions] == ["b"]
    async with ctx.store.transaction() as tx:
        assert [key for key, _ in await tx.find(REMINDERS)] == ["b"]


async def test_what_is_not_due_or_has_changed_meanwhile_is_let_be() -> None:
    seen: list[str] = []

    async def see(ctx: Context, tx: Transaction, key: str, reminder: Reminder, now: datetime) -> None:
        """Whoever comes first moves the second."""
        seen.append(key)
        await tx.put(REMINDERS, "b", replace(reminder, text="moved", due=now + MINUTE))

    ctx = await with_reminders("a", "b")
    await each_due(ctx, REMINDERS, NOW - 2 * MINUTE, see)
    assert seen == []
    await each_due(ctx, REMINDERS, NOW, see)
    assert seen == ["a"]
