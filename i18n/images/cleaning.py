"""What an image tells of more than is to be seen in it: where it was taken, when, by which device. It is taken out.

The picture itself stays, byte by byte: nothing is decoded. What a browser needs to show it as before stays, too: its
colours (ICC), how it is turned, its animation; and whose it is. Everything that is not known to be needed goes, so
that what somebody will put into images tomorrow goes as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from zlib import crc32

from i18n.images import exif

_JPEG, _PNG, _RIFF = b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF"
_CUT_OFF = "it ends in the middle"
_MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.DOTALL)
"""In the coded picture of a JPEG: what is neither data nor a point from which to read on."""
_COLOURS = {0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_CHUNKS_PNG = frozenset(
    b"tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs hIST cICP mDCV cLLI acTL fcTL fdAT".split()
)  # fmt: skip
_CHUNKS_WEBP = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_APPLICATIONS = frozenset((b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"))
"""Parts of a GIF that say how often it is shown, and its colours."""


def cleaned(data: bytes) -> bytes:
    """The image without what it tells beside the picture. What was cleaned before stays as it is.

    :param data: of a kind that ``shape`` knows.
    :raises ValueError: it is damaged, in words: then nobody can say what is in it.
    """
    try:
        return b"".join(_parts(data)(data))
    except IndexError as error:
        raise ValueError(_CUT_OFF) from error


def _parts(data: bytes) -> Callable[[bytes], Iterator[bytes]]:
    if data.startswith(_JPEG):
        return _jpeg
    if data.startswith(_PNG):
        return _png
    return _webp if data.startswith(_RIFF) else _gif


def _jpeg(data: bytes) -> Iterator[bytes]:
    """The segments of ITU T.81 that stay. Nothing behind the end of the picture does: phones put films there."""
    first, rest, held = [_JPEG], [], b""
    for marker, content in _segments(data):
        if marker == 0xE0 and content[4:9] == b"JFIF\0":
            first.append(b"\xff\xe0\0\x10" + content[4:16] + b"\0\0")  # without the small picture in it
        elif marker == 0xE1 and content[4:10] == exif.PREFIX:
            held = held or exif.cleaned(content[10:])
        elif _is_picture(marker) or (marker in _COLOURS and content[4:].startswith(_COLOURS[marker])):
            rest.append(content)
    yield from first[:2]
    if held:
        body = exif.PREFIX + held
        yield b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body
    yield from rest


def _is_picture(marker: int) -> bool:
    """Whether a segment is one of the picture: none of an application's (APPn), no comment, no second beginning."""
    return not 0xE0 <= marker <= 0xEF and marker not in (0xFE, 0xD8)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each segment with its marker and its length, that of a scan with its coded data; the end is the last one."""
    position = 2
    while found := _MARKER.search(data, position):
        start, marker = found.end() - 2, data[found.end() - 1]
        end = found.end()
        if marker != 0xD9 and marker not in (0x01, 0xD8):
            end += max(_number(data, end, 2), 2)
        if end > len(data):
            raise IndexError
        if marker == 0xDA:
            behind = _MARKER.search(data, end)
            if behind is None:
                raise IndexError
            end = behind.start()
        yield marker, data[start:end]
        if marker == 0xD9:
            return
        position = end
    raise IndexError


def _png(data: bytes) -> Iterator[bytes]:
    """The chunks that stay: all that decide the picture (their names begin with a capital), and some others."""
    yield _PNG
    position, held = len(_PNG), b""
    chunks = []
    while True:
        size, name = _number(data, position, 4), data[position + 4 : position + 8]
        end = position + 12 + size
        if end > len(data) or len(name) < 4:
            raise IndexError
        if name == b"eXIf":
            held = held or exif.cleaned(data[position + 8 : end - 4])
        elif name[:1].isupper() or name in _CHUNKS_PNG:
            chunks.append(data[position:end])
        if name == b"IEND":
            break
        position = end
    yield chunks[0]
    if held:
        body = b"eXIf" + held
        yield len(held).to_bytes(4, "big") + body + crc32(body).to_bytes(4, "big")
    yield from chunks[1:]


def _webp(data: bytes) -> Iterator[bytes]:
    """The chunks of RFC 9649 that stay."""
    end, position, held = 8 + _number(data, 4, 4, "little"), 12, b""
    chunks: list[tuple[bytes, bytes]] = []
    while position + 8 <= min(end, len(data)):
        name, size = data[position : position + 4], _number(data, position + 4, 4, "little")
        content = data[position + 8 : position + 8 + size]
        if len(content) < size:
            raise IndexError
        if name == b"EXIF":
            held = held or exif.cleaned(content.removeprefix(exif.PREFIX))
        elif name in _CHUNKS_WEBP:
            chunks.append((name, content))
        position += 8 + size + size % 2
    if chunks and chunks[0][0] == b"VP8X":
        flags = chunks[0][1][0] & ~0x0C | (0x08 if held else 0)  # of Exif and XMP
        chunks[0] = (b"VP8X", bytes([flags]) + chunks[0][1][1:])
        chunks += [(b"EXIF", held)] if held else []
    made = b"".join(name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2) for name, body in chunks)
    yield _RIFF + (len(made) + 4).to_bytes(4, "little") + b"WEBP" + made


def _gif(data: bytes) -> Iterator[bytes]:
    """The blocks of GIF89a that stay: the pictures, how they are shown, and no comments."""
    position = 13 + _table(data[10])
    if position > len(data):
        raise IndexError
    yield data[:position]
    while position < len(data) and data[position] != 0x3B:
        start, label = position, data[position + 1]
        if data[position] == 0x2C:
            position = _behind(data, position + 11 + _table(data[position + 9]))
        elif data[position] == 0x21:
            position = _behind(data, position + 2)
        else:
            raise ValueError("it is damaged")
        known = label == 0xFF and data[start + 3 : start + 14] in _APPLICATIONS
        if data[start] == 0x2C or label in (0xF9, 0x01) or known:
            yield data[start:position]
    yield b";"


def _table(flags: int) -> int:
    """Bytes of the colours that follow."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _behind(data: bytes, position: int) -> int:
    """Where a row of blocks ends, each with its length before it, the last one empty."""
    while data[position]:
        position += data[position] + 1
    return position + 1


def _number(data: bytes, position: int, size: int, order: str = "big") -> int:
    if position + size > len(data):
        raise IndexError
    return int.from_bytes(data[position : position + size], order)  # type: ignore[arg-type]
