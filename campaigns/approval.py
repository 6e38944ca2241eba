"""A person's yes or no to the exact text of an occurrence. A changed text voids it."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from campaigns.plain_text import plain

VALID_WORKING_DAYS: Final = 10  # after them nobody may assume that a yes still stands
LONGEST_TEXT: Final = 3000  # characters that a person may write for a briefing; every platform can show them


class Decision(StrEnum):
    ASKED = "asked"
    APPROVED = "approved"
    REJECTED = "rejected"
    CHANGE_ASKED = "change_asked"
    EXPIRED = "expired"


class ApprovalOutcome(StrEnum):
    """What came of it, for the person who did it."""

    ASKED = "asked"
    APPROVED = "approved"
    REJECTED = "rejected"
    CHANGE_ASKED = "change_asked"
    WRITTEN = "written"
    EXPIRED = "expired"
    ALREADY_ASKED = "already_asked"
    ALREADY_APPROVED = "already_approved"
    ALREADY_ANSWERED = "already_answered"
    NOT_YOURS = "not_yours"
    TOO_LATE = "too_late"
    TOO_EARLY = "too_early"
    TEXT_CHANGED = "text_changed"
    NEEDS_TEXT = "needs_text"
    NOT_A_BRIEFING = "not_a_briefing"
    TOO_LONG = "too_long"
    BREAKS_RULES = "breaks_rules"


@dataclass(frozen=True)
class Approval:
    """`hash` covers the rendered text, audience, moment and principle. `card` names the notice that asked.

    `written` is the text that the sender gave for a briefing; `briefing` says that a text is what was asked for.
    `chat` is the address at which it was asked, in small letters; "" in a store of before it was kept.
    """

    hash: str
    approver: str
    card: str
    decision: Decision
    asked_at: datetime
    decided_at: datetime | None = None
    decided_by: str | None = None
    because: str = ""
    written: str | None = None
    reminded: bool = False
    briefing: bool = False
    chat: str = ""


Answered = tuple[Approval, ApprovalOutcome]


def ask(
    before: Approval | None,
    *,
    hash: str,
    approver: str,
    card: str,
    now: datetime,
    briefing: bool = False,
    chat: str = "",
) -> Answered:
    """Asks for a yes. What was asked or answered for this same text by this same person stays as it is."""
    if before is not None and before.hash == hash and before.approver == approver:
        return before, _ALREADY[before.decision]
    return Approval(hash, approver, card, Decision.ASKED, now, briefing=briefing, chat=chat), ApprovalOutcome.ASKED


def approve(approval: Approval, *, by: str, hash: str, now: datetime, moment: datetime) -> Answered:
    """A yes to the text with this hash, as it is now, for a post at this moment."""
    refusal = _refusal(approval, by=by, hash=hash, now=now, moment=moment)
    if refusal is None and approval.briefing:
        refusal = ApprovalOutcome.NEEDS_TEXT
    if refusal is not None:
        return approval, refusal
    return _decided(approval, Decision.APPROVED, by=by, now=now), ApprovalOutcome.APPROVED


def reject(approval: Approval, *, by: str, because: str, hash: str, now: datetime, moment: datetime) -> Answered:
    """A no: this text is not posted for this moment."""
    refusal = _refusal(approval, by=by, hash=hash, now=now, moment=moment)
    if refusal is not None:
        return approval, refusal
    return _decided(approval, Decision.REJECTED, by=by, now=now, because=because), ApprovalOutcome.REJECTED


def ask_change(approval: Approval, *, by: str, because: str, hash: str, now: datetime, moment: datetime) -> Answered:
    """Not like this: the owner edits the file, and the changed text is asked again."""
    refusal = _refusal(approval, by=by, hash=hash, now=now, moment=moment)
    if refusal is not None:
        return approval, refusal
    return _decided(approval, Decision.CHANGE_ASKED, by=by, now=now, because=because), ApprovalOutcome.CHANGE_ASKED


def write(approval: Approval, *, by: str, text: str, hash: str, now: datetime, moment: datetime) -> Answered:
    """The sender's own words for a briefing, which is the yes to them too. Until the moment they may be rewritten."""
    refusal = _refusal(approval, by=by, hash=hash, now=now, moment=moment)
    if refusal is ApprovalOutcome.ALREADY_APPROVED and now < moment:
        refusal = None
    written = plain(text, LONGEST_TEXT + 1)
    if refusal is None:
        refusal = _wrong_text(approval, written)
    if refusal is not None:
        return approval, refusal
    return replace(_decided(approval, Decision.APPROVED, by=by, now=now), written=written), ApprovalOutcome.WRITTEN


def expire(approval: Approval, *, now: datetime, moment: datetime) -> Answered:
    """The moment came without an answer."""
    if approval.decision is not Decision.ASKED:
        return approval, _ALREADY[approval.decision]
    if now < moment:
        return approval, ApprovalOutcome.TOO_EARLY
    return replace(approval, decision=Decision.EXPIRED, decided_at=now), ApprovalOutcome.EXPIRED


def is_valid(approval: Approval | None, hash: str) -> bool:
    """Whether the text with this hash may be posted."""
    return approval is not None and approval.decision is Decision.APPROVED and approval.hash == hash


_ALREADY: Final = {
    Decision.ASKED: ApprovalOutcome.ALREADY_ASKED,
    Decision.APPROVED: ApprovalOutcome.ALREADY_APPROVED,
    Decision.REJECTED: ApprovalOutcome.ALREADY_ANSWERED,
    Decision.CHANGE_ASKED: ApprovalOutcome.ALREADY_ANSWERED,
    Decision.EXPIRED: ApprovalOutcome.TOO_LATE,
}


def _refusal(approval: Approval, *, by: str, hash: str, now: datetime, moment: datetime) -> ApprovalOutcome | None:
    """Why this answer can't count; the most telling reason first."""
    if by != approval.approver:
        return ApprovalOutcome.NOT_YOURS
    if hash != approval.hash:
        return ApprovalOutcome.TEXT_CHANGED
    if approval.decision is not Decision.ASKED:
        return _ALREADY[approval.decision]
    return ApprovalOutcome.TOO_LATE if now >= moment else None


def _wrong_text(approval: Approval, written: str) -> ApprovalOutcome | None:
    if not approval.briefing:
        return ApprovalOutcome.NOT_A_BRIEFING
    if not written:
        return ApprovalOutcome.NEEDS_TEXT
    return ApprovalOutcome.TOO_LONG if len(written) > LONGEST_TEXT else None


def _decided(approval: Approval, decision: Decision, *, by: str, now: datetime, because: str = "") -> Approval:
    return replace(approval, decision=decision, decided_at=now, decided_by=by, because=because)
