"""A tree of files that changes as a whole: every new file is on the disk before the first is put in its place.

New files wait in a folder of their own in the tree. When all are there and flushed, a journal says what is to be put
where and what is to go, and only then it is done: by renames, which need no room. Up to the journal, nothing in the
tree is another; once it is there, whoever comes next finishes the work. So readers of the tree get the old or the new
state of it, whatever stops the process: an error, a full disk, a signal or a power cut.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from i18n.files import staging
from i18n.files.reading import explained, read_if_there, unusable
from i18n.files.tree import Folders
from i18n.files.writing import remove

WAITING = ".staged"
"""The folder in the tree where new files wait."""
_JOURNAL = f"{WAITING}/journal"
_PUT, _REMOVE = "+", "-"


class Staged(NamedTuple):
    """A file that waits to be put in its place."""

    waiting: str
    """Its name in the waiting folder."""
    name: str
    """Its path in the tree."""


class Commit:
    """Changes to a tree of files, which are made when the block ends well, and not at all when it does not.

    Processes that are forked in the block may write, too: what one of them has to ``take``, the first one ``give``s
    back to itself.
    """

    def __init__(self, root: Path) -> None:
        self.removed: list[str] = []
        """The files that were there and are no more."""
        self._root = str(root)
        self._staged: list[Staged] = []
        self._fresh: list[Staged] = []
        self._doomed: list[str] = []
        self._folders = Folders(self._root)
        self._count = 0

    @property
    def changed(self) -> int:
        """How many files get other bytes."""
        return len(self._staged) + len(self._fresh)

    def __enter__(self) -> Commit:
        """:raises HabarError: H502, the tree cannot be written to."""
        with explained(self._root, "H502"):
            self._folders.made(self._root)
            recovered(Path(self._root))
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            self.give(self.take())
            if kind is None:
                self._put()
        finally:
            if not os.path.exists(f"{self._root}/{_JOURNAL}"):
                self._take_back()

    def write(self, name: str, data: bytes) -> None:
        """The file will have these bytes. It is written now, to the waiting folder, if it has others.

        :raises HabarError: H502 with the reason.
        """
        if set("\t\n\r") & set(name):
            raise ValueError(f"{name!r} cannot stand in a list of files")
        target = f"{self._root}/{name}"
        try:
            fresh = self._folders.made(target.rpartition("/")[0])
            if not fresh and staging.holds(target, data):
                return
            self._stage(name, data)
        except OSError as error:
            raise unusable(name, "H502", error) from error

    def remove(self, name: str) -> None:
        """The file will not be there."""
        self._doomed.append(name)

    def take(self) -> tuple[Staged, ...]:
        """What was written since the last call. The caller is answerable for it from now on."""
        taken, self._fresh = tuple(self._fresh), []
        return taken

    def give(self, staged: tuple[Staged, ...]) -> None:
        """What another process took."""
        self._staged += staged

    def _stage(self, name: str, data: bytes) -> None:
        self._waiting_folder()
        self._count += 1
        staged = Staged(f"{os.getpid()}-{self._count}", name)
        staging.stage(f"{self._root}/{WAITING}/{staged.waiting}", name, data, sync=False)
        self._fresh.append(staged)

    def _put(self) -> None:
        if not self._staged and not self._doomed:
            return
        with explained(self._root, "H502"):
            self._waiting_folder()
            lines = [f"{_PUT}\t{waiting}\t{name}\n" for waiting, name in self._staged]
            lines += [f"{_REMOVE}\t\t{name}\n" for name in self._doomed]
            journal = f"{self._root}/{_JOURNAL}"
            os.sync()  # every new file is on the disk before the journal names it
            staging.stage(f"{journal}.new", journal, "".join(lines).encode("utf-8", "surrogateescape"), sync=True)
            os.replace(f"{journal}.new", journal)
            staging.sync_folder(Path(self._root, WAITING))
            self.removed = recovered(Path(self._root), self._folders.known)

    def _waiting_folder(self) -> None:
        with suppress(FileExistsError):
            os.mkdir(f"{self._root}/{WAITING}")

    def _take_back(self) -> None:
        shutil.rmtree(f"{self._root}/{WAITING}", ignore_errors=True)
        for staged in self._staged:
            with suppress(OSError):  # it holds something
                os.removedirs(f"{self._root}/{staged.name}".rpartition("/")[0])


def recovered(root: Path, known: Collection[str] = ()) -> list[str]:
    """Finishes what a process that is no more had decided to do to a tree, and takes back what it had not.

    Returns the files that were removed.

    :param known: folders that lie in the tree; of the others it is found out.
    :raises HabarError: H502 with the reason.
    """
    if not os.path.isdir(root / WAITING):
        return []
    data = read_if_there(root / _JOURNAL, _JOURNAL)
    lines = data.decode("utf-8", "surrogateescape").splitlines() if data else []
    steps = [step for line in lines if len(step := line.split("\t")) == 3 and is_inside(step[2])]
    removed, folders = [], set(known)
    with explained(str(root), "H502"):
        for kind, waiting, name in steps:
            if kind == _PUT and "/" not in waiting:
                _put_in_place(root, waiting, name, folders)
            elif kind == _REMOVE and remove(root, name):
                removed.append(name)
        if data:
            os.sync()
        shutil.rmtree(root / WAITING)
    return removed


def _put_in_place(root: Path, waiting: str, name: str, folders: set[str]) -> None:
    source, target = f"{root}/{WAITING}/{waiting}", f"{root}/{name}"
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
