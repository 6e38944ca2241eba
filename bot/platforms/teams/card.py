"""A message as an activity of Teams: an Adaptive Card, or plain text for an answer of one line. Pure, no SDK.

Rule: no fact or sentence beyond the message and the files of texts.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

import orjson

from bot.authored import Span, bare_words
from bot.platforms.base import ReadImage, no_image
from bot.platforms.means import unfit
from bot.platforms.teams.buttons import Fields, field_names, rows_of
from bot.platforms.teams.text import Element, heading, inert, of_author, of_people, rich
from campaigns.image_kinds import kind_of
from campaigns.kinds import AUTOMATIC_KINDS, KINDS
from campaigns.message import Button, Message, Part, SeatCount, Sender, image_in_words
from campaigns.texts.say import say
from campaigns.words import Language

SCHEMA: Final = "http://adaptivecards.io/schemas/adaptive-card.json"
VERSION: Final = "1.5"  # the highest that Teams shows, the lowest with Action.Execute in it
CONTENT_TYPE: Final = "application/vnd.microsoft.card.adaptive"
LARGEST: Final = 80 * 1024  # bytes; Teams refuses about 100 KB and advises 80
LONGEST_SUMMARY: Final = 100  # characters
# Nobody's words can be this: a quotation mark in them is written as \".
_IMAGE_BYTES: Final = re.compile(rb'(?<="url":")data:image/[a-z]+;base64,[A-Za-z0-9+/=]*(?=")')
QUOTING: Final = frozenset({"approval", "briefing"})  # what the author wrote must be told from the words around it


def activity_of(message: Message, *, private: Message | None = None, images: ReadImage = no_image) -> dict[str, Any]:
    """`private` is for the one who pressed, above what everybody sees."""
    if private is None and _is_one_line(message):
        return {"type": "message", "text": inert(message.text.strip()), "textFormat": "plain"}
    card = {"contentType": CONTENT_TYPE, "content": card_of(message, private=private, images=images)}
    return {"type": "message", "summary": _summary(message), "attachments": [card]}


def card_of(message: Message, *, private: Message | None = None, images: ReadImage = no_image) -> dict[str, Any]:
    fields = field_names()
    return {
        "type": "AdaptiveCard",
        "$schema": SCHEMA,
        "version": VERSION,
        "msteams": {"width": "Full"},
        "body": [*_for_one(private, fields, images), *_shown(message, fields, images)],
    }


def size_of(activity: Mapping[str, Any]) -> int:
    """In bytes of UTF-16, which is how Teams counts what is sent; it does not count the images in it."""
    counted = _IMAGE_BYTES.sub(b"", orjson.dumps(dict(activity)))
    return len(counted.decode().encode("utf-16-le"))


def checked(activity: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same activity. Raises DeliveryError when Teams would refuse it, so that it is never sent."""
    size = size_of(activity)
    if size > LARGEST:
        raise unfit(f"The message is {size} bytes, and Teams takes {LARGEST}.")
    return activity


def _is_one_line(message: Message) -> bool:
    """Nobody says what Teams makes of a line end in plain text, so two lines are a card."""
    is_bare = not (
        message.buttons or message.sender or message.title or message.seats or message.image or _why(message)
    )
    return is_bare and "\n" not in message.text.strip() and not any(part.authored for part in message.parts)


def _summary(message: Message) -> str:
    """What a notification says."""
    words = [bare_words(part.text) if part.authored else part.text for part in message.parts]
    said = " ".join(" ".join(words).split())
    said = f"{message.title} · {said}" if message.title else said
    return inert(said if len(said) <= LONGEST_SUMMARY else said[: LONGEST_SUMMARY - 1].rstrip() + "…")


def _for_one(message: Message | None, fields: Fields, images: ReadImage) -> Iterator[Element]:
    if message is not None:
        only_you = rich((Span(say(message.language, "room_only_you")),), size="Small", isSubtle=True)
        items = [only_you, *_shown(message, fields, images)]
        yield {"type": "Container", "style": "emphasis", "bleed": True, "items": items}


def _shown(message: Message, fields: Fields, images: ReadImage) -> list[Element]:
    others = [button for button in message.buttons if button.verb != "why"]
    return [
        *_byline(message.sender),
        *_title(message.title),
        *_words(message),
        *_image(message, images),
        *_seats(message.seats, message.language),
        *rows_of(others, _why(message), message.language, fields),
    ]


def _byline(sender: Sender | None) -> Iterator[Element]:
    if sender is not None:
        yield rich((Span(sender.name, bold=True),))
        yield {**rich((Span(sender.role),), size="Small", isSubtle=True), "spacing": "None"}


def _title(title: str) -> Iterator[Element]:
    if title:
        yield heading(title)


def _words(message: Message) -> Iterator[Element]:
    """A card that asked something and has no buttons any more ends with what came of it, under a line."""
    is_quoting = message.kind in QUOTING
    is_settled = is_quoting and not message.buttons and not message.parts[-1].authored
    asked, outcome = (message.parts[:-1], message.parts[-1:]) if is_settled else (message.parts, ())
    for is_authored, parts in groupby(asked, key=lambda part: part.authored):
        elements = _elements(parts, is_authored=is_authored)
        if is_authored and is_quoting:
            yield {"type": "Container", "style": "emphasis", "items": elements}
        else:
            yield from elements
    yield from _under_a_line(_elements(outcome, is_authored=False))


def _elements(parts: Iterable[Part], *, is_authored: bool) -> list[Element]:
    elements_of = of_author if is_authored else of_people
    return [element for part in parts for element in elements_of(part.text)]


def _image(message: Message, images: ReadImage) -> Iterator[Element]:
    """In the card itself, for nobody serves it at an address; its description where it can't be had any more."""
    if message.image is None:
        return
    content = images(message.image.sha256)
    if content is None:
        yield rich((Span(image_in_words(message.image, message.language)),), isSubtle=True)
    else:
        url = f"data:{kind_of(content)};base64,{b64encode(content).decode()}"
        yield {"type": "Image", "url": url, "altText": message.image.alt}


def _seats(seats: SeatCount | None, language: Language) -> Iterator[Element]:
    if seats is not None:
        key = "room_seats_left" if seats.left else "room_seats_full"
        line = Span(say(language, key, left=seats.left, total=seats.total), bold=True)
        yield from _under_a_line([rich((line,))])


def _under_a_line(elements: Sequence[Element]) -> Iterator[Element]:
    for first in elements[:1]:
        yield {**first, "spacing": "Medium", "separator": True}
    yield from elements[1:]


def _why(message: Message) -> list[Button]:
    """Everybody may ask why they see a post."""
    is_post = message.kind in KINDS or message.kind in AUTOMATIC_KINDS
    return [Button("why", say(message.language, "room_why"), message.about)] if is_post else []
