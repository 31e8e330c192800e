"""What can be read in one language, in the order of the lists: the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from i18n.publish.alternates import Edition


class Neighbours(NamedTuple):
    """The editions beside one in its language."""

    previous: Edition | None
    """The next older one."""
    next: Edition | None
    """The next newer one."""


ALONE = Neighbours(None, None)


class Listing:
    """The published editions of one language: the newest day first, one day's by id, undated ones last."""

    def __init__(self, editions: Iterable[Edition]) -> None:
        """``editions`` are of one language, each published, in any order."""
        found = sorted(editions, key=lambda edition: edition.bulletin)
        self.editions = tuple(sorted(found, key=lambda edition: edition.day or date.min, reverse=True))

    def __iter__(self) -> Iterator[Edition]:
        return iter(self.editions)

    def __len__(self) -> int:
        return len(self.editions)

    def neighbours(self, bulletin: str) -> Neighbours:
        """The older and the newer one beside a bulletin of the list.

        :raises KeyError: the bulletin is not in the list.
        """
        position = self._positions[bulletin]
        older = self.editions[position + 1] if position + 1 < len(self.editions) else None
        return Neighbours(older, self.editions[position - 1] if position else None)

    @cached_property
    def years(self) -> dict[int | None, tuple[Edition, ...]]:
        """The slices of the archive by year, the newest first; under None, last, what has no date."""
        by_year = groupby(self.editions, lambda row: row.day.year if row.day else None)
        return {year: tuple(rows) for year, rows in by_year}

    def months(self, year: int) -> dict[int, tuple[Edition, ...]]:
        """The slices of one year by month, the newest first."""
        dated = ((row.day.month, row) for row in self.years.get(year, ()) if row.day)
        return {month: tuple(row for _, row in rows) for month, rows in groupby(dated, lambda pair: pair[0])}

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {edition.bulletin: position for position, edition in enumerate(self.editions)}
