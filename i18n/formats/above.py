"""Short lines above the title, such as “PRESS RELEASE”: a page has them there, too."""

from __future__ import annotations

from dataclasses import replace

from i18n import content
from i18n.model import Document, LocaleSlot, Only, Unit, UnitRef

_SHORT = 80
"""Characters of such a line."""
_MOST = 4
"""So many of them. What has more above its title begins with its text there."""


def raised(document: Document) -> Document:
    """The document with the short paragraphs above its title in ``above``, and no more in ``body``."""
    title = next((place for place, unit in enumerate(document.units) if unit.role == "title"), 0)
    before = {unit.id for unit in document.units[:title] if unit.role == "paragraph"}
    if not before or not document.body:
        return document
    short = {unit.id for unit in document.units[:title] if _is_line(unit)}
    above, rest = _divided(list(document.body), before & short)
    longer = any(isinstance(part, UnitRef) and part.unit in before for part in rest)
    if not above or longer or len(above) > 3 * _MOST:
        return document
    return replace(document, above=tuple(above), body=tuple(part for part in rest if part != ""))


def _is_line(unit: Unit) -> bool:
    """Whether it is short, and without an image, which has its place in the text."""
    pictures = any(not isinstance(part, str) and part.name == "img" for part in unit.content)
    return len(content.plain(unit.content)) <= _SHORT and not pictures


def _divided(
    body: list[str | UnitRef | LocaleSlot | Only], wanted: set[str]
) -> tuple[list[str | UnitRef | LocaleSlot | Only], list[str | UnitRef | LocaleSlot | Only]]:
    """The plain paragraphs at the beginning of a page that are wanted, and the rest of the page."""
    above: list[str | UnitRef | LocaleSlot | Only] = []
    while len(body) > 2 and isinstance(body[1], UnitRef) and body[1].unit in wanted:
        start, end = f'<p id="{body[1].unit}">', body[2]
        if body[0] != start or not (isinstance(end, str) and end.startswith("</p>")):
            break
        above += [start, body[1], "</p>\n"]
        body = [end.removeprefix("</p>").removeprefix("\n"), *body[3:]]
    return above, body
