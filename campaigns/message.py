"""A composed post or answer in no platform's format. Platforms render it; they add no fact or sentence of their own."""

from dataclasses import dataclass, replace
from typing import Literal

from campaigns.texts.say import say
from campaigns.words import Language

Verb = Literal[
    "join", "leave", "wish", "wishes", "pulse", "why", "name_me", "my_data",
    "approve", "change", "reject", "write", "it_is_there", "post_it",
]  # fmt: skip


@dataclass(frozen=True)
class Part:
    """One block of text. `authored`: markdown of the campaign file counts; otherwise it is a person's plain text.

    `people` are the ids of those whom the bot named in it; `unnamed` is how it reads with only their number.
    `while_open`: it is about a card that still waits, and is left out once somebody has answered.
    """

    text: str
    authored: bool = False
    people: tuple[str, ...] = ()
    unnamed: str = ""
    while_open: bool = False


@dataclass(frozen=True)
class Button:
    """What a press sends back. `about` is an opaque key that the bot looks up again; it is never trusted."""

    verb: Verb
    label: str
    about: str
    value: str = ""
    asks_text: str | None = None  # the question of a text field that comes with the button, if any


@dataclass(frozen=True)
class Sender:
    """The person in whose name a text goes out; the account that posts is always the bot."""

    name: str
    role: str


@dataclass(frozen=True)
class SeatCount:
    """The live number on a card."""

    left: int
    total: int


@dataclass(frozen=True)
class Image:
    """`sha256` is of its bytes, which are kept in no message; "" when it may not be shown. `alt` is never cut."""

    name: str
    alt: str
    sha256: str


@dataclass(frozen=True)
class Message:
    """`about` is the key of the delivery it belongs to; `kind` is the post's kind, or notice, approval, answer."""

    language: Language
    kind: str
    parts: tuple[Part, ...]
    about: str = ""
    sender: Sender | None = None
    buttons: tuple[Button, ...] = ()
    seats: SeatCount | None = None
    title: str = ""
    image: Image | None = None

    @property
    def text(self) -> str:
        shown = [image_in_words(self.image, self.language)] if self.image is not None else []
        return "\n\n".join([*(part.text for part in self.parts), *shown])

    @property
    def people(self) -> frozenset[str]:
        """The ids of those whom the bot named in it."""
        return frozenset(person for part in self.parts for person in part.people)


def without_names(message: Message) -> Message:
    """The same, with a number where the bot named people."""
    return replace(message, parts=tuple(Part(part.unnamed) if part.people else part for part in message.parts))


def image_in_words(image: Image, language: Language) -> str:
    """For where the image itself can't be shown."""
    return say(language, "image_in_words", alt=image.alt)
