"""What has changed in folders of many files: their stamps, compared with those of an earlier look."""

from __future__ import annotations

import os
import stat
import time
from array import array
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from i18n.files.reading import entries_of, read_bytes
from i18n.files.recording import ANOTHER, LARGEST, MISSING, NOTHING, Seen, Stamp, fingerprint, stamp_of
from i18n.problems import HabarError

GRAIN = 2_000_000_000
"""Nanoseconds that a file system may take for one moment: FAT is the coarsest."""
_FIELDS = 3
_ITEM = _FIELDS * array("q").itemsize
_UNCERTAIN = array("q", ANOTHER).tobytes()


class Look(NamedTuple):
    """The files of one folder and their stamps, in a form that is compared at once."""

    names: str
    """Sorted, separated by slashes."""
    stamps: bytes
    folder: bytes = _UNCERTAIN
    """The stamp of the folder itself: while it is the same, so are the names. Of no use where they came just now."""

    @classmethod
    def restored(cls, names: str, packed: bytes) -> Look:
        """The look that was kept as its names and what ``packed`` gave."""
        return cls(names, packed[_ITEM:], packed[:_ITEM])

    def packed(self) -> bytes:
        """All stamps."""
        return self.folder + self.stamps

    def certain(self, begin: int) -> Look:
        """The look without the stamps of files that may have been written to after it with the same stamp.

        :param begin: when the look was taken, in nanoseconds.
        """
        numbers = array("q", self.stamps)
        for at in range(1, len(numbers), _FIELDS):
            if numbers[at] >= begin - GRAIN:
                numbers[at - 1 : at + 2] = array("q", ANOTHER)
        return self._replace(stamps=numbers.tobytes())

    def others(self, before: Look) -> set[str]:
        """The names whose stamps are not what they were, added and removed ones among them."""
        if self[:2] == before[:2]:
            return set()
        if self.names == before.names:
            names = self.names.split("/")
            return {names[at] for at in _differing(self.stamps, before.stamps, 0, len(names))}
        mine, theirs = self._by_name(), before._by_name()
        return {name for name in mine.keys() | theirs.keys() if mine.get(name) != theirs.get(name)}

    def _by_name(self) -> dict[str, bytes]:
        names = self.names.split("/") if self.names else []
        return {name: self.stamps[at * _ITEM : (at + 1) * _ITEM] for at, name in enumerate(names)}


NO_LOOK = Look("", b"")


def _differing(some: bytes, others: bytes, first: int, end: int) -> Iterator[int]:
    """The numbers, from ``first`` on and below ``end``, of stamps that are not the same: few of many, as a rule."""
    span = slice(first * _ITEM, end * _ITEM)
    if some[span] != others[span]:
        if end - first == 1:
            yield first
            return
        middle = (first + end) // 2
        yield from _differing(some, others, first, middle)
        yield from _differing(some, others, middle, end)


def look(folder: str, before: Look = NO_LOOK) -> Look:
    """The files in a folder; nothing where it cannot be read.

    :param before: an earlier look. Where the folder has the stamp that it had then, it is not listed again.
    """
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            own = _own(descriptor)
            names = before.names if own == before.folder != _UNCERTAIN else "/".join(sorted(os.listdir(descriptor)))
            numbers = _stamps(names.split("/") if names else [], descriptor)
            return Look(names, array("q", numbers).tobytes(), own)
        finally:
            os.close(descriptor)
    return NO_LOOK


def _own(folder: int) -> bytes:
    """The stamp of a folder; that of none where names may still come or go without another one."""
    status = os.fstat(folder)
    if max(status.st_mtime_ns, status.st_ctime_ns) >= time.time_ns() - GRAIN:
        return _UNCERTAIN
    return array("q", (status.st_ctime_ns, status.st_mtime_ns, min(status.st_ino, LARGEST))).tobytes()


def _stamps(names: list[str], folder: int) -> list[int]:
    """The fields of ``stamp_of``, one file after the other. Of the tens of thousands of a project, in each build."""
    numbers: list[int] = []
    add, stat = numbers.append, os.stat
    for name in names:
        try:
            status = stat(name, dir_fd=folder)
        except OSError:
            numbers += NOTHING
            continue
        add(status.st_size)
        add(status.st_mtime_ns)
        add(min(status.st_ino, LARGEST))
    return numbers


def seen(path: str) -> Seen:
    """A file as it is now, or a folder, whose path ends in a slash, as a record has them."""
    try:
        status = os.stat(path)
        if path.endswith("/"):
            return Seen(stamp_of(status), fingerprint(repr(entries_of(path[:-1])).encode("utf-8", "surrogatepass")))
        if not stat.S_ISREG(status.st_mode):
            return Seen(stamp_of(status), b"no file")
        return Seen(stamp_of(status), fingerprint(read_bytes(path, path)))
    except (OSError, HabarError):
        return MISSING


def stamp(path: str | os.PathLike[str]) -> Stamp:
    """What the system says of a file now; ``NOTHING`` where there is none."""
    try:
        return stamp_of(os.stat(path))
    except OSError:
        return NOTHING


def unchanged(path: str, known: Seen) -> bool:
    """Whether a file has the stamp it had. Where not, its contents may still be the same."""
    return stamp(path) == known.stamp
