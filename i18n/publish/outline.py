"""How the text of a page is laid out: which units it shows, in which order, in which lists and below which headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from i18n.model import Document, Only, Skeleton, UnitRef
from i18n.patterns import late

_MARK = late(r"<(/?)(ol|ul|li|h[2-6])\b([^<>]*)>")
_NUMBER = late(r'\b(?:start|value)="([0-9]{1,4})"')
_LAID_OUT = frozenset(("item", "heading"))


class Spot(NamedTuple):
    """Where a unit stands."""

    level: int = 2
    """Of the heading that it is or would be."""
    list: int = 0
    """The list that it stands in, from 1 in the text; 0: none."""
    ordered: bool = False
    """Whether the items of that list have numbers."""
    number: int = 0
    """That of its item."""
    place: int = 0
    """Of its item in the list, from 1."""
    later: bool = False
    """Whether it is not the first text of its item."""


def outline(document: Document) -> dict[str, Spot]:
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

    def spot(self) -> Spot:
        """Of the next text in it."""
        later, self.told = self.told, True
        return Spot(list=self.id, ordered=self.ordered, number=self.number, place=self.place, later=later)


def _walked(parts: Iterable[str | UnitRef]) -> dict[str, Spot]:
    found: dict[str, Spot] = {}
    lists: list[_List] = []
    known, level = 0, 2
    for part in parts:
        if isinstance(part, UnitRef):
            found[part.unit] = lists[-1].spot() if lists else Spot(level)
            continue
        for end, name, attributes in _MARK.findall(part):
            if name[0] == "h":
                level = int(name[1])
            elif name == "li":
                _next(lists, attributes, end)
            elif not end:
                known += 1
                lists.append(_List(known, name == "ol", _number(attributes, 1)))
            elif lists:
                lists.pop()
    return found


def _next(lists: list[_List], attributes: str, end: str) -> None:
    """Another item of the list that is open."""
    if lists and not end:
        lists[-1].number = _number(attributes, lists[-1].number + 1)
        lists[-1].place += 1
        lists[-1].told = False


def _number(attributes: str, other: int) -> int:
    found = _NUMBER.search(attributes)
    return int(found[1]) if found else other


def _flat(parts: Skeleton) -> Iterator[str | UnitRef]:
    for part in parts:
        if isinstance(part, Only):
            yield from _flat(part.parts)
        elif isinstance(part, (str, UnitRef)):
            yield part
