"""What a piece of work read: every file and folder that it asked for, and what was in it then.

Whoever remembers the result of the work can find out later whether it would be the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from typing import NamedTuple

from i18n.lately import lately


class Stamp(NamedTuple):
    """What the system says of a file. Where it is another one, the contents may be."""

    size: int
    mtime: int
    """In nanoseconds."""
    inode: int


class Seen(NamedTuple):
    """A file or a folder as it was when it was read."""

    stamp: Stamp
    digest: bytes
    """Of the bytes of a file, or of the names in a folder."""


NOTHING = Stamp(-1, -1, -1)
"""There is no file."""
ANOTHER = Stamp(-2, -2, -2)
"""Equals no stamp of a file: the contents decide."""
MISSING = Seen(NOTHING, b"")

Record = dict[str, Seen]
"""By path as it was asked for; a folder's ends in a slash."""

_records: list[Record] = []
LARGEST = 2**63 - 1
"""What a number of a file may be where it is kept."""


@contextmanager
def recording() -> Iterator[Record]:
    """Records what is read through this door while the block runs."""
    record: Record = {}
    _records.append(record)
    try:
        yield record
    finally:
        _records.remove(record)


def note(path: str | os.PathLike[str], status: os.stat_result | None, content: bytes) -> None:
    """Adds a file that was read to the records; ``status`` from before it was read, None where it could not be."""
    if not _records:
        return
    name, seen = os.fspath(path), Seen(stamp_of(status), fingerprint(content)) if status else MISSING
    for record in _records:
        known = record.setdefault(name, seen)
        if known.digest != seen.digest:  # somebody wrote to it meanwhile, and both contents were used
            record[name] = Seen(ANOTHER, b"?")


def note_folder(folder: str | os.PathLike[str], entries: list[tuple[str, bool]] | None) -> None:
    """Adds a folder to the records: the names in it, and which of them are folders; None where there is none."""
    if _records:
        path = os.fspath(folder)
        status = os.stat(path) if entries is not None else None
        note(f"{path}/", status, repr(entries).encode("utf-8", "surrogatepass"))


def stamp_of(status: os.stat_result) -> Stamp:
    return Stamp(status.st_size, status.st_mtime_ns, min(status.st_ino, LARGEST))


@lately
def fingerprint(content: bytes) -> bytes:
    """What tells contents from others. What was just read is mostly asked for twice."""
    return blake2b(content, digest_size=16).digest()
