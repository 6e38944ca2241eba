"""The audit trail: decisions and what was refused, in the order in which it happened; never how employees behave."""

from datetime import datetime

from storage.base import Transaction
from storage.tables import AUDIT, AuditEntry


async def audit(
    tx: Transaction, *, now: datetime, campaign: str, actor: str, action: str, subject: str, detail: str = ""
) -> None:
    """Nothing that is there is ever replaced: entries at one instant are numbered."""
    entry = AuditEntry(now, campaign, actor, action, subject, detail)
    number = 0
    while not await tx.add(AUDIT, f"{campaign}/{now.isoformat()}/{number:04}", entry):
        number += 1
