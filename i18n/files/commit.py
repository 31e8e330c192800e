"""A tree of files that changes as a whole: every new file is on the disk before the first is put in its place.

New files wait in a folder of their own in the tree; those of a folder that is new, too, wait in it as they will lie
there, and move with it at once. When all are there and flushed, a journal says what is to be put where and what is to
go, and only then it is done: by renames, which need no room. Up to the journal, nothing in the tree is another; once
it is there, whoever comes next finishes the work. So readers of the tree get the old or the new state of it, whatever
stops the process: an error, a full disk, a signal or a power cut.
"""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from i18n.files import staging
from i18n.files.journal import JOURNAL, MOVE, NEW, PUT, REMOVE, WAITING, recovered
from i18n.files.reading import explained, unusable


class Staged(NamedTuple):
    """Files that wait to be put in their places."""

    files: int = 0
    """How many."""
    steps: tuple[str, ...] = ()
    """What will put them there: lines of the journal."""


class Commit:
    """Changes to a tree of files, which are made when the block ends well, and not at all when it does not.

    Processes that are forked in the block may write, too: what one of them has to ``take``, the first one ``give``s
    back to itself.
    """

    def __init__(self, root: Path, *, flushed: bool = True) -> None:
        """
        :param flushed: whether new files are on the disk before they are put in their places. Without that a power cut
            may leave a tree that is partly old: whoever asks for it flushes later, and must not remember it before.
        """
        self._flushed = flushed
        self.removed: list[str] = []
        """The files that were there and are no more."""
        self._root = str(root)
        self._given, self._files = 0, 0
        self._steps: dict[str, None] = {}
        self._fresh: dict[str, None] = {}
        self._replaced: set[str] = set()
        """Files of the tree that get other bytes: of two writes the last counts, even if it is what is there."""
        self._doomed: list[str] = []
        self._tops: dict[str, str] = {}
        """By folder: the first folder of its path that is not in the tree; empty where all are."""
        self._count = 0
        self._made = False

    @property
    def changed(self) -> int:
        """How many files get other bytes."""
        return self._given + self._files

    def __enter__(self) -> Commit:
        """:raises HabarError: H502, the tree cannot be written to."""
        with explained(self._root, "H502"):
            self._made = not os.path.isdir(self._root)
            if self._made:
                os.makedirs(self._root)
            elif os.path.islink(self._root):
                raise OSError(f"{self._root} is in the way: it is not a folder")
            recovered(Path(self._root))
            self._tops[""] = ""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            self.give(self.take())
            if kind is None:
                self._put()
        finally:
            if not os.path.exists(f"{self._root}/{JOURNAL}"):
                shutil.rmtree(f"{self._root}/{WAITING}", ignore_errors=True)
                if self._made:
                    with suppress(OSError):  # it holds something
                        os.removedirs(self._root)

    def write(self, name: str, data: bytes) -> None:
        """The file will have these bytes. It is written now, to the waiting folder, if it has others.

        :raises HabarError: H502 with the reason.
        """
        if "\t" in name or "\n" in name or "\r" in name:
            raise ValueError(f"{name!r} cannot stand in a list of files")
        folder = name.rpartition("/")[0]
        try:
            top = self._tops.get(folder)
            if top is None:
                top = self._top(folder)
            if top:
                staging.stage(f"{self._root}/{NEW}/{name}", name, data, sync=False)
                self._fresh[f"{MOVE}\t\t{top}\n"] = None
                self._files += 1
            elif name in self._replaced or not staging.holds(f"{self._root}/{name}", data):
                self._stage(name, data)
        except OSError as error:
            raise unusable(f"{os.path.basename(self._root)}/{name}", "H502", error) from error

    def remove(self, name: str) -> None:
        """The file will not be there."""
        self._doomed.append(name)

    def take(self) -> Staged:
        """What was written since the last call. The caller is answerable for it from now on."""
        taken = Staged(self._files, tuple(self._fresh))
        self._files, self._fresh = 0, {}
        return taken

    def give(self, staged: Staged) -> None:
        """What another process took."""
        self._given += staged.files
        self._steps |= dict.fromkeys(staged.steps)
        self._replaced |= {step.split("\t")[2][:-1] for step in staged.steps if step.startswith(PUT)}

    def _top(self, folder: str) -> str:
        """See ``_tops``. A folder that is not there is made in the waiting folder.

        :raises OSError: it cannot be made, or a link or a file is in its way.
        """
        if folder in self._tops:
            return self._tops[folder]
        top = self._top(folder.rpartition("/")[0])
        if not top and not _is_folder(f"{self._root}/{folder}"):
            top = folder
            os.makedirs(f"{self._root}/{NEW}/{folder}", exist_ok=True)
        elif top:
            with suppress(FileExistsError):  # by another process
                os.mkdir(f"{self._root}/{NEW}/{folder}")
        self._tops[folder] = top
        return top

    def _stage(self, name: str, data: bytes) -> None:
        if not self._count:
            self._waiting_folder()
        self._count += 1
        waiting = f"{os.getpid()}-{self._count}"
        staging.stage(f"{self._root}/{WAITING}/{waiting}", name, data, sync=False)
        self._fresh[f"{PUT}\t{waiting}\t{name}\n"] = None
        self._replaced.add(name)
        self._files += 1

    def _put(self) -> None:
        if not self._steps and not self._doomed:
            return
        with explained(self._root, "H502"):
            self._waiting_folder()
            lines = [*self._steps, *(f"{REMOVE}\t\t{name}\n" for name in self._doomed)]
            journal = f"{self._root}/{JOURNAL}"
            data = "".join(lines).encode("utf-8", "surrogateescape")
            if self._flushed:
                os.sync()  # every new file is on the disk before the journal names it
            staging.stage(f"{journal}.new", journal, data, sync=self._flushed)
            os.replace(f"{journal}.new", journal)
            if self._flushed:
                staging.sync_folder(Path(self._root, WAITING))
            self.removed = recovered(Path(self._root), flushed=self._flushed)

    def _waiting_folder(self) -> None:
        with suppress(FileExistsError):
            os.mkdir(f"{self._root}/{WAITING}")


def _is_folder(path: str) -> bool:
    """Whether there is a folder.

    :raises OSError: there is something else.
    """
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return False
    if not stat.S_ISDIR(mode):
        raise OSError(f"{path} is in the way: it is not a folder")
    return True
