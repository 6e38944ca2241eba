"""A post and its facts become a message, or a named reason why not: a claim without a fact never goes out."""

from dataclasses import dataclass, replace
from typing import Final, cast

from campaigns.delivery import HoldReason, SkipReason
from campaigns.facts import PROOF_NAMES, Fact, Facts, SignUpTime
from campaigns.message import Button, Message, Part, Sender, Verb
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.placeholders import english_name
from campaigns.post_text import button_verb, button_words, names_in, otherwise_parts, raw_parts, with_facts
from campaigns.texts.say import say

PULSE_ANSWERS: Final = ("1", "2", "3", "4", "5")
ASK_TO_JOIN: Final = ("call", "status")


@dataclass(frozen=True)
class Unsupported:
    """Why this post may not go out now; `detail` is a sentence for the owner, with the numbers."""

    reason: HoldReason | SkipReason
    detail: str


def compose(
    campaign: Campaign, occurrence: Occurrence, facts: Facts, written: str | None = None
) -> Message | Unsupported:
    """The message as it goes out now. `written` is the text that was given for a briefing."""
    refusal = _sign_up_refusal(campaign, occurrence, facts)
    if refusal is not None:
        return refusal
    parts = _chosen_parts(campaign, occurrence, facts, written)
    if not parts:
        return Unsupported(SkipReason.NO_TEXT, say(campaign.language, "no_text_yet"))
    verb = button_verb(occurrence.kind, parts)
    words = button_words(campaign.language, verb)
    missing = [name for name in names_in(parts) if name not in facts.known and name not in words]
    if missing:
        return Unsupported(HoldReason.NO_FACTS, _missing_sentence(campaign, facts, missing))
    known = {**facts.known, **{name: Fact(word, "", occurrence.at) for name, word in words.items()}}
    return Message(
        language=campaign.language,
        kind=occurrence.kind,
        parts=with_facts(parts, known),
        about=occurrence.key,
        sender=sender_of(campaign, occurrence),
        buttons=_buttons(campaign, occurrence, verb),
        seats=facts.seats if occurrence.kind in ASK_TO_JOIN else None,
    )


def sender_of(campaign: Campaign, occurrence: Occurrence) -> Sender | None:
    """In whose name it goes out; None is the bot's own voice."""
    sender = occurrence.sender or campaign.post(occurrence.post).sender
    if sender is None:
        return None
    person = campaign.people[sender]
    return Sender(person.name, person.role)


def _sign_up_refusal(campaign: Campaign, occurrence: Occurrence, facts: Facts) -> Unsupported | None:
    """A call or a status only while one can sign up; a status only while a place is left."""
    if occurrence.kind not in ASK_TO_JOIN:
        return None
    if facts.sign_up is None:
        return Unsupported(HoldReason.NO_FACTS, say(campaign.language, "missing_seats"))
    if facts.sign_up is SignUpTime.OVER:
        return Unsupported(SkipReason.SIGN_UP_CLOSED, say(campaign.language, "sign_up_over"))
    if facts.sign_up is SignUpTime.NOT_YET:
        return Unsupported(HoldReason.NO_FACTS, say(campaign.language, "sign_up_not_yet"))
    if occurrence.kind == "status" and facts.seats is not None and facts.seats.left == 0:
        sentence = say(campaign.language, "all_places_taken", total=facts.seats.total)
        return Unsupported(SkipReason.NO_PLACES_LEFT, sentence)
    return None


def _chosen_parts(campaign: Campaign, occurrence: Occurrence, facts: Facts, written: str | None) -> tuple[Part, ...]:
    """The sender's own words for a briefing, else the author's; `otherwise` where the numbers do not carry a proof."""
    post = campaign.post(occurrence.post)
    if post.briefing is not None:
        return (Part(written),) if written and written.strip() else ()
    parts = raw_parts(campaign, occurrence)
    if any(name in PROOF_NAMES and name not in facts.known for name in names_in(parts)):
        return otherwise_parts(post) or parts
    return parts


def _missing_sentence(campaign: Campaign, facts: Facts, missing: list[str]) -> str:
    unknown = say(campaign.language, "missing_unknown")
    reasons = dict.fromkeys(facts.missing.get(english_name(name), unknown) for name in missing)
    marks = ", ".join("{{ " + name + " }}" for name in missing)
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
