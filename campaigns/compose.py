"""A post and its facts become a message, or a named reason why not: a claim without a fact never goes out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, cast

from campaigns.automatic import is_automatic
from campaigns.delivery import HoldReason, SkipReason
from campaigns.facts import GROWTH_NAMES, PROOF_NAMES, SEAT_NAMES, Fact, Facts, SignUpTime
from campaigns.images import image_of
from campaigns.message import Button, Message, Part, Sender, Verb
from campaigns.model import Campaign
from campaigns.moments import Every
from campaigns.occurrence import Occurrence
from campaigns.placeholders import english_name, written_name
from campaigns.post_text import button_verb, button_words, names_in, otherwise_parts, raw_parts, with_facts
from campaigns.social_proof import RULES_OF_PROOF, ProofReason, percentage
from campaigns.texts.say import say
from campaigns.wording import written_day

PULSE_ANSWERS: Final = ("1", "2", "3", "4", "5")
TODAY: Final = re.compile(r"\b(?:vandaag|vanmorgen|vanmiddag|today|this (?:morning|afternoon))\b", re.IGNORECASE)
ASK_TO_JOIN: Final = ("call", "status")


@dataclass(frozen=True)
class Unsupported:
    """Why this post may not go out now, by which rule; `detail` is a sentence for the owner, with the numbers."""

    reason: HoldReason | SkipReason
    detail: str
    rule: str = ""


def compose(
    campaign: Campaign, occurrence: Occurrence, facts: Facts, written: str | None = None
) -> Message | Unsupported:
    """The message as it goes out now. `written` is the text that was given for a briefing."""
    refusal = _sign_up_refusal(campaign, occurrence, facts) or _goal_refusal(campaign, occurrence, facts)
    if refusal is not None:
        return refusal
    parts = _chosen_parts(campaign, occurrence, facts, written)
    if not parts:
        return Unsupported(SkipReason.NO_TEXT, say(campaign.language, "no_text_yet"), "A4")
    if facts.done_before is not None and TODAY.search(" ".join(part.text for part in parts)):
        day = written_day(campaign.language, facts.done_before)
        return Unsupported(HoldReason.NO_FACTS, say(campaign.language, "news_not_of_today", day=day), "R5")
    verb = button_verb(occurrence.kind, parts)
    words = button_words(campaign.language, verb)
    missing = [name for name in names_in(parts) if name not in facts.known and name not in words]
    if not _is_carried(parts, facts):
        missing = missing or [name for name in names_in(parts) if name in PROOF_NAMES]
    if missing:
        return Unsupported(HoldReason.NO_FACTS, _missing_sentence(campaign, facts, missing), _rule_of(facts, missing))
    known = {**facts.known, **{name: Fact(word, "", occurrence.at) for name, word in words.items()}}
    return Message(
        language=campaign.language,
        kind=occurrence.kind,
        parts=with_facts(parts, known),
        about=occurrence.key,
        sender=sender_of(campaign, occurrence),
        buttons=_buttons(campaign, occurrence, verb),
        seats=facts.seats if occurrence.kind in ASK_TO_JOIN else None,
        image=image_of(campaign, occurrence),
    )


def sender_of(campaign: Campaign, occurrence: Occurrence) -> Sender | None:
    """In whose name it goes out; None is the bot's own voice."""
    if is_automatic(occurrence):
        return None
    sender = occurrence.sender or campaign.post(occurrence.post).sender
    if sender is None:
        return None
    person = campaign.people[sender]
    return Sender(person.name, person.role)


def _sign_up_refusal(campaign: Campaign, occurrence: Occurrence, facts: Facts) -> Unsupported | None:
    """A call or a status only while one can sign up; a status only while a place is left."""
    if occurrence.kind not in ASK_TO_JOIN:
        return None
    language = campaign.language
    if facts.sign_up is None:
        return Unsupported(HoldReason.NO_FACTS, say(language, "missing_seats"), "S2")
    if facts.sign_up is SignUpTime.OVER:
        return Unsupported(SkipReason.SIGN_UP_CLOSED, say(language, "sign_up_over"), "S10")
    if facts.sign_up is SignUpTime.NOT_YET:
        return Unsupported(HoldReason.NO_FACTS, say(language, "sign_up_not_yet"), "S2")
    if occurrence.kind == "status" and facts.seats is not None and facts.seats.left == 0:
        return Unsupported(SkipReason.NO_PLACES_LEFT, say(language, "all_places_taken", total=facts.seats.total), "S10")
    return None


