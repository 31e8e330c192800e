"""The table of what exists, as it is kept between builds: rows go in, and what makers may see of it comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter

from i18n.model import LocaleTag
from i18n.publish import Calendar, Edition, Excerpt, Neighbours, Slice
from i18n.state import Chosen, Editions, Row, Store
from i18n.workflow.keeping import edition, text_of

UNDATED = 0
_position = itemgetter(0)


def row_of(editions: Sequence[Edition]) -> list[Row]:
    """A bulletin's editions, in the order of the site's languages, as the table keeps them."""
    return [
        Row(position, one.published, one.day.toordinal() if one.day else UNDATED, text_of(one))
        for position, one in enumerate(editions)
    ]


class Table:
    """The editions of all bulletins, and what has become of them in this build."""

    def __init__(self, store: Store, locales: tuple[LocaleTag, ...], *, new: bool) -> None:
        """``new``: the table is empty, and nobody asks for what has become of single rows."""
        self._rows = Editions(store)
        self._locales = locales
        self._new = new
        self._changes: set[tuple[int, bool, int]] = set()
        self.moved: set[str] = set()
        """Bulletins whose neighbours may be others now."""

    def put(self, bulletin: str, rows: Sequence[Row]) -> None:
        """A bulletin's rows from now on; none where nothing of it is anywhere."""
        if self._new:
            self._rows.put(bulletin, rows)
            self.moved.add(bulletin)
            return
        before, after = set(self._rows.of(bulletin)), set(rows)
        beside = self.named(bulletin)
        self._note(bulletin, before - after)
        self._rows.put(bulletin, rows)
        self._rows.set_beside(bulletin, beside.items())
        self._note(bulletin, after - before)

    @property
    def changed(self) -> bool:
        """Whether any row has become another in this build."""
        return bool(self._changes)

    def touched(self, part: Slice) -> bool:
        """Whether anything in a part of the table has become another in this build."""
        first, last = _days(part)
        place = self._locales.index(part.locale) if part.locale else None
        return any(
            first <= day <= last and (place is None or (listed and position == place))
            for position, listed, day in self._changes
        )

    def misnamed(self) -> set[str]:
        """The bulletins that moved and whose pages name other neighbours than they have now."""
        if self._new:
            return {bulletin for _, rows in groupby(self._rows.in_order(), _position) for bulletin in _misnamed(rows)}
        return {bulletin for bulletin in self.moved if self._beside(bulletin) != self.named(bulletin)}

    def _beside(self, bulletin: str) -> dict[int, bytes]:
        """By the position of a language: what tells the neighbours in its list from others."""
        return {
            row.position: digest([near[1] if near else "" for near in self._rows.beside(bulletin, row)])
            for row in self._rows.of(bulletin)
            if row.listed
        }

    def named(self, bulletin: str) -> dict[int, bytes]:
        """The same of the neighbours that the pages of a bulletin name; empty where they have not been made."""
        return dict(self._rows.was_beside(bulletin))

    def name(self, bulletin: str, beside: dict[int, bytes]) -> None:
        """The pages of a bulletin name these neighbours now."""
        self._rows.set_beside(bulletin, beside.items())

    def neighbours(self, bulletin: str) -> dict[LocaleTag, Neighbours]:
        """Beside which editions a bulletin stands in the lists, by language."""
        return {
            self._locales[row.position]: Neighbours(*map(_edition, self._rows.beside(bulletin, row)))
            for row in self._rows.of(bulletin)
            if row.listed
        }

    def excerpt(self, part: Slice, calendar: Calendar) -> Excerpt:
        """What the maker of a list sees."""
        chosen = Chosen(self._locales.index(part.locale) if part.locale else None, *_days(part))
        if part.newest is not None:
            chosen = chosen._replace(most=part.newest)
        return Excerpt(part, tuple(map(edition, self._rows.select(chosen))), calendar)

    def calendar(self) -> Calendar:
        """How many bulletins each language has in which month."""
        return {locale: _months(self._rows.days(place)) for place, locale in enumerate(self._locales)}

    def _note(self, bulletin: str, rows: Set[Row]) -> None:
        """Rows that go or come: lists change where they stand, and so do the pages beside them."""
        for row in rows:
            self._changes.add((row.position, row.listed, row.day))
            self.moved.add(bulletin)
            if row.listed:
                self.moved.update(near[0] for near in self._rows.beside(bulletin, row) if near)


def _misnamed(rows: Iterator[tuple[int, str, str, bytes]]) -> Iterator[str]:
    """The same of one whole list, the newest first: each row stands between the one before and the one behind it."""
    newer, row = "", next(rows, None)
    while row:
        older = next(rows, None)
        _, bulletin, data, named = row
        if named != digest([older[2] if older else "", newer]):
            yield bulletin
        newer, row = data, older


def digests(neighbours: Mapping[LocaleTag, Neighbours], locales: tuple[LocaleTag, ...]) -> dict[int, bytes]:
    """By the position of a language: what tells neighbours from others, as ``Table.name`` remembers it."""
    return {
        place: digest([text_of(one) if one else "" for one in neighbours[locale]])
        for place, locale in enumerate(locales)
        if locale in neighbours
    }


def digest(texts: Iterable[str]) -> bytes:
    return blake2b("\0".join(texts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _edition(near: tuple[str, str] | None) -> Edition | None:
    return edition(near[1]) if near else None


def _days(part: Slice) -> tuple[int, int]:
    """The first and the last day of a slice."""
    if part.year is None:
        return UNDATED, Chosen().last
    if part.year == UNDATED:
        return UNDATED, UNDATED
    month, year = part.month, part.year
    first = date(year, month or 1, 1).toordinal()
    year, month = (year, month + 1) if month and month < 12 else (year + 1, 1)
    return first, (date(year, month, 1).toordinal() - 1 if year <= date.max.year else date.max.toordinal())


def _months(days: Sequence[tuple[int, int]]) -> tuple[tuple[int, int, int], ...]:
    counts: Counter[tuple[int, int]] = Counter()
    for day, count in days:
        found = date.fromordinal(day) if day else None
        counts[(found.year, found.month) if found else (UNDATED, UNDATED)] += count
    return tuple((*month, counts[month]) for month in counts)  # the newest first, as the days are
