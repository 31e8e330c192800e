"""How the text of a page is laid out: which units it shows, in which order, in which lists and below which headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from i18n.lately import lately
from i18n.model import Document, Only, Skeleton, UnitRef
from i18n.patterns import late

_MARK = late(r"<(/?)(ol|ul|li|h[2-6]|table|tr|td|th)\b([^<>]*)>")
_NUMBER = late(r'\b(?:start|value|colspan)="([0-9]{1,4})"')
_ROWS = late(r'\browspan="([0-9]{1,4})"')
_WIDEST = 100
"""Columns that one cell is believed to take."""
_MOST = 200
"""Columns that cells of earlier rows are believed to take."""
_LAID_OUT = frozenset(("item", "heading", "cell", "note"))


class Spot(NamedTuple):
    """Where a unit stands."""

    level: int = 2
    """Of the heading that it is or would be."""
    list: int = 0
    """The list or the table that it stands in, from 1 in the text; 0: none."""
    ordered: bool = False
    """Whether the items of that list have numbers."""
    number: int = 0
    """That of its item."""
    place: int = 0
    """Of its item in the list, from 1."""
    later: bool = False
    """Whether it is not the first text of its item."""
    row: int = 0
    """Of its cell in the table, from 1; 0: it stands in none."""
    column: int = 0
    head: bool = False
    """Whether the cell says what stands below or beside it."""


@lately
def outline(document: Document) -> Mapping[str, Spot]:
    """The units that a page shows around and below its title, in its order, but for captions: they go with images."""
    parts = _flat((*document.above, *document.body))
    if any(unit.role in _LAID_OUT for unit in document.units):
        found = _walked(parts)
    else:
        found = dict.fromkeys([part.unit for part in parts if isinstance(part, UnitRef)], Spot())
    for picture in document.pictures:
        if picture.file:
            found.pop(picture.caption, None)
    return found


class _List:
    """A list that is open."""

    def __init__(self, id: int, ordered: bool, first: int) -> None:
        self.id, self.ordered, self.number, self.place, self.told = id, ordered, first - 1, 0, True

    def item(self, attributes: str) -> None:
        """Another item begins."""
        self.number = _number(attributes, self.number + 1)
        self.place += 1
        self.told = False

    def spot(self) -> Spot:
        """Of the next text in it."""
        later, self.told = self.told, True
        return Spot(list=self.id, ordered=self.ordered, number=self.number, place=self.place, later=later)


class _Walk:
    """Follows the markup of a page, and says where what comes next stands."""

    def __init__(self) -> None:
        self._lists: list[_List] = []
        self._known, self._level = 0, 2
        self._row = self._column = self._next = 0
        self._head = False
        self._held: dict[int, int] = {}
        """The columns that cells take, and in how many rows from here on."""

    def spot(self) -> Spot:
        if self._column:
            return Spot(list=self._known, row=self._row, column=self._column, head=self._head)
        return self._lists[-1].spot() if self._lists else Spot(self._level)

    def read(self, markup: str) -> None:
        for end, name, attributes in _MARK.findall(markup):
            if name[0] == "h":
                self._level = int(name[1])
            elif name[0] == "t":
                self._table(end, name, attributes)
            else:
                self._list(end, name, attributes)

    def _table(self, end: str, name: str, attributes: str) -> None:
        if name == "table":
            self._row = self._column = 0
            self._held = {}
            self._known += 1
        elif name == "tr" and not end:
            self._row, self._column, self._next = self._row + 1, 0, 1
            self._held = {column: rows - 1 for column, rows in self._held.items() if rows > 1}
        elif name != "tr" and not end:
            self._head = name == "th"
            self._cell(min(_number(attributes, 1), _WIDEST), _ROWS.search(attributes))

    def _cell(self, columns: int, rows: re.Match[str] | None) -> None:
        """The next cell stands in the first column that none takes."""
        while self._next in self._held:
            self._next += 1
        self._column, self._next = self._next, self._next + columns
        if rows and len(self._held) < _MOST:
            self._held.update(dict.fromkeys(range(self._column, self._next), int(rows[1])))

    def _list(self, end: str, name: str, attributes: str) -> None:
        if name != "li":
            if not end:
                self._known += 1
                self._lists.append(_List(self._known, name == "ol", _number(attributes, 1)))
            elif self._lists:
                self._lists.pop()
        elif self._lists and not end:
            self._lists[-1].item(attributes)


def _walked(parts: Iterable[str | UnitRef]) -> dict[str, Spot]:
    found: dict[str, Spot] = {}
    walk = _Walk()
    for part in parts:
        if isinstance(part, UnitRef):
            found[part.unit] = walk.spot()
        else:
            walk.read(part)
    return found


def _number(attributes: str, other: int) -> int:
    found = _NUMBER.search(attributes)
    return int(found[1]) if found else other


def _flat(parts: Skeleton) -> Iterator[str | UnitRef]:
    for part in parts:
        if isinstance(part, Only):
            yield from _flat(part.parts)
        elif isinstance(part, (str, UnitRef)):
            yield part
