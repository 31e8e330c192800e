"""What was found out about each bulletin, and which files its pages, and each list, are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from i18n.state.store import Store


class Result(NamedTuple):
    """What is remembered of one piece of work. Texts are its owner's business."""

    owner: str
    file: str = ""
    """By which the results are ordered."""
    pages: int = 0
    remarks: str = ""
    """What has to be reported each time."""
    held: str = ""
    """Until when it is another, once that time has come."""


class Names(NamedTuple):
    """What has become of the files of an owner."""

    gone: set[str]
    came: set[str]


class Results:
    """The results of a build by their owners, and the files that each of them made."""

    def __init__(self, store: Store) -> None:
        self._db = store.connection

    def put(self, result: Result, sizes: Mapping[str, int]) -> Names:
        """Remembers a result and its files."""
        self._db.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?)", result)
        return self.own(result.owner, sizes)

    def own(self, owner: str, sizes: Mapping[str, int]) -> Names:
        """Remembers which files an owner made, and how long they are."""
        before, now = self.sizes(owner).keys(), sizes.keys()
        self._db.executemany(
            "DELETE FROM outputs WHERE owner = ? AND name = ?", [(owner, name) for name in before - now]
        )
        made = [(owner, name, size) for name, size in sizes.items()]
        self._db.executemany("INSERT OR REPLACE INTO outputs VALUES (?, ?, ?)", made)
        return Names(before - now, now - before)

    def drop(self, owner: str) -> Names:
        """Forgets a result and its files."""
        self._db.execute("DELETE FROM results WHERE owner = ?", (owner,))
        return self.own(owner, {})

    def sizes(self, owner: str) -> dict[str, int]:
        """The files that an owner made, and how long they are."""
        return dict(self._db.execute("SELECT name, size FROM outputs WHERE owner = ?", (owner,)))

    def made(self) -> Iterator[tuple[str, str, int]]:
        """Every file of the site: its owner, its name, how long it is."""
        return iter(self._db.execute("SELECT owner, name, size FROM outputs"))

    def all_names(self) -> list[str]:
        """Every file of the site, sorted."""
        return sorted({name for (name,) in self._db.execute("SELECT name FROM outputs")})

    def owners(self, prefix: str) -> set[str]:
        """The owners of files that begin with a prefix."""
        found = self._db.execute(
            "SELECT DISTINCT owner FROM outputs WHERE owner >= ? AND owner < ?", (prefix, prefix + "\uffff")
        )
        return {owner for (owner,) in found}

    def files(self) -> dict[str, str]:
        """Every owner of a result with its file."""
        return dict(self._db.execute("SELECT owner, file FROM results ORDER BY file"))

    def file(self, owner: str) -> str | None:
        """The file of one owner; None: there is no such result."""
        found = self._db.execute("SELECT file FROM results WHERE owner = ?", (owner,)).fetchone()
        return found[0] if found else None

    def remarks(self) -> Iterator[str]:
        """Everything that has to be reported, in the order of the files."""
        return (text for (text,) in self._db.execute("SELECT remarks FROM results WHERE remarks <> '' ORDER BY file"))

    def held(self) -> dict[str, str]:
        """The results that another time makes others."""
        return dict(self._db.execute("SELECT owner, held FROM results WHERE held <> ''"))

    def pages(self) -> int:
        """The pages of all bulletins."""
        (pages,) = self._db.execute("SELECT COALESCE(SUM(pages), 0) FROM results").fetchone()
        return int(pages)
