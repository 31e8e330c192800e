"""Bounded reading of regular files, and how the errors of the file system are told."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from i18n.model import Place
from i18n.problems import HabarError, problem

MAX_BYTES = 64 * 1024 * 1024
"""More than any bulletin or catalog: 100,000 entries take some 40 MiB."""

# O_NONBLOCK: opening a named pipe that nobody writes to must not wait for ever. Neither exists everywhere.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_HIDDEN = (".", "~$")
"""How files begin that are nobody's text. Word keeps a ~$ file beside each one that is open."""


def read_bytes(path: str | Path, shown: str) -> bytes:
    """The bytes of a regular file.

    :param shown: how the file is called in messages.
    :raises HabarError: H501 where it cannot be read, is no regular file, or is larger than ``MAX_BYTES``.
    """
    with explained(shown, "H501"):
        descriptor = os.open(path, _READ)
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise OSError("it is not a regular file")
            if status.st_size > MAX_BYTES:
                raise OSError(f"it is larger than {MAX_BYTES // 1024 // 1024} MiB")
            return _read_all(descriptor, status.st_size)
        finally:
            os.close(descriptor)


def read_if_there(path: str | Path, shown: str) -> bytes | None:
    """The bytes of a file, or None where there is none.

    :raises HabarError: as ``read_bytes``.
    """
    try:
        return read_bytes(path, shown)
    except HabarError as error:
        if isinstance(error.__cause__, FileNotFoundError) and not os.path.islink(path):
            return None
        raise


def names(folder: Path) -> list[str]:
    """The names of the files in a folder, sorted; none where there is no folder. Hidden ones are left out.

    :raises HabarError: H501 where the folder cannot be read.
    """
    if not folder.is_dir():
        return []
    with explained(folder.name, "H501"):
        return sorted(
            entry.name for entry in os.scandir(folder) if entry.is_file() and not entry.name.startswith(_HIDDEN)
        )


def folders(folder: Path) -> list[str]:
    """The names of the folders in a folder, sorted; none where there is no folder. Hidden ones are left out.

    :raises HabarError: H501 where the folder cannot be read.
    """
    if not folder.is_dir():
        return []
    with explained(folder.name, "H501"):
        return sorted(entry.name for entry in os.scandir(folder) if entry.is_dir() and not entry.name.startswith("."))


def beginning(path: str, size: int) -> bytes:
    """The first bytes of a regular file; none where it cannot be read."""
    with suppress(OSError):
        descriptor = os.open(path, _READ)
        try:
            return os.read(descriptor, size) if stat.S_ISREG(os.fstat(descriptor).st_mode) else b""
        finally:
            os.close(descriptor)
    return b""


def _read_all(descriptor: int, size: int) -> bytes:
    parts = []
    while part := os.read(descriptor, max(size + 1, 4096)):
        parts.append(part)
        if sum(map(len, parts)) > MAX_BYTES:
            raise OSError("it grows while it is read")
    return b"".join(parts)


@contextmanager
def explained(shown: str, code: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unusable(shown, code, error) from error


def unusable(shown: str, code: str, error: OSError) -> HabarError:
    done = "read" if code == "H501" else "written"
    return HabarError(problem(code, Place(shown), f"the file cannot be {done}: {error.strerror or error}"))
