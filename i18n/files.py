"""The door to the file system: bounded reading, and writing that is whole or not at all.

A write goes to a temporary file in the same folder, is flushed to the disk and then renamed, and
happens only when the bytes differ. A temporary file is called ``.<name>.<process>.tmp``; one that a
killed process left behind is removed when its folder is next written to.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from i18n.model import Place
from i18n.problems import HabarError, problem

MAX_BYTES = 64 * 1024 * 1024
"""More than any bulletin or catalog: 100,000 entries take some 40 MiB."""

_BATCH = 512
_TEMPORARY = re.compile(r"\..+\.(\d+)\.tmp\Z")
# O_NONBLOCK: opening a named pipe that nobody writes to must not wait for ever. Neither exists everywhere.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: str | Path, shown: str) -> bytes:
    """The bytes of a regular file.

    :param shown: how the file is called in messages.
    :raises HabarError: H501 where it cannot be read, is no regular file, or is larger than ``MAX_BYTES``.
    """
    with _explained(shown, "H501"):
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
    with _explained(folder.name, "H501"):
        return sorted(entry.name for entry in os.scandir(folder) if entry.is_file() and not entry.name.startswith("."))


def folders(folder: Path) -> list[str]:
    """The names of the folders in a folder, sorted; none where there is no folder. Hidden ones are left out.

    :raises HabarError: H501 where the folder cannot be read.
    """
    if not folder.is_dir():
        return []
    with _explained(folder.name, "H501"):
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


class StaleError(Exception):
    """Somebody else wrote to the file after it was read."""


_ANYTHING = b"\0anything"


def write(root: Path, name: str, data: bytes, *, was: bytes | None = _ANYTHING) -> bool:
    """Puts ``data`` at the relative path ``name`` below ``root`` in one step. Returns whether a byte changed.

    A link to a file inside ``root`` is written through; one that leads outside is refused.

    :param was: what the file held when ``data`` was made from it, or None for no file. Where it is given
        and the file holds something else by now, nothing is written.
    :raises HabarError: H502 with the reason; the file that was there is whole.
    :raises StaleError: the file is no longer what it ``was``.
    """
    with _explained(name, "H502"):
        target = (root / name).resolve()
        if not target.is_relative_to(root.resolve()):
            raise OSError("it is a link that leads out of the project")
        target.parent.mkdir(parents=True, exist_ok=True)
        if _holds(str(target), data):
            return False
        _sweep(str(target.parent))
        temporary = _beside(str(target))
        try:
            _stage(temporary, str(target), data, sync=True)
            _still(target, name, was)
            os.replace(temporary, target)
        except BaseException:  # an interrupt, too
            _discard(temporary)
            raise
        _sync_folder(target.parent)
        return True


def remove(root: Path, name: str) -> bool:
    """Removes the file ``name`` below ``root``, and its folders as far as they are empty then.

    Returns whether it was there.

    :raises HabarError: H502 with the reason.
    """
    path = root / name
    with _explained(name, "H502"):
        if not os.path.islink(path) and not path.is_file():
            return False
        if not path.parent.resolve().is_relative_to(root.resolve()):
            raise OSError("it lies behind a link that leads out of the project")
        path.unlink()
        for folder in path.parents:
            if folder == root or any(os.scandir(folder)):
                break
            folder.rmdir()
        return True


class Batch:
    """Many files, each written whole or not at all, flushed to the disk together.

    One flush of the file system for some hundred files costs a fraction of one for each file. No
    file is renamed into place before its bytes are on the disk. Used as a context: an exception
    takes back what is not in its place yet.

    :param ledger: a file below ``root`` with a relative path in each line. Before a file is put in its place its
        path is added there, so that a later run knows of it even where this one is killed.
    """

    def __init__(self, root: Path, ledger: str | None = None) -> None:
        self.changed = 0
        """How many files got other bytes."""
        self._root = str(root)
        self._ledger = ledger
        self._staged: list[tuple[str, str]] = []
        self._folders: dict[str, bool] = {}

    def __enter__(self) -> Batch:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self.flush()
        finally:
            for temporary, _target in self._staged:
                _discard(temporary)

    def write(self, name: str, data: bytes) -> None:
        """Puts ``data`` at the relative path ``name`` below the root, at the latest with ``flush``.

        :raises HabarError: H502 with the reason.
        """
        target = f"{self._root}/{name}"
        try:
            fresh = self._folder(target.rpartition("/")[0])
            if not fresh and _holds(target, data):
                return
            self._stage(target, data)
        except OSError as error:
            raise _problem(name, "H502", error) from error
        if len(self._staged) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Puts everything that was written in its place."""
        if not self._staged:
            return
        with _explained(self._root, "H502"):
            self._note()
            os.sync()
            while self._staged:  # the last first: a new ledger, written last, is in its place before what it names
                os.replace(*self._staged[-1])
                self._staged.pop()
                self.changed += 1

    def _stage(self, target: str, data: bytes) -> None:
        temporary = _beside(target)
        self._staged.append((temporary, target))  # first, so that an interrupt leaves nothing that is not known
        try:
            _stage(temporary, target, data, sync=False)
        except OSError:
            self._staged.pop()
            _discard(temporary)
            raise

    def _note(self) -> None:
        """Adds what is about to be put in its place to the ledger, unless a new ledger is among it."""
        coming = {target[len(self._root) + 1 :] for _, target in self._staged}
        if self._ledger is None or self._ledger in coming:
            return
        data = read_if_there(Path(self._root, self._ledger), self._ledger) or b""
        known = set(data.decode("utf-8", "replace").splitlines())
        if coming - known:
            write(Path(self._root), self._ledger, "".join(f"{name}\n" for name in sorted(known | coming)).encode())

    def _folder(self, folder: str) -> bool:
        """Makes a folder where it is missing; whether it was. A link in its way is refused."""
        known = self._folders.get(folder)
        if known is not None:
            return known
        if folder != self._root:
            self._folder(folder.rpartition("/")[0])
        try:
            os.makedirs(folder)
            fresh = True
        except FileExistsError:
            if os.path.islink(folder) or not os.path.isdir(folder):
                raise OSError(f"{folder} is in the way: it is not a folder") from None
            _sweep(folder)
            fresh = False
        self._folders[folder] = fresh
        return fresh


