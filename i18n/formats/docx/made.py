"""The text of a Word file, made anew with nothing in it but what is taken over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from i18n.formats.docx.numbering import Label
from i18n.formats.docx.parts import W


def w(name: str) -> str:
    """The full name of an element or attribute."""
    return f"{{{W}}}{name}"


def add(parent: etree._Element, name: str, text: str | None = None, /, **attributes: str) -> etree._Element:
    """A new last child, with attributes of the same namespace."""
    made: Any = etree.SubElement(parent, w(name), {w(key): value for key, value in attributes.items()})
    made.text = text
    return made


MOST_ELEMENTS = 80_000
"""Of a text: what a book has. A bulletin has some hundred."""


@dataclass(slots=True)
class Made:
    """A paragraph that was taken over."""

    serial: int
    """From 1: names it in what comes out of the converter."""
    element: etree._Element
    number: int | None
    """Its number in the Word file."""
    text: str
    heading: int | None
    """The level of its style, 0 for the title."""
    bold: bool
    """Whether all of its text is."""
    centred: bool
    top: bool
    """Whether it stands neither in a table nor in a text box nor in a note."""
    quote: bool
    label: Label | None
    level: int = 0
    """Of its list, from 0."""
    role: str = ""
    """``title``, ``date`` or ``note`` where it is one."""


@dataclass(slots=True)
class Text:
    """All that was taken over."""

    body: etree._Element
    paragraphs: list[Made] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)
    """By their new numbers, from 1."""
    links: dict[str, int] = field(default_factory=dict)
    """The numbers of addresses, from 1."""

    @property
    def size(self) -> int:
        """How many elements it has."""
        return sum(1 for part in (self.body, *self.notes) for _ in part.iter())
