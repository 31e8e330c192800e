"""Putting a file in the place of another one that nobody may have written to since it was read.

Linux can exchange two files in one step (``renameat2``). What was in the place is then looked at, and put back where
it is not what was expected. Elsewhere the file is looked at just before it is replaced.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache

from i18n.files.reading import read_if_there

_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE


def put(temporary: str, target: str, name: str, was: bytes | None) -> bool:
    """Renames the temporary file to the target if that still holds what it ``was`` (None: there is no file).

    Returns whether it did. Where it did not, the target holds what somebody else wrote last.

    :raises OSError: where the file system does not do it.
    """
    if was is None:
        return _new(temporary, target)
    with _Kept() as kept:
        kept.add(temporary)
        if _exchange(temporary, target):
            return _looked_at(temporary, target, name, was, kept)
    if read_if_there(target, name) != was:
        return False
    os.replace(temporary, target)
    return True


def _looked_at(temporary: str, target: str, name: str, was: bytes, kept: _Kept) -> bool:
    """After an exchange: ends it where the file is what it ``was``, else puts back what was saved last."""
    if read_if_there(temporary, name) == was:
        os.unlink(temporary)
        return True
    while True:  # what comes out is newer than what went in, until it is what went in
        kept.add(temporary)
        if not _exchange(temporary, target) or kept.put_before(temporary):
            return False


class _Kept:
    """The files that were put in the place, held open: the number of a file that is open is not used again."""

    def __init__(self) -> None:
        self._descriptors: list[int] = []

    def __enter__(self) -> _Kept:
        return self

    def __exit__(self, *_: object) -> None:
        for descriptor in self._descriptors:
            os.close(descriptor)

    def add(self, path: str) -> None:
        self._descriptors.append(os.open(path, os.O_RDONLY))

    def put_before(self, path: str) -> bool:
        """Whether a file is the one that was put in the place before the last one."""
        return os.path.samestat(os.stat(path), os.fstat(self._descriptors[-2]))


def _new(temporary: str, target: str) -> bool:
    try:
        os.link(temporary, target)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if os.path.lexists(target):
            return False
        os.replace(temporary, target)
        return True
    os.unlink(temporary)
    return True


def _exchange(one: str, other: str) -> bool:
    """Lets two files change places in one step; False where that cannot be done or one of them is not there."""
    rename = _renameat2()
    return rename is not None and rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0


@cache
def _renameat2() -> Callable[[int, bytes, int, bytes, int], int] | None:
    import ctypes

    try:
        found = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError, TypeError):
        return None
    found.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
    return found
