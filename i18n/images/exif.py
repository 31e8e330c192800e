"""What stays of Exif data (CIPA DC-008) in an image: how it is turned, whose it is. No place, no camera, no day."""

from __future__ import annotations

from typing import NamedTuple

PREFIX = b"Exif\0\0"
"""Stands before the data in JPEG files, and in some WebP files."""
_ORIENTATION, _ARTIST, _COPYRIGHT = 0x0112, 0x013B, 0x8298
_ASCII, _SHORT = 2, 3
_MOST_ENTRIES = 512
_LONGEST = 1000
"""Bytes of a name."""


class _Entry(NamedTuple):
    tag: int
    kind: int
    value: bytes
    """As many bytes as it has, in big-endian order."""


def orientation(data: bytes) -> int:
    """How a camera was held: 1 to 8; 1 where the data do not say so."""
    for entry in _entries(data):
        if entry.tag == _ORIENTATION:
            return int.from_bytes(entry.value, "big")
    return 1


def cleaned(data: bytes) -> bytes:
    """The Exif data, without ``PREFIX``, that may be published; none where nothing of them may."""
    found = {entry.tag: entry for entry in _entries(data)}
    if orientation(data) == 1:
        found.pop(_ORIENTATION, None)
    return _written([found[tag] for tag in sorted(found)]) if found else b""


def _entries(data: bytes) -> list[_Entry]:
    """The entries that stay, as far as they can be read."""
    order = "little" if data[:2] == b"II" else "big"

    def number(position: int, size: int) -> int:
        return int.from_bytes(data[position : position + size], order)  # type: ignore[arg-type]

    found = []
    directory = number(4, 4)
    for place in range(min(number(directory, 2), _MOST_ENTRIES)):
        at = directory + 2 + 12 * place
        tag, kind, count = number(at, 2), number(at + 2, 2), number(at + 4, 4)
        if tag == _ORIENTATION and 1 <= number(at + 8, 2) <= 8:
            found.append(_Entry(tag, _SHORT, number(at + 8, 2).to_bytes(2, "big")))
        elif tag in (_ARTIST, _COPYRIGHT) and kind == _ASCII and 0 < count <= _LONGEST:
            start = at + 8 if count <= 4 else number(at + 8, 4)
            if len(value := data[start : start + count]) == count:
                found.append(_Entry(tag, kind, value))
    return found


def _written(entries: list[_Entry]) -> bytes:
    """One directory behind the header, the longer values behind it."""
    values, lines = b"", []
    first = 8 + 2 + 12 * len(entries) + 4
    for tag, kind, value in entries:
        count = len(value) if kind == _ASCII else 1
        where = value.ljust(4, b"\0") if len(value) <= 4 else (first + len(values)).to_bytes(4, "big")
        values += value if len(value) > 4 else b""
        lines.append(tag.to_bytes(2, "big") + kind.to_bytes(2, "big") + count.to_bytes(4, "big") + where)
    return b"MM\0*\0\0\0\x08" + len(entries).to_bytes(2, "big") + b"".join(lines) + bytes(4) + values
