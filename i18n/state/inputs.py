"""Which files each result was made from, and which of them have changed since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from i18n import files
from i18n.files import Look, Record, Seen, Stamp
from i18n.state.store import Store


class Inputs:
    """The files that a project's results depend on.

    :param folders: where most of them lie, relative to ``root``, each with a slash at its end. Their stamps are looked
        at folder by folder; those of other files one by one.
    """

    def __init__(self, store: Store, root: Path, folders: Sequence[str]) -> None:
        self._db = store.connection
        self._root = f"{root}/"
        self._folders = folders
        self._looks: dict[str, Look] = {}

    def changed(self, begin: int) -> set[str]:
        """The paths of all inputs whose contents are not what they were, a folder's by its names.

        :param begin: the time in nanoseconds. A file that was written to at about this time is read again next time.
        """
        doubtful = {path for folder in self._folders for path in self._others(folder, begin)}
        doubtful |= {path for path, known in self.alone().items() if not files.unchanged(self._root + path, known)}
        return {path for path in doubtful if self._is_another(path)}

    def alone(self) -> dict[str, Seen]:
        """The inputs that lie in none of the folders, as they were."""
        rows = self._db.execute("SELECT path, size, mtime, inode, digest FROM inputs WHERE alone")
        return {_restored(path): Seen(Stamp(*stamp), digest) for path, *stamp, digest in rows}

    def owners(self, paths: Iterable[str]) -> set[str]:
        """Whose results were made from any of the paths."""
        found = (self._db.execute("SELECT owner FROM uses WHERE path = ?", (_stored(path),)) for path in paths)
        return {owner for rows in found for (owner,) in rows}

    def use(self, owner: str, record: Record, begin: int) -> None:
        """From now on the owner's result is made from what was recorded."""
        self.drop(owner)
        seen = [(self._relative(path), known) for path, known in record.items()]
        self._db.executemany("INSERT OR IGNORE INTO uses VALUES (?, ?)", [(_stored(path), owner) for path, _ in seen])
        self._db.executemany(
            "INSERT OR REPLACE INTO inputs VALUES (?, ?, ?, ?, ?, ?)",
            [(_stored(path), *_certain(known, begin), known.digest, self._is_alone(path)) for path, known in seen],
        )

    def digest(self, path: str) -> bytes | None:
        """What tells the contents of a file from others, as they were; None where they are not known."""
        row = self._db.execute("SELECT digest FROM inputs WHERE path = ?", (path,)).fetchone()
        return row[0] if row else None

    def drop(self, owner: str) -> None:
        """The owner has no result any more."""
        self._db.execute("DELETE FROM uses WHERE owner = ?", (owner,))

    def keep(self) -> None:
        """Remembers the stamps that ``changed`` found."""
        for folder, found in self._looks.items():
            self._db.execute(
                "INSERT OR REPLACE INTO folders VALUES (?, ?, ?)", (folder, _stored(found.names), found.packed())
            )
        self._db.execute("DELETE FROM inputs WHERE alone AND path NOT IN (SELECT path FROM uses)")

    def _others(self, folder: str, begin: int) -> set[str]:
        row = self._db.execute("SELECT names, stamps FROM folders WHERE path = ?", (folder,)).fetchone()
        before = Look.restored(_restored(row[0]), row[1]) if row else files.NO_LOOK
        found = files.look(self._root + folder, before)
        names = found.others(before)
        if names or not row or found.folder != before.folder:
            self._looks[folder] = found.certain(begin)
        return {folder + name for name in names} | ({folder} if found.names != before.names else set())

    def _is_another(self, path: str) -> bool:
        row = self._db.execute("SELECT digest FROM inputs WHERE path = ?", (_stored(path),)).fetchone()
        return row is not None and files.seen(self._root + path).digest != row[0]

    def _is_alone(self, path: str) -> bool:
        folder = path if path.endswith("/") else path[: path.rfind("/") + 1]
        return folder not in self._folders

    def _relative(self, path: str) -> str:
        return path.removeprefix(self._root)


def _certain(known: Seen, begin: int) -> Stamp:
    return known.stamp if known.stamp.mtime < begin - files.GRAIN else files.ANOTHER


_ODD = "\1"
"""Begins what is stored of names that are no UTF-8: those from an archive of another system, for example."""


def _stored(path: str) -> str:
    """The path as a text that a database takes."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return _ODD + path.encode("utf-8", "surrogatepass").decode("latin-1")
    return path


def _restored(text: str) -> str:
    if text.startswith(_ODD):
        return text[len(_ODD) :].encode("latin-1").decode("utf-8", "surrogatepass")
    return text
