"""An approver's answer: judged by the core, kept on every delivery of the card, in the audit trail, told on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.answers import answer, said
from bot.asked_texts import NoneMeant, OldCard, asked_texts
from bot.audit import audit
from bot.context import Event
from bot.notices import tell_owner
from bot.platforms.base import Answer
from bot.refusal import audit_refusal
from bot.roles import ids_of, name_in
from bot.turn import Turn
from campaigns.approval import Answered, Approval, ApprovalOutcome
from campaigns.approval_text import text_to_approve
from campaigns.delivery import OPEN, Delivery, SkipReason, skipped
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.texts.say import say
from campaigns.wording import readable, written_list, written_moment
from storage.tables import DELIVERIES

_COUNTS: Final = frozenset(
    {ApprovalOutcome.APPROVED, ApprovalOutcome.REJECTED, ApprovalOutcome.CHANGE_ASKED, ApprovalOutcome.WRITTEN}
)
_EVENTS: Final = {
    ApprovalOutcome.APPROVED: "approved",
    ApprovalOutcome.WRITTEN: "approved",
    ApprovalOutcome.REJECTED: "rejected",
}
_OWNER_HEARS: Final = frozenset({ApprovalOutcome.REJECTED, ApprovalOutcome.CHANGE_ASKED})


@dataclass(frozen=True)
class Asked:
    """What the core needs to judge an answer."""

    post: str
    approval: Approval
    by: str
    hash: str
    now: datetime
    moment: datetime


Judge = Callable[[Asked], Answered]
Tell = Callable[[ApprovalOutcome, str], str]


def as_it_is(_: ApprovalOutcome, sentence: str) -> str:
    return sentence


async def decide(turn: Turn, campaign: Campaign, *, post: str, judge: Judge, tell: Tell = as_it_is) -> Answer:
    """The same answer for all audiences of the card; each is judged on its own text as it is now.

    `tell` may add to the sentence about what came of it.
    """
    found = await asked_texts(turn, campaign, post)
    if isinstance(found, OldCard):
        return said(campaign.language, "card_closed")
    if isinstance(found, NoneMeant):
        waiting = written_list(campaign.language, found.waiting)
        return said(campaign.language, "cards_waiting" if waiting else "no_card_waits", posts=waiting)
    still_open = [delivery for delivery in found if delivery.state in OPEN]
    decided = [await _decide_one(turn, campaign, delivery, judge) for delivery in still_open or found]
    decided = [one for one in decided if one[1] in _COUNTS] or decided
    after = [delivery for delivery, _ in decided]
    outcome = decided[0][1]
    for card in dict.fromkeys(item.approval.card for item in after if item.approval):
        if outcome in _COUNTS:
            turn.cards.append(card)
        if outcome in _OWNER_HEARS:
            await _tell_owner(turn, campaign, card, after, outcome)
    sentence = say(campaign.language, f"approval_{outcome}", **_words(campaign, after))
    return answer(campaign.language, tell(outcome, sentence))


async def _decide_one(
    turn: Turn, campaign: Campaign, delivery: Delivery, judge: Judge
) -> tuple[Delivery, ApprovalOutcome]:
    approval, occurrence = delivery.approval, delivery.occurrence
    if approval is None or occurrence is None:
        raise ValueError(f"{delivery.key} was never asked for")
    ids = ids_of(campaign, turn.origin.person.chat)
    by = approval.approver if approval.approver in ids else name_in(campaign, turn.origin.person)
    text = text_to_approve(campaign, occurrence)[1]
    after, outcome = judge(Asked(occurrence.post, approval, by, text, turn.now, occurrence.at))
    if outcome is ApprovalOutcome.NOT_YOURS:
        await audit_refusal(turn, campaign, action="answer a card", subject=delivery.key)
    if outcome not in _COUNTS:
        return delivery, outcome
    if delivery.state not in OPEN:
        return delivery, ApprovalOutcome.TOO_LATE
    kept = await _keep(turn, replace(delivery, approval=after), outcome)
    await _record(turn, kept, after, outcome, occurrence)
    return kept, outcome


async def _keep(turn: Turn, delivery: Delivery, outcome: ApprovalOutcome) -> Delivery:
    if outcome is ApprovalOutcome.REJECTED and delivery.approval is not None:
        because = delivery.approval.because
        delivery = skipped(delivery, now=turn.now, reason=SkipReason.REJECTED, detail=because)
    await turn.tx.put(DELIVERIES, delivery.key, delivery)
    return delivery


async def _record(
    turn: Turn, delivery: Delivery, approval: Approval, outcome: ApprovalOutcome, occurrence: Occurrence
) -> None:
    await audit(
        turn.tx,
        now=turn.now,
        campaign=delivery.campaign,
        actor=approval.approver,
        action=outcome.value,
        subject=delivery.key,
        detail=approval.because or approval.hash,
    )
    if outcome in _EVENTS:
        turn.events.append(
            Event(
                at=turn.now,
                event=_EVENTS[outcome],
                campaign=delivery.campaign,
                post=occurrence.post,
                audience=occurrence.audience,
                reason=approval.because,
                text=approval.written or "",
            )
        )


async def _tell_owner(
    turn: Turn, campaign: Campaign, card: str, decided: Sequence[Delivery], outcome: ApprovalOutcome
) -> None:
    on_card = [item for item in decided if item.approval and item.approval.card == card]
    words = _words(campaign, on_card)
    if on_card[0].approval is None or on_card[0].approval.approver == campaign.owner:
        return
    sentence = say(campaign.language, f"owner_{outcome}", **words)
    await tell_owner(turn.ctx, turn.tx, campaign, sentence=sentence, key=f"{outcome}/{card}", now=turn.now)


def _words(campaign: Campaign, decided: Sequence[Delivery]) -> dict[str, str]:
    """What every sentence about a card may name."""
    first = decided[0]
    approval, occurrence = first.approval, first.occurrence
    if approval is None or occurrence is None:
        raise ValueError(f"{first.key} was never asked for")
    approver = campaign.people.get(approval.approver)
    audiences = [readable(item.occurrence.audience) for item in decided if item.occurrence]
    return {
        "post": occurrence.post,
        "moment": written_moment(campaign.language, occurrence.wall),
        "audiences": written_list(campaign.language, list(dict.fromkeys(audiences))),
        "approver": approver.name if approver else approval.approver,
        "because": approval.because,
    }
