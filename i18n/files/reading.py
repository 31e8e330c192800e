"""Bounded reading of regular files, and how the errors of the file system are told."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from i18n.files.recording import note, note_folder
from i18n.model import Place
from i18n.problems import HabarError, problem

MAX_BYTES = 64 * 1024 * 1024
"""More than any bulletin or catalog: 100,000 entries take some 40 MiB."""

_PIECE = 1024 * 1024

# O_NONBLOCK: opening a named pipe that nobody writes to must not wait for ever. Neither exists everywhere.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_HIDDEN = (".", "~$")
"""How files begin that are nobody's text. Word keeps a ~$ file beside each one that is open."""


def read_bytes(path: str | Path, shown: str) -> bytes:
    """The bytes of a regular file.

    :param shown: how the file is called in messages.
    :raises HabarError: H501 where it cannot be read, is no regular file, or is larger than ``MAX_BYTES``.
    """
    try:
        status, data = _read(path)
    except OSError as error:
        note(path, None, b"")
        raise unusable(shown, "H501", error) from error
    note(path, status, data)
    return data


def _read(path: str | Path) -> tuple[os.stat_result, bytes]:
    descriptor = os.open(path, _READ)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError("it is not a regular file")
        if status.st_size > MAX_BYTES:
            raise OSError(f"it is larger than {MAX_BYTES // 1024 // 1024} MiB")
        return status, _read_all(descriptor, status.st_size)
    finally:
        os.close(descriptor)


def pieces(path: str | Path, shown: str) -> Iterator[bytes]:
    """The bytes of a regular file of any size, a mebibyte at a time.

    :raises HabarError: H501 where it cannot be read or is no regular file.
    """
    with explained(shown, "H501"):
        descriptor = os.open(path, _READ)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise OSError("it is not a regular file")
            while part := os.read(descriptor, _PIECE):
                yield part
        finally:
            os.close(descriptor)


def digest(path: str | Path, shown: str) -> str | None:
    """The SHA-256 of a file of any size; None where there is none.

    :raises HabarError: as ``pieces``.
    """
    whole = sha256()
    try:
        for piece in pieces(path, shown):
            whole.update(piece)
    except HabarError as error:
        if isinstance(error.__cause__, FileNotFoundError) and not os.path.islink(path):
            return None
        raise
    return whole.hexdigest()


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


def there(path: str | Path) -> bool:
    """Whether there is a file, or anything else, of this name."""
    found = os.path.lexists(path)
    if not found:
        note(path, None, b"")
    return found


def names(folder: Path) -> list[str]:
    """The names of the files in a folder, sorted; none where there is no folder. Hidden ones are left out.

    :raises HabarError: H501 where the folder cannot be read.
    """
    return [name for name, is_folder in _noted(folder) if not is_folder and not name.startswith(_HIDDEN)]


def folders(folder: Path) -> list[str]:
    """The names of the folders in a folder, sorted; none where there is no folder. Hidden ones are left out.

    :raises HabarError: H501 where the folder cannot be read.
    """
    return [name for name, is_folder in _noted(folder) if is_folder and not name.startswith(".")]


def _noted(folder: Path) -> list[tuple[str, bool]]:
    if not folder.is_dir():
        note_folder(folder, None)
        return []
    with explained(str(folder), "H501"):
        found = entries_of(folder)
        note_folder(folder, found)
        return found


def entries_of(folder: str | Path) -> list[tuple[str, bool]]:
    """The names of the files and folders in a folder, sorted, and whether each is a folder.

    A link that leads nowhere, or to itself, is among the files: whoever reads it says so.
    """
    with os.scandir(folder) as entries:
        kinds = [(entry.name, _is_folder(entry)) for entry in entries]
    return sorted((name, is_folder) for name, is_folder in kinds if is_folder is not None)


def _is_folder(entry: os.DirEntry[str]) -> bool | None:
    """None: neither a file nor a folder."""
    try:
        if entry.is_dir():
            return True
        return False if entry.is_file() or entry.is_symlink() else None
    except OSError:  # a loop of links
        return False


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
    most = max(size + 1, 4096)
    part = os.read(descriptor, most)
    if len(part) == size:  # all that it had when it was looked at, and there was no more to be had
        return part
    parts = []
    while part:
        parts.append(part)
        part = os.read(descriptor, most)
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
