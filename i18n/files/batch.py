"""Many files, written whole or not at all, and flushed to the disk together."""

from __future__ import annotations

import os
from pathlib import Path

from i18n.files import staging
from i18n.files.reading import explained, read_if_there, unusable
from i18n.files.tree import Folders
from i18n.files.writing import write

_BATCH = 512


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
        self._folders = Folders(self._root, sweep=True)

    def __enter__(self) -> Batch:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self.flush()
        finally:
            for temporary, _target in self._staged:
                staging.discard(temporary)

    def write(self, name: str, data: bytes) -> None:
        """Puts ``data`` at the relative path ``name`` below the root, at the latest with ``flush``.

        :raises HabarError: H502 with the reason.
        """
        target = f"{self._root}/{name}"
        try:
            fresh = self._folders.made(target.rpartition("/")[0])
            if not fresh and staging.holds(target, data):
                return
            self._stage(target, data)
        except OSError as error:
            raise unusable(name, "H502", error) from error
        if len(self._staged) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Puts everything that was written in its place."""
        if not self._staged:
            return
        with explained(self._root, "H502"):
            self._note()
            os.sync()
            while self._staged:  # the last first: a new ledger, written last, is in its place before what it names
                os.replace(*self._staged[-1])
                self._staged.pop()
                self.changed += 1

    def _stage(self, target: str, data: bytes) -> None:
        temporary = staging.beside(target)
        self._staged.append((temporary, target))  # first, so that an interrupt leaves nothing that is not known
        try:
            staging.stage(temporary, target, data, sync=False)
        except OSError:
            self._staged.pop()
            staging.discard(temporary)
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