def _goal_refusal(campaign: Campaign, occurrence: Occurrence, facts: Facts) -> Unsupported | None:
    """A series about the goal stops for a team that has reached it."""
    post, target, row = campaign.post(occurrence.post), campaign.goal.target, facts.latest
    is_about_goal = post.measure is not None and post.measure == campaign.goal.measure
    if not is_about_goal or not isinstance(post.when, Every) or target is None or row is None or row.share < target:
        return None
    share = say(campaign.language, "gate_goal", week=row.week, percent=percentage(row), target=f"{100 * target:g}")
    return Unsupported(SkipReason.GOAL_REACHED, share, "H7")


def why_otherwise(campaign: Campaign, occurrence: Occurrence, facts: Facts) -> Unsupported | None:
    """Why the text for when the numbers do not carry a proof is posted; None when it is not."""
    post = campaign.post(occurrence.post)
    if post.briefing is not None or not otherwise_parts(post) or _is_carried(raw_parts(campaign, occurrence), facts):
        return None
    return Unsupported(HoldReason.NO_FACTS, _proof_detail(campaign, facts), _proof_rule(facts))


def _is_carried(parts: tuple[Part, ...], facts: Facts) -> bool:
    """Whether the numbers carry every claim of this text: less than half is said only together with its growth."""
    named = {name for name in names_in(parts) if name in PROOF_NAMES}
    says_growth = bool(named & set(GROWTH_NAMES))
    is_minority = facts.proof is not None and facts.proof.reason is ProofReason.GROWTH
    return named <= set(facts.known) and (says_growth or not named or not is_minority)


def _proof_detail(campaign: Campaign, facts: Facts) -> str:
    if facts.proof is not None and facts.proof.reason is ProofReason.GROWTH:
        return say(campaign.language, "proof_level_only_with_growth")
    return facts.proof_detail


def _proof_rule(facts: Facts) -> str:
    return RULES_OF_PROOF[facts.proof.reason] if facts.proof is not None else "P2"


def _rule_of(facts: Facts, missing: Sequence[str]) -> str:
    """The rule behind the first thing that may not be said."""
    name = english_name(missing[0])
    if name in PROOF_NAMES:
        return _proof_rule(facts)
    if name in SEAT_NAMES:
        return "S4" if facts.seats is not None else "S2"
    return "R5" if name in ("wish", "wish_by") else "T9"


def _chosen_parts(campaign: Campaign, occurrence: Occurrence, facts: Facts, written: str | None) -> tuple[Part, ...]:
    """The sender's own words for a briefing, else the author's; `otherwise` where the numbers do not carry a proof."""
    post = campaign.post(occurrence.post)
    if post.briefing is not None:
        return (Part(written),) if written and written.strip() else ()
    parts = raw_parts(campaign, occurrence)
    return parts if _is_carried(parts, facts) else otherwise_parts(post) or parts


def _missing_sentence(campaign: Campaign, facts: Facts, missing: list[str]) -> str:
    unknown = say(campaign.language, "missing_unknown")
    level_alone = {name: _proof_detail(campaign, facts) for name in PROOF_NAMES if name in facts.known}
    reasons = dict.fromkeys({**facts.missing, **level_alone}.get(english_name(name), unknown) for name in missing)
    marks = ", ".join("{{ " + written_name(name, campaign.language) + " }}" for name in missing)
    return say(campaign.language, "missing_facts", names=marks, reasons=" ".join(reasons))


def _buttons(campaign: Campaign, occurrence: Occurrence, verb: str | None) -> tuple[Button, ...]:
    if verb is None:
        return ()
    if verb == "pulse":
        return tuple(Button("pulse", answer, occurrence.key, value=answer) for answer in PULSE_ANSWERS)
    button = Button(cast(Verb, verb), say(campaign.language, f"label_{verb}"), occurrence.key)
    if verb == "wish":
        button = replace(button, asks_text=say(campaign.language, "ask_wish"))
    return (button,)
