"""What lies in ``sources/`` while files are imported: by id, and by text."""

from __future__ import annotations

import os
from collections import defaultdict
from hashlib import sha256

from i18n import files, ids
from i18n.config import Project
from i18n.model import Place
from i18n.problems import HabarError, problem


class Shelf:
    """The sources of a project, and those that a command has put or would put there."""

    def __init__(self, project: Project) -> None:
        self._root = project.root
        self._names: dict[str, str] = {}
        self._fresh: set[str] = set()
        self._sizes: defaultdict[int, list[str]] = defaultdict(list)
        self._digests: dict[str, bytes] = {}
        self._holders: dict[bytes, str] = {}
        for file in files.names(project.sources):
            size = files.stamp(project.sources / file).size
            if not file.endswith(".toml") and size >= 0:  # a link that leads nowhere holds no text
                self._names.setdefault(ids.of_file(file), f"sources/{file}")
                self._sizes[size].append(f"sources/{file}")

    def of(self, bulletin: str) -> str | None:
        """The file that has this id."""
        return self._names.get(bulletin)

    def is_fresh(self, bulletin: str) -> bool:
        """Whether this command put it there."""
        return bulletin in self._fresh

    def holds(self, data: bytes) -> str | None:
        """The file with these bytes, whatever its id."""
        for name in self._sizes.pop(len(data), ()):  # only files of this size can have them, and each is read once
            if name not in self._digests:
                self._note(name, files.read_bytes(self._root / name, name))
        return self._holders.get(sha256(data).digest())

    def remember(self, bulletin: str, name: str, data: bytes) -> None:
        """These bytes have the id from now on, and no others."""
        self._names[bulletin] = name
        self._fresh.add(bulletin)
        if name in self._digests:
            self._holders.pop(self._digests[name], None)
        self._note(name, data)

    def _note(self, name: str, data: bytes) -> None:
        digest = sha256(data).digest()
        self._digests[name] = digest
        self._holders.setdefault(digest, name)

    def put(self, name: str, data: bytes) -> None:
        """Writes a file, unless something else came there in the meantime.

        :raises HabarError: H502 with the reason.
        """
        if os.path.islink(self._root / name):
            raise HabarError(problem("H502", Place(name), "a link is in its place"))
        was = files.read_if_there(self._root / name, name)
        try:
            files.write(self._root, name, data, was=was)
        except files.StaleError as error:
            raise HabarError(problem("H502", Place(name), "another program writes to this file")) from error
