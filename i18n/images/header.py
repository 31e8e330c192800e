"""What an image is, from its own first bytes: PNG (W3C), JPEG (ITU T.81, with Exif), GIF (89a), WebP (RFC 9649).

Nothing is decoded, so a small file that unfolds into gigabytes does no harm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from i18n.images import exif

KINDS = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp", "gif": "image/gif"}
"""The media type by the ending of the file's name."""
_NO_SIZE = frozenset((0xC4, 0xC8, 0xCC))
"""JPEG markers between those that say the size (SOF) and do not say it."""
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
"""JPEG markers without anything behind them."""
_TURNED = frozenset((5, 6, 7, 8))
"""Exif orientations in which an image lies on its side. Browsers turn it."""
_MOST_SEGMENTS = 10_000


class Shape(NamedTuple):
    """What kind of image a file is, and its size as it is shown."""

    kind: str
    """A key of ``KINDS``."""
    width: int
    """In pixels."""
    height: int


def shape(data: bytes) -> Shape:
    """The shape of an image.

    :raises ValueError: what is wrong, in words: it is no image of these kinds, or is damaged.
    """
    for begins, read in _READERS:
        if data.startswith(begins):
            try:
                found = read(data)
            except IndexError as error:
                raise ValueError("it ends in the middle") from error
            if found.width < 1 or found.height < 1:
                raise ValueError("it says that it has no size")
            return found
    raise ValueError("it is no JPEG, PNG, WebP or GIF image")


def _png(data: bytes) -> Shape:
    if data[12:16] != b"IHDR":
        raise ValueError("it is damaged at its beginning")
    if b"IEND" not in data[-1024:]:
        raise ValueError("it ends in the middle")
    return Shape("png", _number(data, 16, 4), _number(data, 20, 4))


def _gif(data: bytes) -> Shape:
    return Shape("gif", data[6] | data[7] << 8, data[8] | data[9] << 8)


def _jpeg(data: bytes) -> Shape:
    if b"\xff\xd9" not in data:
        raise ValueError("it ends in the middle")
    turned = False
    for marker, start, end in _segments(data):
        if marker == 0xE1 and data[start : start + 6] == exif.PREFIX:
            turned = exif.orientation(data[start + 6 : end]) in _TURNED
        elif 0xC0 <= marker <= 0xCF and marker not in _NO_SIZE:
            height, width = _number(data, start + 1, 2), _number(data, start + 3, 2)
            return Shape("jpg", height, width) if turned else Shape("jpg", width, height)
    raise ValueError("it says nowhere how large it is")


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """The marker of each segment before the picture itself, and where its content begins and ends."""
    position = 2
    for _ in range(_MOST_SEGMENTS):
        if data[position] != 0xFF:
            raise ValueError("it is damaged at its beginning")
        while data[position] == 0xFF:
            position += 1
        marker = data[position]
        position += 1
        if marker in _ALONE:
            continue
        if marker in (0xD9, 0xDA):  # the picture begins or ends
            return
        end = position + _number(data, position, 2)
        yield marker, position + 2, end
        position = max(end, position + 2)


def _webp(data: bytes) -> Shape:
    if data[8:12] != b"WEBP":
        raise ValueError("it is no JPEG, PNG, WebP or GIF image")
    if len(data) < int.from_bytes(data[4:8], "little"):
        raise ValueError("it ends in the middle")
    chunk = data[12:16]
    if chunk == b"VP8X":
        return Shape("webp", _little(data, 24, 3) + 1, _little(data, 27, 3) + 1)
    if chunk == b"VP8L" and data[20] == 0x2F:
        bits = _little(data, 21, 4)
        return Shape("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if chunk == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        return Shape("webp", _little(data, 26, 2) & 0x3FFF, _little(data, 28, 2) & 0x3FFF)
    raise ValueError("it is damaged at its beginning")


def _number(data: bytes, position: int, size: int) -> int:
    if position + size > len(data):
        raise IndexError
    return int.from_bytes(data[position : position + size], "big")


def _little(data: bytes, position: int, size: int) -> int:
    if position + size > len(data):
        raise IndexError
    return int.from_bytes(data[position : position + size], "little")


_READERS: tuple[tuple[bytes, Callable[[bytes], Shape]], ...] = (
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"\xff\xd8\xff", _jpeg),
    (b"GIF87a", _gif),
    (b"GIF89a", _gif),
    (b"RIFF", _webp),
)
