"""Small images, made here byte by byte, so that a test says of each what is right or wrong with it."""

import struct
import zlib
from typing import Final


def a_chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def a_png(*, width: int = 1, height: int = 1, moves: bool = False, shade: int = 255) -> bytes:
    """One of one pixel can be looked at; of larger ones only the head is true."""
    head = a_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    moving = a_chunk(b"acTL", struct.pack(">II", 2, 0)) if moves else b""
    pixels = a_chunk(b"IDAT", zlib.compress(bytes([0, shade]), 0))
    return b"\x89PNG\r\n\x1a\n" + head + moving + pixels + a_chunk(b"IEND", b"")


def a_gif(*, width: int = 1, height: int = 1, pictures: int = 1, words: bytes = b"") -> bytes:
    """`words` is a remark in it, which shows nothing."""
    head = b"GIF89a" + struct.pack("<HH", width, height) + b"\x80\x00\x00" + b"\x00\x00\x00\xff\xff\xff"
    remark = b"\x21\xfe" + bytes([len(words)]) + words + b"\x00" if words else b""
    picture = b"\x2c" + struct.pack("<HHHH", 0, 0, width, height) + b"\x00\x02\x02\x44\x01\x00"
    return head + remark + picture * pictures + b"\x3b"


def a_jpeg(*, width: int = 1, height: int = 1, sof: int = 0xC0) -> bytes:
    about = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\x00" + bytes(9)
    tables = b"\xff\xc4" + struct.pack(">H", 4) + b"\x00\x00"
    size = bytes([0xFF, sof]) + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + about + tables + size + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x2a" + b"\xff\xd9"


PNG: Final = a_png()
OTHER_PNG: Final = a_png(shade=0)
