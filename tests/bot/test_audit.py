"""What would break: a line of the audit trail that replaces another."""

from bot.audit import audit
from storage.tables import AUDIT
from tests.bot.conversation import OPEN, a_conversation


async def test_two_entries_at_one_instant_are_both_kept_in_order() -> None:
    talk = await a_conversation()
    async with talk.ctx.store.transaction() as tx:
        for detail in ("first", "second"):
            await audit(tx, now=OPEN, campaign="crm", actor="joris", action="paused", subject="crm", detail=detail)
    assert [entry.detail for entry in (await talk.all(AUDIT)).values()] == ["first", "second"]