def _read_all(descriptor: int, size: int) -> bytes:
    parts = []
    while part := os.read(descriptor, max(size + 1, 4096)):
        parts.append(part)
        if sum(map(len, parts)) > MAX_BYTES:
            raise OSError("it grows while it is read")
    return b"".join(parts)


def _holds(target: str, data: bytes) -> bool:
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


def _beside(target: str) -> str:
    """The name of the temporary file for a target."""
    folder, _, name = target.rpartition("/")
    return f"{folder}/.{name}.{os.getpid()}.tmp"


def _stage(temporary: str, target: str, data: bytes, *, sync: bool) -> None:
    descriptor = os.open(temporary, _CREATE, 0o666)
    try:
        _write_all(descriptor, data)
        if sync:
            _keep_mode(descriptor, target)
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _still(target: Path, name: str, was: bytes | None) -> None:
    if was is not _ANYTHING and read_if_there(target, name) != was:
        raise StaleError(name)


def _discard(temporary: str) -> None:
    with suppress(OSError):
        os.unlink(temporary)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _keep_mode(descriptor: int, target: str) -> None:
    with suppress(FileNotFoundError, AttributeError):
        os.fchmod(descriptor, stat.S_IMODE(os.stat(target).st_mode))


def _sync_folder(folder: Path) -> None:
    """A rename is on the disk only when its folder is. Systems that cannot open a folder do without."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sweep(folder: str) -> None:
    for name in os.listdir(folder):
        found = _TEMPORARY.match(name)
        if found and not _alive(int(found[1])):
            _discard(f"{folder}/{name}")


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


@contextmanager
def _explained(shown: str, code: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _problem(shown, code, error) from error


def _problem(shown: str, code: str, error: OSError) -> HabarError:
    done = "read" if code == "H501" else "written"
    return HabarError(problem(code, Place(shown), f"the file cannot be {done}: {error.strerror or error}"))
