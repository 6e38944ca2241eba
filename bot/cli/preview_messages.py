"""Every post as its audiences will see it, from the file alone; live numbers are shown as their range."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from babel.dates import format_datetime

from campaigns.approval_text import text_to_approve
from campaigns.compose import compose, sender_of
from campaigns.facts import Fact, Facts, SignUpTime, file_facts, ranges
from campaigns.images import image_of
from campaigns.message import Message, SeatCount
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.texts.say import say

RULER: Final = "─"


@dataclass(frozen=True)
class Preview:
    """One message, and the audiences that all get exactly this."""

    occurrence: Occurrence
    audiences: tuple[str, ...]
    message: Message
    is_briefing: bool


def previews(campaign: Campaign, occurrences: Sequence[Occurrence]) -> Iterator[Preview]:
    """In the order of time; audiences with the same message share one."""
    for _, same_moment in groupby(occurrences, key=lambda one: (one.wall, one.post, one.series, one.wish)):
        by_message: dict[Message, list[Occurrence]] = {}
        for occurrence in same_moment:
            by_message.setdefault(replace(_message(campaign, occurrence), about="", buttons=()), []).append(occurrence)
        for shared in by_message.values():
            audiences = tuple(occurrence.audience for occurrence in shared)
            is_briefing = campaign.post(shared[0].post).briefing is not None
            yield Preview(shared[0], audiences, _message(campaign, shared[0]), is_briefing)


def in_words(campaign: Campaign, preview: Preview) -> str:
    """The heading, in whose name, the text, and what stands under it."""
    occurrence, message = preview.occurrence, preview.message
    heading = say(
        campaign.language,
        "preview_heading",
        post=occurrence.post,
        audiences=", ".join(preview.audiences),
        week=occurrence.week,
        moment=format_datetime(occurrence.wall, "EEEE d MMMM y HH:mm", locale=campaign.language),
    )
    return "\n".join(
        [heading, RULER * len(heading), _voice(campaign, preview), "", message.text, *_under(campaign, message), ""]
    )


def _message(campaign: Campaign, occurrence: Occurrence) -> Message:
    """A briefing has no text yet: what its sender will be asked is shown instead."""
    composed = compose(campaign, occurrence, _facts_of_the_file(campaign, occurrence))
    if isinstance(composed, Message):
        return composed
    parts, _ = text_to_approve(campaign, occurrence)
    sender, image = sender_of(campaign, occurrence), image_of(campaign, occurrence)
    return Message(campaign.language, occurrence.kind, parts, occurrence.key, sender, image=image)


def _facts_of_the_file(campaign: Campaign, occurrence: Occurrence) -> Facts:
    allowed = {
        name: Fact(words, campaign.file, occurrence.at, live=True, range=words)
        for name, words in ranges(campaign).items()
    }
    known = {**allowed, **file_facts(campaign, occurrence, occurrence.at)}
    places = campaign.seats.places if campaign.seats else 0
    return Facts(known, {}, SeatCount(places, places) if places else None, SignUpTime.OPEN)


def _voice(campaign: Campaign, preview: Preview) -> str:
    sender = preview.message.sender
    if preview.is_briefing:
        name = campaign.people[preview.occurrence.approver].name
        return say(campaign.language, "preview_briefing", name=name)
    if sender is None:
        return say(campaign.language, "preview_own_voice")
    return say(campaign.language, "preview_sender", name=sender.name, role=sender.role)


def _under(campaign: Campaign, message: Message) -> Iterator[str]:
    if message.buttons:
        labels = ", ".join(f"[{button.label}]" for button in message.buttons)
        yield "\n" + say(campaign.language, "preview_button", labels=labels)
    if message.seats:
        yield say(campaign.language, "preview_seats", left=message.seats.left, total=message.seats.total)
