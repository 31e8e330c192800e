"""What is noticed while a Word file is read: numbers of paragraphs, what is left out, what a person must know."""

from __future__ import annotations

from lxml import etree

from i18n.formats.docx.parts import name_of
from i18n.model import LeftOut, Place, Remark

_COUNTED = frozenset(("w:t", "w:delText", "m:t"))
_PARTS_OF_TABLES = frozenset(("w:trPr", "w:tr", "w:tcPr", "w:tc"))


class Paragraphs:
    """Counts the paragraphs of a document that have text, from 1: also those in tables, text boxes and deletions.

    Word processors show no such number, but a person can count.
    """

    def __init__(self, root: etree._Element) -> None:
        self._numbers: dict[etree._Element, int] = {one: 0 for one in root.iter() if name_of(one) == "w:p"}
        texts = (one for one in root.iter() if name_of(one) in _COUNTED and (one.text or "").strip())
        counted = {around for one in texts if (around := self._around(one)) is not None}
        shown = (one for one in self._numbers if one in counted and not is_fallback(one))
        self._numbers.update({one: number for number, one in enumerate(shown, 1)})

    def of(self, element: etree._Element) -> int | None:
        """The number of the paragraph that an element is, stands in or holds; None where there is none."""
        found = self._around(element)
        while found is not None and not self._numbers[found]:
            found = self._around(found.getparent())
        if found is not None:
            return self._numbers[found]
        block = element
        while block.getparent() is not None and name_of(block.getparent()) in _PARTS_OF_TABLES:
            block = block.getparent()
        return next((number for one in block.iter() if (number := self._numbers.get(one))), None)

    def _around(self, element: etree._Element | None) -> etree._Element | None:
        while element is not None and element not in self._numbers:
            element = element.getparent()
        return element


def is_fallback(element: etree._Element) -> bool:
    """Whether it is for old programs only: newer ones read another version of it."""
    return inside(element, "mc:Fallback") > 0


def inside(element: etree._Element, name: str) -> int:
    """How many elements of a name stand around an element."""
    count, above = 0, element.getparent()
    while above is not None:
        count += name_of(above) == name
        above = above.getparent()
    return count


class Found:
    """Gathers what becomes no unit, with its paragraph and the reason."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.left_out: list[LeftOut] = []
        self.remarks: list[Remark] = []

    def place(self, number: int | None) -> Place:
        """The number of a paragraph stands where other formats have a line."""
        return Place(self.path, number or None)

    def leave(self, text: str, number: int | None, rule: str) -> None:
        """A text is left out. One without a letter in it is not worth a word."""
        text = " ".join(text.split())
        if text:
            self.left_out.append(LeftOut(self.place(number), text, rule))

    def miss(self, what: str, text: str, number: int | None) -> None:
        """A reader of the Word file sees something in the text that a page will not have."""
        where = f"paragraph {number}: " if number else ""
        shown = f" “{' '.join(text.split())[:60]}”" if text.strip() else ""
        self.remarks.append(Remark("H159", self.place(number), f"{where}{what}{shown} cannot be taken over"))
        self.leave(text or what, number, what)
