"""What an image says of itself in its first bytes; what is damaged is told, whatever it is."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.images import Shape, mark, marked, shape

DATA = Path(__file__).parent / "data"
JPEG, PNG = (DATA / "small.jpg").read_bytes(), (DATA / "small.png").read_bytes()
LOSSY, OTHER = (DATA / "lossy.webp").read_bytes(), (DATA / "other.webp").read_bytes()
GIF = b"GIF89a" + struct.pack("<HH", 24, 16) + b"\0\0\0;"


def riff(chunk: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


def inner(data: bytes, name: bytes) -> bytes:
    """The chunk of this name in a WebP file, as a file of its own: the simple format, without metadata."""
    return riff(data[data.index(name) :])


def exif(orientation: int, order: str) -> bytes:
    """The JPEG with what a camera writes when it is held like this."""
    tiff = struct.pack(
        f"{order}2sHIHHHIHHI", b"II" if order == "<" else b"MM", 42, 8, 1, 0x0112, 3, 1, orientation, 0, 0
    )
    segment = b"Exif\0\0" + tiff
    return JPEG[:2] + b"\xff\xe1" + struct.pack(">H", 2 + len(segment)) + segment + JPEG[2:]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (JPEG, "jpg"),
        (PNG, "png"),
        (GIF, "gif"),
        (LOSSY, "webp"),
        (OTHER, "webp"),
        (inner(LOSSY, b"VP8 "), "webp"),
        (inner(OTHER, b"VP8L"), "webp"),
    ],
)
def test_kinds_and_sizes(data: bytes, kind: str) -> None:
    assert shape(data) == Shape(kind, 24, 16)


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_that_lies_on_its_side_is_measured_as_it_is_shown(orientation: int, order: str) -> None:
    assert shape(exif(orientation, order)) == (Shape("jpg", 24, 16) if orientation < 5 else Shape("jpg", 16, 24))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no JPEG, PNG, WebP or GIF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no JPEG, PNG, WebP or GIF"),
        (b"RIFF\x10\0\0\0WAVEfmt ", "no JPEG, PNG, WebP or GIF"),
        (JPEG[:400], "ends in the middle"),
        (JPEG[:2] + JPEG[-2:], "damaged|nowhere"),
        (PNG[:200], "ends in the middle"),
        (LOSSY[:300], "ends in the middle"),
        (GIF[:8], "ends in the middle"),
        (b"GIF89a\0\0\0\0", "no size"),
        (PNG.replace(b"IHDR", b"IHXX"), "damaged"),
    ],
)
def test_what_is_damaged_is_told(data: bytes, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        shape(data)


@given(st.sampled_from([JPEG, PNG, GIF, LOSSY, OTHER, exif(6, "<"), inner(OTHER, b"VP8L")]), st.data())
def test_any_bytes_have_a_shape_or_are_told(data: bytes, drawn: st.DataObject) -> None:
    broken = bytearray(data)
    for _ in range(drawn.draw(st.integers(0, 6))):
        broken[drawn.draw(st.integers(0, min(len(broken), 80) - 1))] = drawn.draw(st.integers(0, 255))
    try:
        found = shape(bytes(broken[: drawn.draw(st.integers(0, len(broken)))]))
    except ValueError as error:
        assert str(error)
    else:
        assert found.width > 0
        assert found.height > 0


def test_many_segments_end() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        shape(b"\xff\xd8" + b"\xff\xe2\x00\x02" * 500_000 + b"\xff\xd9")


def test_marks_are_replaced_and_nothing_else() -> None:
    assert marked(f"a{mark(3)}b{mark(12)} 3", lambda number: f"<{number}>") == "a<3>b<12> 3"
    assert marked("no mark", lambda number: "") == "no mark"
