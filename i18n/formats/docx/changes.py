"""Tracked changes: what somebody inserted, deleted, moved or formatted, and nobody has accepted yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from i18n.formats.docx.found import Paragraphs, inside, is_fallback
from i18n.formats.docx.parts import attribute, name_of
from i18n.model import Place
from i18n.problems import Problem, problem

_KINDS = {
    "w:ins": "inserted", "w:del": "deleted", "w:moveFrom": "moved away", "w:moveTo": "moved here",
    "w:rPrChange": "formatted", "w:pPrChange": "formatted", "w:tblPrChange": "formatted", "w:trPrChange": "formatted",
    "w:tcPrChange": "formatted", "w:tblGridChange": "formatted", "w:tblPrExChange": "formatted",
    "w:sectPrChange": "formatted", "w:numberingChange": "formatted",
    "w:cellIns": "inserted", "w:cellDel": "deleted", "w:cellMerge": "merged",
}  # fmt: skip
_WORDS = frozenset(("w:t", "w:delText", "m:t"))
_OWN_TEXT = frozenset(("w:ins", "w:del", "w:moveFrom", "w:moveTo"))
_LONGEST_SHOWN = 80
_MOST = 500


@dataclass(slots=True)
class Change:
    """One change, or several that follow one another and differ in nothing but their text."""

    kind: str
    author: str
    day: str
    number: int | None
    part: str
    text: str


def tracked(root: etree._Element, part: str, paragraphs: Paragraphs | None) -> list[Change]:
    """The changes in a part, in the order of its text.

    :param part: what it is, such as ``header``; empty for the text itself.
    :param paragraphs: the numbers of its paragraphs, where it is the text itself.
    """
    found: list[Change] = []
    for element in root.iter():
        kind = _KINDS.get(name_of(element))
        if not kind or is_fallback(element) or inside(element, name_of(element)):
            continue
        number = paragraphs.of(element) if paragraphs else None
        new = Change(kind, _author(element), attribute(element, "w:date")[:10], number, part, _text(element))
        last = found[-1] if found else None
        if last and (last.kind, last.author, last.number) == (kind, new.author, number):
            last.text += new.text if kind != "formatted" or new.text not in last.text else ""
        else:
            found.append(new)
    return found


def problems(found: list[Change], path: str) -> Iterator[Problem]:
    """Every change as a problem."""
    for change in found[:_MOST]:
        where = f"paragraph {change.number}" if change.number else change.part or "outside the paragraphs"
        when = f" on {change.day}" if change.day else ""
        text = " ".join(change.text.split())
        shown = f"“{text[:_LONGEST_SHOWN]}…”" if len(text) > _LONGEST_SHOWN else f"“{text}”" if text else "no text"
        message = f"{where}: {change.kind} by {change.author}{when}: {shown}"
        yield problem("H158", Place(path, change.number), message)
    if len(found) > _MOST:
        yield problem("H158", Place(path), f"there are {len(found) - _MOST} more tracked changes")


def _author(element: etree._Element) -> str:
    return " ".join(attribute(element, "w:author").split())[:60] or "an unknown author"


def _text(element: etree._Element) -> str:
    """The words that a change is about; ``¶`` for the end of a paragraph."""
    above = element.getparent()
    around = name_of(above) if above is not None else ""
    if name_of(element) in _OWN_TEXT and around in ("w:rPr", "w:trPr"):
        return "¶" if around == "w:rPr" else _words(above.getparent()) + " "
    if name_of(element) in _OWN_TEXT:
        return _words(element, _WORDS - {"w:delText"} if name_of(element) in ("w:ins", "w:moveTo") else _WORDS)
    while above is not None and name_of(above) not in ("w:r", "w:p", "w:tc", "w:tr", "w:tbl"):
        above = above.getparent()
    return "" if above is None else _words(above)


def _words(element: etree._Element, names: frozenset[str] = _WORDS) -> str:
    return "".join(one.text or "" for one in element.iter() if name_of(one) in names)[: 4 * _LONGEST_SHOWN]
