"""How a bulletin's text looks on a page: harmless HTML with holes for the units."""

from __future__ import annotations

from collections.abc import Iterable

from i18n.model import Skeleton, Unit, UnitRef


def paragraphs(units: Iterable[Unit]) -> Skeleton:
    """The page of a text that has paragraphs only."""
    parts: list[str | UnitRef] = []
    for unit in units:
        if unit.role == "paragraph":
            parts += (f'<p id="{unit.id}">', UnitRef(unit.id), "</p>", "\n")
    return tuple(parts[:-1])
