"""What an image file is, read from its own bytes: kind, size, and whether it moves. Its name and ending say nothing.

Rule: only what is whole counts: a file that breaks off is no image.
"""

from dataclasses import dataclass
from typing import Final

PNG: Final = b"\x89PNG\r\n\x1a\n"
JPEG: Final = b"\xff\xd8\xff"
GIFS: Final = (b"GIF87a", b"GIF89a")
# The marks of a JPEG after which its size stands.
_SIZES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE: Final = frozenset((0x01, *range(0xD0, 0xD8)))  # marks that nothing belongs to


@dataclass(frozen=True)
class Shape:
    """`kind` is what it is served as. Width and height are in pixels."""

    kind: str
    width: int
    height: int
    moves: bool = False


def shape_of(content: bytes) -> Shape | None:
    """None when it is no whole PNG, JPEG or GIF."""
    if content.startswith(PNG):
        return _png(content)
    if content.startswith(JPEG):
        return _jpeg(content)
    return _gif(content) if content.startswith(GIFS) else None


def kind_of(content: bytes) -> str:
    """What an image that was checked before is served as."""
    if content.startswith(PNG):
        return "image/png"
    return "image/jpeg" if content.startswith(JPEG) else "image/gif"


def _png(content: bytes) -> Shape | None:
    """Chunks of length, name, data and checksum: IHDR has the size, acTL makes it move, IEND is the end."""
    width, height, moves, at = 0, 0, False, len(PNG)
    while at + 12 <= len(content):
        length, name = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        if name == b"IHDR":
            width, height = int.from_bytes(content[at + 8 : at + 12]), int.from_bytes(content[at + 12 : at + 16])
        moves = moves or name == b"acTL"
        if name == b"IEND":
            return Shape("image/png", width, height, moves) if width and height else None
        at += 12 + length
    return None


def _jpeg(content: bytes) -> Shape | None:
    """Marks with what belongs to them, until the mark that has the size; the mark of the end comes last."""
    at, end = 2, content.rfind(b"\xff\xd9")
    while 0 <= at <= end - 9 and content[at] == 0xFF:
        mark = content[at + 1]
        if mark in _SIZES:
            height, width = int.from_bytes(content[at + 5 : at + 7]), int.from_bytes(content[at + 7 : at + 9])
            return Shape("image/jpeg", width, height) if width and height else None
        # A mark may begin with more than one 0xFF.
        at += 1 if mark == 0xFF else 2 if mark in _BARE else 2 + int.from_bytes(content[at + 2 : at + 4])
    return None


def _gif(content: bytes) -> Shape | None:
    """Blocks after the table of colours; a second picture among them makes it move, a semicolon is the end."""
    if len(content) < 13:
        return None
    width, height = int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")
    at, pictures = 13 + _colours(content[10]), 0
    while at < len(content):
        match content[at]:
            case 0x3B:
                is_shown = pictures and width and height
                return Shape("image/gif", width, height, moves=pictures > 1) if is_shown else None
            case 0x2C if at + 11 <= len(content):
                pictures += 1
                at = _after_parts(content, at + 11 + _colours(content[at + 9]))
            case 0x21:
                at = _after_parts(content, at + 2)
            case _:
                return None
    return None


def _colours(packed: int) -> int:
    """How many bytes the table of colours takes."""
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _after_parts(content: bytes, at: int) -> int:
    """Behind parts that each say their length; one of no length is the last."""
    while at < len(content) and content[at]:
        at += 1 + content[at]
    return at + 1
