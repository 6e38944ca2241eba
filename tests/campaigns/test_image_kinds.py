"""What would break: a file that is named an image and is none, one that moves, a size that is read wrong, a hang."""

import zlib
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.image import imsave

from campaigns.image_kinds import Shape, kind_of, shape_of
from tests.some_images import a_chunk, a_gif, a_jpeg, a_png

RIGHT = [
    (a_png(width=3, height=7), Shape("image/png", 3, 7)),
    (a_png(moves=True), Shape("image/png", 1, 1, moves=True)),
    (a_gif(width=300, height=2), Shape("image/gif", 300, 2)),
    (a_gif(words=b"a , and a ; and a ! in it"), Shape("image/gif", 1, 1)),
    (a_gif(pictures=2), Shape("image/gif", 1, 1, moves=True)),
    (a_jpeg(width=640, height=480), Shape("image/jpeg", 640, 480)),
    (a_jpeg(width=5, height=6, sof=0xC2), Shape("image/jpeg", 5, 6)),  # progressive
    (a_jpeg() + b"what a camera adds behind the end", Shape("image/jpeg", 1, 1)),
]


@pytest.mark.parametrize(("content", "shape"), RIGHT)
def test_kind_size_and_movement_are_read_from_the_bytes(content: bytes, shape: Shape) -> None:
    assert shape_of(content) == shape
    assert kind_of(content) == shape.kind


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif"])
def test_what_another_program_makes_is_read_too(kind: str) -> None:
    made = BytesIO()
    imsave(made, np.zeros((9, 14, 3)), format=kind)
    assert shape_of(made.getvalue()) == Shape(f"image/{kind}", 14, 9)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"BM" + bytes(60),
        b"RIFF\x10\x00\x00\x00WEBPVP8 ",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<html><body>Not found</body></html>",
        a_png(width=0),
        a_gif(height=0),
        a_gif(pictures=0),
        a_jpeg(width=0),
        b"\x89PNG\r\n\x1a\n" + a_chunk(b"IDAT", zlib.compress(b"\0\0")) + a_chunk(b"IEND", b""),
    ],
)
def test_anything_else_is_no_image(content: bytes) -> None:
    assert shape_of(content) is None


@pytest.mark.parametrize("content", [a_png(), a_gif(), a_jpeg()])
def test_one_that_breaks_off_anywhere_is_no_image(content: bytes) -> None:
    assert [shape_of(content[:length]) for length in range(len(content))] == [None] * len(content)


@given(
    st.sampled_from([content for content, _ in RIGHT]), st.lists(st.tuples(st.integers(0, 999), st.integers(0, 255)))
)
def test_no_bytes_make_it_fail(content: bytes, changes: list[tuple[int, int]]) -> None:
    changed = bytearray(content)
    for at, byte in changes:
        changed[at % len(changed)] = byte
    found = shape_of(bytes(changed))
    assert found is None or (found.width > 0 and found.height > 0)
