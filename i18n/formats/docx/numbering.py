"""The numbers and letters that a word processor sets before the items of a list. They stand nowhere in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from lxml import etree

from i18n.formats.docx.parts import attribute, child, name_of

_HOLE = re.compile(r"%([1-9])")
_PLAIN = re.compile(r"[^\w%]*%([1-9])[^\w%]*\Z")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LONGEST_LABEL = 100


class Label(NamedTuple):
    """What stands before a paragraph."""

    kind: Literal["bullet", "number", "text"]
    number: int = 0
    """Of a plain number, such as 3 for ``3.``"""
    text: str = ""
    """Of any other label, such as ``Article 3.`` or ``b)``"""


@dataclass(slots=True)
class _List:
    levels: dict[int, etree._Element]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the lists of one document. Ask for the labels in the order of the text."""

    def __init__(self, root: etree._Element | None) -> None:
        children = [] if root is None else list(root)
        self._lists = {
            attribute(one, "w:abstractNumId"): _List(_levels(one))
            for one in children
            if name_of(one) == "w:abstractNum"
        }
        self._instances = {attribute(one, "w:numId"): one for one in children if name_of(one) == "w:num"}
        self._met: set[str] = set()

    def label(self, number: str, level: int) -> Label | None:
        """The label of the next paragraph in a list; None where the list is not defined or shows nothing."""
        instance = self._instances.get(number)
        of = self._lists.get(attribute(child(instance, "w:abstractNumId"), "w:val"))
        definition = of and of.levels.get(level)
        if of is None or definition is None:
            return None
        self._begin(number, instance, of)
        self._count(of, level)
        kind = attribute(child(definition, "w:numFmt"), "w:val")
        text = attribute(child(definition, "w:lvlText"), "w:val")[:_LONGEST_LABEL]
        if kind == "none" or not text.strip():
            return None
        if kind == "bullet":
            return Label("bullet")
        plain = _PLAIN.match(text)
        if kind == "decimal" and plain and int(plain[1]) == level + 1:
            return Label("number", of.counts[level])
        return Label("text", text=_HOLE.sub(lambda hole: self._written(of, int(hole[1]) - 1), text))

    def _begin(self, number: str, instance: etree._Element | None, of: _List) -> None:
        """A list that says where it starts anew does so at its first paragraph."""
        if number in self._met:
            return
        self._met.add(number)
        for one in () if instance is None else instance:
            start = attribute(child(one, "w:startOverride"), "w:val")
            if name_of(one) == "w:lvlOverride" and start.isdecimal():
                of.counts[_number(attribute(one, "w:ilvl"))] = _number(start) - 1

    def _count(self, of: _List, level: int) -> None:
        of.counts[level] = of.counts.get(level, _start(of, level) - 1) + 1
        for deeper in [known for known in of.counts if known > level]:
            del of.counts[deeper]

    def _written(self, of: _List, level: int) -> str:
        kind = attribute(child(of.levels.get(level), "w:numFmt"), "w:val")
        return spelled(of.counts.get(level, _start(of, level)), kind)


def spelled(number: int, kind: str) -> str:
    """A number as a list writes it (``w:numFmt``); in digits where the kind is not a known one."""
    letters = {"lowerLetter": _LATIN, "upperLetter": _LATIN.upper(), "russianLower": _RUSSIAN,
               "russianUpper": _RUSSIAN.upper()}.get(kind)  # fmt: skip
    if letters and number > 0:
        return letters[(number - 1) % len(letters)] * min((number - 1) // len(letters) + 1, 9)
    if kind in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        roman = ""
        for value, letter in _ROMAN:
            roman += letter * (number // value)
            number %= value
        return roman.upper() if kind == "upperRoman" else roman
    return f"{number:02}" if kind == "decimalZero" else str(number)


def _levels(definition: etree._Element) -> dict[int, etree._Element]:
    return {_number(attribute(one, "w:ilvl")): one for one in definition if name_of(one) == "w:lvl"}


def _start(of: _List, level: int) -> int:
    return _number(attribute(child(of.levels.get(level), "w:start"), "w:val"), 1)


def _number(text: str, default: int = 0) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else default
