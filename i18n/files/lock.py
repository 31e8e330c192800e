"""One command at a time in a project: a lock that ends with the process that holds it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from i18n.model import Place
from i18n.problems import HabarError, problem

LOCK = ".habar/lock"
_PATIENCE = 30.0
"""Seconds that a command waits for another one."""
_PAUSE = 0.05


@contextmanager
def locked(root: Path, owner: str, waiting: Callable[[str], object], patience: float = _PATIENCE) -> Iterator[None]:
    """Holds the lock of the project in ``root``, which is a file that says who holds it.

    Where the project has no place for it (it may only be read), or the system knows no such locks, there is none.

    :param owner: who holds it, in one line.
    :param waiting: told once who holds it now, where this is somebody else.
    :param patience: in seconds.
    :raises HabarError: H527 where it is still held after that.
    """
    descriptor = _opened(root / LOCK)
    try:
        if descriptor is not None:
            _take(descriptor, waiting, patience)
            with suppress(OSError):  # on a full disk it is held all the same, by nobody who is named
                os.ftruncate(descriptor, 0)
                os.pwrite(descriptor, f"{owner}\n".encode(), 0)
        yield
    finally:
        if descriptor is not None:
            with suppress(OSError):
                os.ftruncate(descriptor, 0)
            os.close(descriptor)


def _opened(path: Path) -> int | None:
    try:
        path.parent.mkdir(exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | os.O_CLOEXEC, 0o666)
    except OSError:
        return None


def _take(descriptor: int, waiting: Callable[[str], object], patience: float) -> None:
    until = time.monotonic() + patience
    told = False
    while not _try(descriptor):
        owner = os.pread(descriptor, 200, 0).decode("utf-8", "replace").strip() or "another command"
        if not told:
            waiting(owner)
            told = True
        if time.monotonic() >= until:
            raise HabarError(problem("H527", Place(LOCK), f"another command is at work in this project: {owner}"))
        time.sleep(_PAUSE)


def _try(descriptor: int) -> bool:
    try:
        import fcntl
    except ImportError:  # not on Windows
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True
