"""The table of what exists, kept between builds, in the order of the lists: the newest day first, then by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from i18n.state.store import Store

_LAST = 10_000_000
"""A day later than any, counted from the first day of the year 1."""
_HELD = "listed AND position = :position AND day BETWEEN :first AND :last"


class Row(NamedTuple):
    """One bulletin in one language."""

    position: int
    """Of the language, among those of the site."""
    listed: bool
    """Whether lists show it."""
    day: int
    """Counted from the first day of the year 1; 0: it has none."""
    data: str
    """All that is known of it."""


class Chosen(NamedTuple):
    """A part of the table."""

    position: int | None = None
    """What is listed in one language; None: everything in all of them."""
    first: int = 0
    last: int = _LAST
    """The days."""
    most: int = -1
    """Bulletins; -1: all."""


class Editions:
    """The rows of all bulletins. Data are texts of the caller; two are the same if they are equal."""

    def __init__(self, store: Store) -> None:
        self._db = store.connection

    def of(self, bulletin: str) -> list[Row]:
        """A bulletin in every language."""
        found = self._db.execute(
            "SELECT position, listed, day, data FROM editions WHERE bulletin = ? ORDER BY position", (bulletin,)
        )
        return [Row(position, bool(listed), day, data) for position, listed, day, data in found]

    def listed(self, bulletin: str) -> list[int] | None:
        """The positions of the languages in which lists show it; None: it has no rows."""
        found = self._db.execute("SELECT position, listed FROM editions WHERE bulletin = ?", (bulletin,)).fetchall()
        return [position for position, listed in found if listed] if found else None

    def put(self, bulletin: str, rows: Sequence[Row]) -> None:
        """The bulletin in every language; none: there is no such bulletin any more."""
        self._db.execute("DELETE FROM editions WHERE bulletin = ?", (bulletin,))
        self._db.executemany("INSERT INTO editions VALUES (?, ?, ?, ?, ?, x'')", [(bulletin, *row) for row in rows])

    def select(self, chosen: Chosen) -> list[str]:
        """The data of a part of the table."""
        if chosen.position is not None:
            asked = f"SELECT data FROM editions WHERE {_HELD} ORDER BY day DESC, bulletin LIMIT :most"  # noqa: S608
        else:
            asked = """SELECT data FROM editions WHERE bulletin IN (
                SELECT bulletin FROM editions WHERE position = 0 AND day BETWEEN :first AND :last
                ORDER BY day DESC, bulletin LIMIT :most
            ) ORDER BY day DESC, bulletin, position"""
        return [data for (data,) in self._db.execute(asked, chosen._asdict())]

    def days(self, position: int) -> list[tuple[int, int]]:
        """Each day with the number of bulletins that are listed in a language, the newest first."""
        asked = "SELECT day, COUNT(*) FROM editions WHERE listed AND position = ? GROUP BY day ORDER BY day DESC"
        return self._db.execute(asked, (position,)).fetchall()

    def beside(self, bulletin: str, row: Row) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
        """Id and data of the older and the newer bulletin in the list of a language."""
        at = {"position": row.position, "day": row.day, "bulletin": bulletin}
        older = ("day = :day AND bulletin > :bulletin ORDER BY bulletin", "day < :day ORDER BY day DESC, bulletin")
        newer = ("day = :day AND bulletin < :bulletin ORDER BY bulletin DESC", "day > :day ORDER BY day, bulletin DESC")
        return self._first(at, *older), self._first(at, *newer)

    def in_order(self) -> Iterator[tuple[int, str, str, bytes]]:
        """Position, bulletin and data of all that is listed, list by list, and what ``set_beside`` remembered."""
        asked = (
            "SELECT position, bulletin, data, beside FROM editions WHERE listed ORDER BY position, day DESC, bulletin"
        )
        return iter(self._db.execute(asked))

    def was_beside(self, bulletin: str) -> list[tuple[int, bytes]]:
        """What was remembered last of the neighbours of a bulletin, by position, where lists show it."""
        asked = "SELECT position, beside FROM editions WHERE bulletin = ? AND listed"
        return self._db.execute(asked, (bulletin,)).fetchall()

    def set_beside(self, bulletin: str, neighbours: Iterable[tuple[int, bytes]]) -> None:
        """Remembers the neighbours that the pages of a bulletin name, by position."""
        self._db.executemany(
            "UPDATE editions SET beside = ? WHERE bulletin = ? AND position = ?",
            [(digest, bulletin, position) for position, digest in neighbours],
        )

    def _first(self, at: Mapping[str, object], *steps: str) -> tuple[str, str] | None:
        for step in steps:
            asked = f"SELECT bulletin, data FROM editions WHERE listed AND position = :position AND {step} LIMIT 1"  # noqa: S608
            for bulletin, data in self._db.execute(asked, at):
                return bulletin, data
        return None
