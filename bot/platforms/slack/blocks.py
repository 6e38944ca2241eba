"""A message as what chat.postMessage takes: blocks of Slack, and their words for notifications. Pure, no SDK.

Rule: no fact or sentence beyond the message and the files of texts; nothing that somebody wrote is cut off.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

import orjson

from bot.authored import Span, bare_words
from bot.platforms.means import unfit
from bot.platforms.slack.buttons import rows_of
from bot.platforms.slack.text import (
    LONGEST_BLOCK,
    Block,
    Row,
    of_people,
    plain,
    rich,
    rows_of_author,
    rows_of_people,
    size_of,
    spelled_out,
)
from campaigns.kinds import AUTOMATIC_KINDS, KINDS
from campaigns.message import Button, Message, Part, SeatCount, Sender, image_in_words
from campaigns.texts.say import say
from campaigns.words import Language

MOST_BLOCKS: Final = 50
LONGEST_TITLE: Final = 150  # characters
LONGEST_VALUE: Final = 2000  # characters that a button keeps
SMALL: Final = min(LONGEST_VALUE, LONGEST_BLOCK)  # bytes of JSON in which no part can break a limit
LARGEST: Final = 12_000  # characters; Slack refuses about 13,200 and does not say what it counts
LONGEST_FALLBACK: Final = 3000  # characters; Slack advises 4,000
QUOTING: Final = frozenset({"approval", "briefing"})  # what the author wrote must be told from the words around it
# Without these three nothing is a mention or a link.
_ESCAPED: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

P = TypeVar("P", bound=Mapping[str, Any])


def payload_of(message: Message, image: str = "") -> dict[str, Any]:
    """`image` is the id of its image's file in Slack; without it its description is shown."""
    return {
        "text": _fallback(message),
        "blocks": blocks_of(message, image),
        "unfurl_links": False,
        "unfurl_media": False,
    }


def blocks_of(message: Message, image: str = "") -> list[Block]:
    """Without lists, bold, italic and links where the message would be too large with them."""
    blocks = _shown(message, image)
    return _shown(message, image, is_spelled_out=True) if _too_large(blocks) else blocks


def checked(payload: P) -> P:
    """The same payload or view. Raises DeliveryError when Slack would refuse it, so that it is never sent."""
    blocks: Sequence[Block] = payload["blocks"]
    for what, size, most in _too_large(blocks):
        raise unfit(f"{what} {size} characters, and Slack takes {most}.")
    if not 0 < len(blocks) <= MOST_BLOCKS:
        raise unfit(f"The message has {len(blocks)} blocks, and Slack takes 1 to {MOST_BLOCKS}.")
    return payload


def escaped(text: str) -> str:
    return text.translate(_ESCAPED)


def _too_large(blocks: Sequence[Block]) -> list[tuple[str, int, int]]:
    """What is too large, how large it is, and how large it may be. Most messages are small in all, so in each part."""
    if len(orjson.dumps(list(blocks))) <= SMALL:
        return []
    return [(what, size, most) for what, size, most in _sizes(blocks) if size > most]


def _sizes(blocks: Sequence[Block]) -> Iterator[tuple[str, int, int]]:
    """What can't be made shorter any more. The whole is measured as it is sent, which is more than its text."""
    yield "The message is", _size_of(blocks), LARGEST
    for block in blocks:
        if block["type"] == "rich_text":
            yield "A block of text is", sum(_texts(block)), LONGEST_BLOCK
        for button in block["elements"] if block["type"] == "actions" else ():
            yield "What a button keeps is", size_of(button["value"]), LONGEST_VALUE


def _size_of(blocks: Sequence[Block]) -> int:
    return size_of(orjson.dumps(list(blocks)).decode())


def _texts(element: Block) -> Iterator[int]:
    yield size_of(element.get("text", "")) + size_of(element.get("url", ""))
    for inner in element.get("elements", ()):
        yield from _texts(inner)


def _fallback(message: Message) -> str:
    """What a notification says, and a screen reader in the place of the blocks."""
    sender, seats = message.sender, message.seats
    lines = [
        f"{sender.name}, {sender.role}" if sender else "",
        message.title,
        *(bare_words(part.text) if part.authored else part.text.strip() for part in message.parts),
        image_in_words(message.image, message.language) if message.image else "",
        _seat_line(seats, message.language) if seats else "",
    ]
    return _short("\n".join(line for line in lines if line))


def _short(text: str) -> str:
    """Escaped, and short enough; the blocks hold every word."""
    whole = escaped(text)
    if size_of(whole) < LONGEST_FALLBACK:
        return whole
    kept, size = "", 0
    for sign in map(escaped, text):
        size += size_of(sign)
        if size >= LONGEST_FALLBACK:
            return kept.rstrip() + "…"
        kept += sign
    return kept


def _shown(message: Message, image: str, *, is_spelled_out: bool = False) -> list[Block]:
    others = [button for button in message.buttons if button.verb != "why"]
    return [
        *_byline(message.sender),
        *_title(message.title),
        *_words(message, is_spelled_out=is_spelled_out),
        *_image(message, image),
        *_seats(message.seats, message.language),
        *rows_of(others, _why(message)),
    ]


def _byline(sender: Sender | None) -> list[Block]:
    return rich([Row((Span(sender.name, bold=True),)), Row((Span(sender.role),))]) if sender else []


def _title(title: str) -> list[Block]:
    """One line: a heading where it is short enough for that, else in bold."""
    line = " ".join(title.split())
    if not line:
        return []
    if size_of(escaped(line)) <= LONGEST_TITLE:
        return [{"type": "header", "text": plain(line)}]
    return rich([Row((Span(line, bold=True),))])


def _words(message: Message, *, is_spelled_out: bool) -> Iterator[Block]:
    """A card that asked something and has no buttons any more ends with what came of it, under a line."""
    is_quoting = message.kind in QUOTING
    *asked, last = message.parts or (Part(""),)
    is_settled = is_quoting and bool(asked) and not message.buttons and not last.authored
    shown = asked if is_settled else message.parts
    rows = [row for part in shown for row in _rows_of(part, is_quoting=is_quoting)]
    yield from rich(map(spelled_out, rows) if is_spelled_out else rows)
    if is_settled:
        yield {"type": "divider"}
        yield from of_people(last.text)


def _rows_of(part: Part, *, is_quoting: bool) -> list[Row]:
    return rows_of_author(part.text, is_quoted=is_quoting) if part.authored else rows_of_people(part.text)


def _image(message: Message, file: str) -> list[Block]:
    if message.image is None:
        return []
    if not file:
        return rich([Row((Span(image_in_words(message.image, message.language)),))])
    return [{"type": "image", "slack_file": {"id": file}, "alt_text": message.image.alt}]


def _seats(seats: SeatCount | None, language: Language) -> list[Block]:
    return rich([Row((Span(_seat_line(seats, language), bold=True),))]) if seats else []


def _seat_line(seats: SeatCount, language: Language) -> str:
    return say(language, "room_seats_left" if seats.left else "room_seats_full", left=seats.left, total=seats.total)


def _why(message: Message) -> list[Button]:
    """Everybody may ask why they see a post."""
    is_post = message.kind in KINDS or message.kind in AUTOMATIC_KINDS
    return [Button("why", say(message.language, "room_why"), message.about)] if is_post else []
