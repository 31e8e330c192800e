"""The folders of a tree that is being written."""

from __future__ import annotations

import os

from i18n.files import staging


class Folders:
    """Makes the folders of a tree, each once."""

    def __init__(self, root: str, *, sweep: bool = False) -> None:
        """:param sweep: what processes that are no more left behind in a folder is taken away."""
        self.known: dict[str, bool] = {}
        """By path: whether it was missing."""
        self._root = root
        self._sweep = sweep

    def made(self, folder: str) -> bool:
        """Makes a folder where it is missing; whether it was.

        :raises OSError: it cannot be made, or a link or a file is in its way.
        """
        known = self.known.get(folder)
        if known is not None:
            return known
        if folder != self._root:
            self.made(folder.rpartition("/")[0])
        try:
            os.makedirs(folder)
            fresh = True
        except FileExistsError:
            if os.path.islink(folder) or not os.path.isdir(folder):
                raise OSError(f"{folder} is in the way: it is not a folder") from None
            if self._sweep:
                staging.sweep(folder)
            fresh = False
        self.known[folder] = fresh
        return fresh
