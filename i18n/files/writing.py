"""Single files, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from i18n.files import staging, swap
from i18n.files.reading import explained


class StaleError(Exception):
    """Somebody else wrote to the file after it was read."""


_ANYTHING = b"\0anything"
_ADD = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def write(root: Path, name: str, data: bytes, *, was: bytes | None = _ANYTHING) -> bool:
    """Puts ``data`` at the relative path ``name`` below ``root`` in one step. Returns whether a byte changed.

    A link to a file inside ``root`` is written through; one that leads outside is refused.

    :param was: what the file held when ``data`` was made from it, or None for no file. Where it is given
        and the file holds something else by now, nothing is written.
    :raises HabarError: H502 with the reason; the file that was there is whole.
    :raises StaleError: the file is no longer what it ``was``.
    """
    with explained(name, "H502"):
        target = _target(root, name)
        if staging.holds(str(target), data):
            return False
        staging.sweep(str(target.parent))
        temporary = staging.beside(str(target))
        try:
            staging.stage(temporary, str(target), data, sync=True)
            done = _placed(temporary, str(target), name, was)
        except BaseException:  # an interrupt, too
            staging.discard(temporary)
            raise
        if not done:
            staging.discard(temporary)
            raise StaleError(name)
        staging.sync_folder(target.parent)
        return True


def copy(root: Path, name: str, pieces: Iterable[bytes]) -> None:
    """Writes a file that is larger than memory, in one step, at the relative path ``name`` below ``root``.

    :raises HabarError: H502 with the reason, or what ``pieces`` raises; a file that was there is whole.
    """
    with explained(name, "H502"):
        target = _target(root, name)
        staging.sweep(str(target.parent))
        temporary = staging.beside(str(target))
        try:
            staging.stage_pieces(temporary, pieces)
            os.replace(temporary, target)
        except BaseException:  # an interrupt, too
            staging.discard(temporary)
            raise
        staging.sync_folder(target.parent)


def append(root: Path, name: str, data: bytes) -> None:
    """Adds ``data`` to the end of a file at the relative path ``name`` below ``root``, or begins one with it.

    It is not flushed: a power cut may leave a part of it. So whoever reads the file must do without.

    :raises HabarError: H502 with the reason.
    """
    with explained(name, "H502"):
        descriptor = os.open(_target(root, name), _ADD, 0o666)
        try:
            staging.write_all(descriptor, data)
        finally:
            os.close(descriptor)


def _target(root: Path, name: str) -> Path:
    """Where a file lies in truth; its folder is made.

    :raises OSError: outside ``root``.
    """
    target = Path(os.path.realpath(root / name))  # of a loop of links, the path itself
    if not target.is_relative_to(root.resolve()):
        raise OSError("it is a link that leads out of the project")
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _placed(temporary: str, target: str, name: str, was: bytes | None) -> bool:
    if was is not _ANYTHING:
        return swap.put(temporary, target, name, was)
    os.replace(temporary, target)
    return True


def remove(root: Path, name: str) -> bool:
    """Removes the file ``name`` below ``root``, and its folders as far as they are empty then.

    Returns whether it was there.

    :raises HabarError: H502 with the reason.
    """
    path = root / name
    with explained(name, "H502"):
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
