"""What XML can hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from i18n import content
from i18n.exchange.xmlfile import holds
from i18n.interchange import TransFile, TransUnit
from i18n.model import Content
from i18n.problems import Problem, problem


def writable(files: Sequence[TransFile]) -> tuple[list[TransFile], list[Problem]]:
    """The files without the units and the notes that hold a character which XML has none for, and what was left out.

    A tool that must not see a text cannot damage it: it is translated in the PO file.
    """
    kept, problems = [], []
    for file in files:
        problems += [
            problem("H275", unit.place, f"{file.bulletin}, {unit.name}: XML cannot hold a character of this text")
            for unit in file.units
            if not _fits(unit)
        ]
        kept.append(replace(file, units=tuple(_plain(unit) for unit in file.units if _fits(unit))))
    return kept, problems


def fits(text: Content, source: Content) -> bool:
    """Whether XML can hold a text and the names of its codes, which are those of ``source``."""
    return holds(content.plain(text)) and holds("".join(content.tags(source)))


def _fits(unit: TransUnit) -> bool:
    return fits(unit.source, unit.source) and holds(content.plain(unit.target)) and holds(unit.context or "")


def _plain(unit: TransUnit) -> TransUnit:
    previous = unit.previous if unit.previous and holds(unit.previous) else None
    notes, comments = (tuple(filter(holds, lines)) for lines in (unit.notes, unit.comments))
    if (previous, notes, comments) == (unit.previous, unit.notes, unit.comments):
        return unit
    return replace(unit, previous=previous, notes=notes, comments=comments)
