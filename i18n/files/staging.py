"""Temporary files: how one is made beside its target, and removed again, by this process or a later one."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from i18n.patterns import late

_TEMPORARY = late(r"\..+\.(\d+)\.tmp\Z")
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def holds(target: str, data: bytes) -> bool:
    """Whether the file is there and has these bytes. What is there and is no file must not be written over."""
    try:
        status = os.lstat(target)
    except FileNotFoundError:
        return False
    if stat.S_ISLNK(status.st_mode):
        return False
    if not stat.S_ISREG(status.st_mode):
        raise OSError("something that is not a regular file is in its place")
    if status.st_size != len(data):
        return False
    with open(target, "rb") as file:
        return file.read() == data


def beside(target: str) -> str:
    """The name of the temporary file for a target."""
    folder, _, name = target.rpartition("/")
    return f"{folder}/.{name}.{os.getpid()}.tmp"


def stage(temporary: str, target: str, data: bytes, *, sync: bool) -> None:
    """Writes the temporary file; with ``sync``, to the disk and with the rights of the target."""
    descriptor = os.open(temporary, _CREATE, 0o666)
    try:
        write_all(descriptor, data)
        if sync:
            _keep_mode(descriptor, target)
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def stage_pieces(temporary: str, pieces: Iterable[bytes]) -> None:
    """Writes a temporary file piece by piece, to the disk."""
    descriptor = os.open(temporary, _CREATE, 0o666)
    try:
        for piece in pieces:
            write_all(descriptor, piece)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def discard(temporary: str) -> None:
    """Removes a temporary file, if it is there."""
    with suppress(OSError):
        os.unlink(temporary)


def write_all(descriptor: int, data: bytes) -> None:
    """Writes all bytes to an open file."""
    written = os.write(descriptor, data)
    while written < len(data):
        written += os.write(descriptor, memoryview(data)[written:])


def _keep_mode(descriptor: int, target: str) -> None:
    with suppress(FileNotFoundError, AttributeError):
        os.fchmod(descriptor, stat.S_IMODE(os.stat(target).st_mode))


def sync_folder(folder: Path) -> None:
    """A rename is on the disk only when its folder is. Systems that cannot open a folder do without."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep(folder: str) -> None:
    """Removes what processes left behind that are no more."""
    for name in os.listdir(folder):
        found = _TEMPORARY.match(name)
        if found and not _alive(int(found[1])):
            discard(f"{folder}/{name}")


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
