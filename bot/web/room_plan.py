"""The whole campaign as steps: what is planned, and what became of it as far as the store knows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.web.look import Kept, Look
from bot.web.room_words import SHAPES, first_name, kind_word, long_moment, short_moment
from campaigns.approval import Approval, Decision
from campaigns.delivery import Delivery, HoldReason, SkipReason, State
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.plan import plan

ENDED: Final = frozenset({State.SENT, State.SKIPPED, State.FAILED})
HOW_MANY_AHEAD: Final = 7
_REASONS: Final = frozenset({*SkipReason, *HoldReason})
_NO: Final = frozenset({Decision.REJECTED, Decision.CHANGE_ASKED, Decision.EXPIRED})


@dataclass(frozen=True)
class Step:
    occurrence: Occurrence
    delivery: Delivery | None = None

    @property
    def state(self) -> State:
        return self.delivery.state if self.delivery else State.WAITING


@dataclass(frozen=True)
class StateWords:
    """`tone` is one of planned, expected, waits, ready, sent, off."""

    text: str
    tone: str


@dataclass(frozen=True)
class StepView:
    """The same post at the same moment for one or more audiences, as one line or one mark.

    `at` is where it stands on the timeline, 0 to 1000.
    """

    key: str
    shape: str
    kind: str
    moment: str
    audiences: str
    state: StateWords
    sender: str
    words: str
    at: float


class Plans:
    """Remembers the plan of each loaded file, because it only changes when a file does."""

    def __init__(self) -> None:
        self._plans: dict[str, tuple[Campaign, tuple[Occurrence, ...]]] = {}

    def of(self, campaign: Campaign) -> tuple[Occurrence, ...]:
        known = self._plans.get(campaign.id)
        if known is None or known[0] is not campaign:
            known = (campaign, plan([campaign]).occurrences)
            self._plans[campaign.id] = known
        return known[1]


def steps_of(planned: Sequence[Occurrence], kept: Kept) -> tuple[Step, ...]:
    """By moment. What is kept wins over what was planned: a wish may be done earlier than was thought."""
    steps = {occurrence.slot: Step(occurrence) for occurrence in planned}
    for delivery in kept.deliveries:
        if delivery.occurrence is None or delivery.reason == SkipReason.WITHDRAWN:
            continue
        steps[delivery.occurrence.slot] = Step(delivery.occurrence, delivery)
    return tuple(sorted(steps.values(), key=lambda step: (step.occurrence.at, step.occurrence.key)))


def ahead(look: Look, steps: Sequence[Step]) -> tuple[StepView, ...]:
    """The next posts for the audiences that this person reads; for a role also what is held now."""
    open_ = [step for step in steps if step.state not in ENDED and step.occurrence.audience in look.audiences]
    return _views(look, open_)[:HOW_MANY_AHEAD]


def timeline(look: Look, steps: Sequence[Step]) -> tuple[StepView, ...]:
    return _views(look, steps)


def position(campaign: Campaign, wall: datetime, first_day: datetime) -> float:
    """Where a moment stands between the first Monday and the end of the last week, in thousandths."""
    whole = campaign.weeks * 7 * 86_400
    return round(min(max((wall - first_day).total_seconds() / whole, 0.0), 1.0) * 1000, 1)


def now_position(look: Look) -> float:
    return position(look.campaign, look.wall(look.now), _first_day(look))


def _first_day(look: Look) -> datetime:
    return datetime.combine(look.calendar.first_monday, datetime.min.time())


def _views(look: Look, steps: Sequence[Step]) -> tuple[StepView, ...]:
    together: dict[tuple[object, ...], list[Step]] = {}
    for step in steps:
        one = step.occurrence
        together.setdefault((one.post, one.series, one.wish, one.at, _state(look, step)), []).append(step)
    return tuple(_step_view(look, group) for group in together.values())


def _step_view(look: Look, group: Sequence[Step]) -> StepView:
    one = group[0].occurrence
    state = _state(look, group[0])
    audiences = _audiences(look, [step.occurrence.audience for step in group])
    kind = kind_word(one.kind, look.language)
    sender = look.campaign.people[one.sender].name if one.sender else ""
    return StepView(
        key=one.key,
        shape=SHAPES[one.kind],
        kind=kind,
        moment=_when(look, one),
        audiences=audiences,
        state=state,
        sender=look.say("room_by_sender", name=sender) if sender else "",
        words=look.say(
            "room_mark",
            moment=long_moment(one.wall, look.language),
            kind=kind[:1].upper() + kind[1:],
            audiences=audiences,
            state=state.text[:1].upper() + state.text[1:] + ".",
        ),
        at=position(look.campaign, one.wall, _first_day(look)),
    )


def _when(look: Look, one: Occurrence) -> str:
    """A wish that is not done by the day it was planned for has no moment at all any more."""
    return "" if one.expected and one.at < look.now else short_moment(one.wall, look.language)


def _audiences(look: Look, keys: Sequence[str]) -> str:
    if len(keys) > 1 and set(keys) == set(look.campaign.audiences):
        return look.say("room_ahead_everyone")
    return ", ".join(look.audience_title(key) for key in keys)


def _state(look: Look, step: Step) -> StateWords:
    """Who must still say yes, and why something is held, is for people with a role; others see whether it comes."""
    words = _STATES[step.state](look, step)
    if look.has_role or words.tone in ("sent", "planned", "expected"):
        return words
    if words.tone == "off":
        return replace(words, text=look.say("room_state_off"))
    return StateWords(look.say("room_state_planned"), "planned")


def _waiting(look: Look, step: Step) -> StateWords:
    if step.occurrence.expected:
        return StateWords(look.say("room_state_expected"), "expected")
    approval = step.delivery.approval if step.delivery else None
    if approval is None:
        return StateWords(look.say("room_state_planned"), "planned")
    return _asked(look, step, approval)


def _asked(look: Look, step: Step, approval: Approval) -> StateWords:
    person = look.campaign.people.get(approval.approver)
    name = first_name(person.name) if person else approval.approver
    if approval.decision is Decision.ASKED and _wants_text(look, step):
        return StateWords(look.say("room_state_text_asked", name=name), "waits")
    tone = "ready" if approval.decision is Decision.APPROVED else "waits"
    tone = "off" if approval.decision in _NO else tone
    return StateWords(look.say(f"room_state_{approval.decision}", name=name), tone)


def _wants_text(look: Look, step: Step) -> bool:
    return any(post.id == step.occurrence.post and post.briefing for post in look.campaign.posts)


def _with_reason(key: str) -> Callable[[Look, Step], StateWords]:
    def words(look: Look, step: Step) -> StateWords:
        reason = step.delivery.reason if step.delivery else None
        why = look.say(f"room_why_{reason}" if reason in _REASONS else "room_why_unknown")
        return StateWords(look.say(key, why=why), "off")

    return words


def _always(key: str, tone: str) -> Callable[[Look, Step], StateWords]:
    return lambda look, step: StateWords(look.say(key), tone)


_STATES: Final[dict[State, Callable[[Look, Step], StateWords]]] = {
    State.WAITING: _waiting,
    State.SENDING: _always("room_state_sending", "ready"),
    State.SENT: _always("room_state_sent", "sent"),
    State.FAILED: _always("room_state_failed", "off"),
    State.UNCERTAIN: _always("room_state_uncertain", "waits"),
    State.HELD: _with_reason("room_state_held"),
    State.SKIPPED: _with_reason("room_state_skipped"),
}
