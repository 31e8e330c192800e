"""The date line under a title, in formats that have no mark for one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from i18n.model import Document, LocaleSlot, LocaleTag, Meta, Only, Skeleton, Unit, UnitRef
from i18n.patterns import late
from i18n.problems import HabarError

if TYPE_CHECKING:
    from i18n.formats.record.dates import DateLine

Hole = UnitRef | LocaleSlot | Only
LONGEST = 60
"""Characters of a date line."""
_YEAR = late(r"\d{4}|年")
"""What every date with a year has."""


def dated(document: Document) -> Document:
    """The document with the date line under its title as one: the whole of a paragraph is a day with its year.

    Where the document states another day for programs, the line stays a paragraph: a translator writes it.
    """
    found = _under_title(document)
    if found is None or document.day not in (None, found[1]):
        return document
    unit, day = found
    meta = document.meta if document.day else Meta(display_date=day)
    return renamed(replace(document, meta=meta), {unit.id: "date"})


def renamed(document: Document, names: Mapping[str, str]) -> Document:
    """The document with other names for some units. One named ``date`` is its date line: a page prints it above the
    text, not in it.
    """
    return replace(
        document,
        units=tuple(_unit(unit, names) for unit in document.units),
        skeleton=tuple(_hole(part, names) for part in document.skeleton),
        body=_without(document.body, {name for name, new in names.items() if new == "date"}),
    )


def may_be_one(text: str) -> bool:
    """Whether a text has the length and the year of a date line: the quick question."""
    return len(text) <= LONGEST and _YEAR.search(text) is not None


def line_of(text: str, number: int, locale: LocaleTag, path: str) -> DateLine | None:
    """The date in a paragraph that is a date line; see ``record.dates.date_line``."""
    if not may_be_one(text):
        return None
    from i18n.formats.record import dates  # with all that reads plain text: few pages have such a line
    from i18n.formats.record.lines import Line

    return dates.date_line(Line(0, len(text), number, text, 0), locale, None, path)


def _under_title(document: Document) -> tuple[Unit, date] | None:
    units = [unit for unit in document.units if unit.role != "label"]
    place = next((place for place, unit in enumerate(units) if unit.role == "title"), len(units))
    for unit in units[place + 1 : place + 2]:
        text = unit.content[0] if len(unit.content) == 1 else None
        if unit.role == "paragraph" and isinstance(text, str) and (day := _day(text, unit, document.locale)):
            return unit, day
    return None


def _day(text: str, unit: Unit, locale: LocaleTag) -> date | None:
    try:
        found = line_of(text, unit.place.line or 1, locale, unit.place.path)
    except HabarError:  # no day of any calendar: it stays a paragraph, and is checked as one
        return None
    return found.day if found and (found.start, found.end) == (0, len(text)) else None


def _unit(unit: Unit, names: Mapping[str, str]) -> Unit:
    name = names.get(unit.id)
    if name is None:
        return unit
    return unit._replace(id=name, role="date" if name == "date" else unit.role)


def _hole(part: str | Hole, names: Mapping[str, str]) -> str | Hole:
    return part._replace(unit=names[part.unit]) if isinstance(part, UnitRef) and part.unit in names else part


def _without(body: Skeleton, names: set[str]) -> Skeleton:
    parts = list(body)
    for index, part in enumerate(body):
        if isinstance(part, UnitRef) and part.unit in names:
            parts[index - 1] = str(parts[index - 1]).removesuffix(f'<p id="{part.unit}">')
            parts[index] = ""
            parts[index + 1] = str(parts[index + 1]).removeprefix("</p>\n")
    return tuple(part for part in parts if part != "")
