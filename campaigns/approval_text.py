"""What an approver says yes to: the exact text, with live numbers as a range, and the hash that binds the yes."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from typing import Final

from campaigns.advice import advice_on
from campaigns.approval import Approval
from campaigns.compose import sender_of
from campaigns.facts import PROOF_NAMES, Fact, Facts, file_facts, ranges
from campaigns.images import image_of
from campaigns.message import Button, Image, Message, Part, Verb
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.post_text import button_verb, button_words, names_in, otherwise_parts, raw_parts, with_facts
from campaigns.texts.say import say
from campaigns.wording import readable, written_list, written_moment
from campaigns.words import KINDS

Asked = tuple[tuple[Part, ...], str]
MOST_ADVICE: Final = 5  # the text itself is what the card is about


def text_to_approve(campaign: Campaign, occurrence: Occurrence) -> Asked:
    """The parts as they will be posted, and the hash over text, image, audience, moment, principles, sender, approver.

    For a briefing the question itself is what is shown; its text does not exist yet.
    """
    parts = _shown(campaign, occurrence)
    return parts, _hash(campaign, occurrence, parts)


def _shown(campaign: Campaign, occurrence: Occurrence) -> tuple[Part, ...]:
    post = campaign.post(occurrence.post)
    if post.briefing is not None:
        raw: tuple[Part, ...] = (Part(post.briefing, authored=True),)
    else:
        raw = raw_parts(campaign, occurrence)
    instead = otherwise_parts(post) if set(names_in(raw)) & set(PROOF_NAMES) else ()
    shown = with_facts(raw, _allowed(campaign, occurrence, raw))
    if not instead:
        return shown
    heading = Part(say(campaign.language, "otherwise_heading"))
    return (*shown, heading, *with_facts(instead, _allowed(campaign, occurrence, instead)))


def _allowed(campaign: Campaign, occurrence: Occurrence, parts: tuple[Part, ...]) -> dict[str, Fact]:
    """Facts of the file as they are, live ones as their range; a name that nothing fills is shown as it was written."""
    fixed = file_facts(campaign, occurrence, occurrence.ask_at)
    words = button_words(campaign.language, button_verb(occurrence.kind, parts))
    values = {
        **{name: "{{ " + name + " }}" for name in names_in(parts)},
        **ranges(campaign),
        **{name: fact.value for name, fact in fixed.items()},
        **words,
    }
    return {name: Fact(value, "", occurrence.ask_at) for name, value in values.items()}


def _hash(campaign: Campaign, occurrence: Occurrence, parts: tuple[Part, ...]) -> str:
    """The text as written counts too, so that a number typed over a placeholder is another text."""
    post = campaign.post(occurrence.post)
    sender = sender_of(campaign, occurrence)
    covered = {
        "campaign": campaign.id,
        "post": occurrence.post,
        "kind": occurrence.kind,
        "audience": occurrence.audience,
        "moment": occurrence.wall.isoformat(),
        "principles": list(occurrence.principles),
        "approver": occurrence.approver,
        "sender": asdict(sender) if sender else None,
        "briefing": post.briefing,
        "written": [part.text for part in (*raw_parts(campaign, occurrence), *otherwise_parts(post))],
        "text": [part.text for part in parts],
    }
    image = image_of(campaign, occurrence)
    if image is not None:  # so that every other post keeps the hash of its yes
        covered["image"] = asdict(image)
    return hashlib.sha256(json.dumps(covered, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def compose_approval(campaign: Campaign, occurrences: Sequence[Occurrence], card: str) -> Message:
    """The card that asks for a yes to one post, for one audience or several; a text that differs is shown for each."""
    first = occurrences[0]
    buttons = (
        _button(campaign, "approve", card),
        _button(campaign, "change", card, asks=True),
        _button(campaign, "reject", card, asks=True),
    )
    return _card(
        campaign,
        title=say(campaign.language, "approval_title", post=first.post),
        kind="approval",
        parts=(
            *_heading(campaign, occurrences),
            *_texts(campaign, occurrences),
            *_about_image(campaign, first),
            *_advice(campaign, first),
            _deadline(campaign, first, "approval"),
        ),
        about=card,
        buttons=buttons,
        image=image_of(campaign, first),
    )


def compose_briefing(campaign: Campaign, occurrences: Sequence[Occurrence], facts: Facts, card: str) -> Message:
    """The card that asks the sender for a text; numbers in the question are true now."""
    first = occurrences[0]
    raw = (Part((campaign.post(first.post).briefing or "").strip(), authored=True),)
    question = with_facts(raw, {**_allowed(campaign, first, raw), **facts.known})
    ask = Part(say(campaign.language, "briefing_question"))
    return _card(
        campaign,
        title=say(campaign.language, "briefing_title", post=first.post),
        kind="briefing",
        parts=(
            *_heading(campaign, occurrences),
            ask,
            *question,
            *_about_image(campaign, first),
            *_advice(campaign, first),
            _deadline(campaign, first, "briefing"),
        ),
        about=card,
        buttons=(_button(campaign, "write", card, asks=True),),
        image=image_of(campaign, first),
    )


def card_answered(message: Message, sentence: str) -> Message:
    """The same card, no longer asking, saying what came of it."""
    settled = no_longer_asking(message)
    return replace(settled, parts=(*settled.parts, Part(sentence)))


def no_longer_asking(message: Message) -> Message:
    """The card without its buttons and without until when they could be pressed."""
    return replace(message, buttons=(), parts=tuple(part for part in message.parts if not part.while_open))


def answered_sentence(campaign: Campaign, approval: Approval) -> str:
    """Who answered what, and when."""
    how = "written" if approval.written else approval.decision.value
    decided = approval.decided_at or approval.asked_at
    return say(
        campaign.language,
        f"answered_{how}",
        name=_name(campaign, approval.decided_by or approval.approver),
        moment=written_moment(campaign.language, campaign.local(decided)),
        because=approval.because or say(campaign.language, "no_reason_given"),
    )


def _name(campaign: Campaign, who: str) -> str:
    """Who answered may have left the file since."""
    return campaign.people[who].name if who in campaign.people else who


def _card(
    campaign: Campaign,
    *,
    title: str,
    kind: str,
    parts: tuple[Part, ...],
    about: str,
    buttons: tuple[Button, ...],
    image: Image | None,
) -> Message:
    return Message(campaign.language, kind, parts, about=about, buttons=buttons, title=title, image=image)


def _heading(campaign: Campaign, occurrences: Sequence[Occurrence]) -> tuple[Part, ...]:
    """When it goes where, in whose name, and what kind and principle it is."""
    first = occurrences[0]
    language = campaign.language
    moments = [
        say(
            language,
            "approval_moment",
            moment=written_moment(language, wall),
            audiences=_audiences(campaign, [one for one in occurrences if one.wall == wall]),
        )
        for wall in dict.fromkeys(occurrence.wall for occurrence in occurrences)
    ]
    sender = sender_of(campaign, first)
    voice = "approval_as_sender" if sender else "approval_as_bot"
    by = say(language, voice, name=sender.name if sender else "", role=sender.role if sender else "")
    kind = KINDS[first.kind] if language == "nl" else first.kind
    return (
        Part(say(language, "approval_intro", moments=written_list(language, moments), sender=by)),
        Part(say(language, "approval_kind", kind=kind, principles=principle_names(campaign, first))),
    )


def principle_names(campaign: Campaign, occurrence: Occurrence) -> str:
    names = [say(campaign.language, f"principle_{principle}") for principle in occurrence.principles]
    return written_list(campaign.language, names)


def _texts(campaign: Campaign, occurrences: Sequence[Occurrence]) -> Iterator[Part]:
    """The exact text; with the audience above it where audiences get another."""
    by_text: dict[tuple[Part, ...], list[Occurrence]] = {}
    for occurrence in occurrences:
        by_text.setdefault(text_to_approve(campaign, occurrence)[0], []).append(occurrence)
    for parts, same in by_text.items():
        if len(by_text) > 1:
            yield Part(say(campaign.language, "approval_for_audience", audiences=_audiences(campaign, same)))
        yield from parts


def _advice(campaign: Campaign, occurrence: Occurrence) -> Iterator[Part]:
    """What the check noticed; the owner saw it too, and it stops nothing."""
    noticed = advice_on(campaign, occurrence)
    if noticed:
        points = [f"- {message}" for message in noticed[:MOST_ADVICE]]
        yield Part("\n".join((say(campaign.language, "approval_advice"), *points)))


def _about_image(campaign: Campaign, occurrence: Occurrence) -> Iterator[Part]:
    """Its name and its words, which everybody gets to read who can't see it."""
    image = image_of(campaign, occurrence)
    if image is not None:
        yield Part(say(campaign.language, "approval_image", name=image.name, alt=image.alt))


def _audiences(campaign: Campaign, occurrences: Sequence[Occurrence]) -> str:
    names = dict.fromkeys(readable(occurrence.audience) for occurrence in occurrences)
    return written_list(campaign.language, list(names))


def _deadline(campaign: Campaign, occurrence: Occurrence, what: str) -> Part:
    moment = written_moment(campaign.language, occurrence.wall)
    return Part(say(campaign.language, f"{what}_deadline", moment=moment), while_open=True)


def _button(campaign: Campaign, verb: Verb, card: str, *, asks: bool = False) -> Button:
    question = say(campaign.language, f"ask_{verb}") if asks else None
    return Button(verb, say(campaign.language, f"label_{verb}"), card, asks_text=question)
