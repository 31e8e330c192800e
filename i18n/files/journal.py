"""What is left to do to a tree of files, as its journal says: by whoever decided it, or by whoever comes next."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from i18n.files.reading import explained, read_if_there
from i18n.files.writing import remove

WAITING = ".staged"
"""The folder in the tree where new files wait."""
JOURNAL = f"{WAITING}/journal"
NEW = f"{WAITING}/new"
"""Where new folders wait: each at the path that it will have in the tree."""
PUT, MOVE, REMOVE = "+", "*", "-"
"""What a line does: with a file, with a new folder, with a file that is to go."""


def flush() -> None:
    """All that was written is on the disk."""
    os.sync()


def recovered(root: Path, *, flushed: bool = True) -> list[str]:
    """Finishes what a process that is no more had decided to do to a tree, and takes back what it had not.

    Returns the files that were removed.

    :param flushed: whether what was done is on the disk before the journal is gone.

    :raises HabarError: H502 with the reason.
    """
    if not os.path.isdir(root / WAITING):
        return []
    data = read_if_there(root / JOURNAL, JOURNAL)
    lines = data.decode("utf-8", "surrogateescape").splitlines() if data else []
    steps = [step for line in lines if len(step := line.split("\t")) == 3 and is_inside(step[2])]
    removed, folders = list[str](), set[str]()
    with explained(str(root), "H502"):
        for kind, waiting, name in steps:
            if kind == PUT and "/" not in waiting:
                _put_in_place(root, f"{root}/{WAITING}/{waiting}", name, folders)
            elif kind == MOVE:
                _move_in_place(root, name, folders)
            elif kind == REMOVE and remove(root, name):
                removed.append(name)
        if data and flushed:
            flush()
        shutil.rmtree(root / WAITING)
    return removed


def _move_in_place(root: Path, name: str, folders: set[str]) -> None:
    """A new folder with all that is in it. Where there is one of this name by now, its files are put into that."""
    waiting = f"{root}/{NEW}/{name}"
    if not Path(waiting).parent.resolve().is_relative_to(root.resolve()):
        raise OSError(f"{waiting} leads out of the tree")
    if not os.path.lexists(f"{root}/{name}"):
        _put_in_place(root, waiting, name, folders)
        return
    for folder, _, found in os.walk(waiting):
        for file in found:
            path = f"{folder}/{file}"
            _put_in_place(root, path, path.removeprefix(f"{root}/{NEW}/"), folders)


def _put_in_place(root: Path, source: str, name: str, folders: set[str]) -> None:
    """:param folders: those that are known to lie in the tree."""
    target = f"{root}/{name}"
    folder = target.rpartition("/")[0]
    if folder not in folders:
        os.makedirs(folder, exist_ok=True)
        if not Path(folder).resolve().is_relative_to(root.resolve()):
            raise OSError(f"{folder} leads out of the tree")
        folders.add(folder)
    with suppress(FileNotFoundError):  # it was put there before
        os.replace(source, target)


def is_inside(name: str) -> bool:
    """Whether a path, as it stands in a list of files, leads to a file below the folder of the list."""
    return bool(name) and not name.startswith("/") and ".." not in name.split("/")
