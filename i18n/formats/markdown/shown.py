"""The page of a text as it grows: harmless HTML with holes for the units, the footnotes at its end."""

from __future__ import annotations

from itertools import groupby

from i18n.formats import page
from i18n.formats.markdown.units import Core
from i18n.model import Skeleton, UnitRef

_Parts = list[str | UnitRef]


class Page:
    """What is shown goes to the text, or to the footnote that is open."""

    def __init__(self) -> None:
        self._parts: _Parts = []
        self._notes: dict[int, _Parts] = {}
        self._outer: list[_Parts] = []

    def show(self, markup: str) -> None:
        """Markup that is harmless already."""
        self._parts.append(markup)

    def show_unit(self, start: str, tag: str, unit: str, mark: str, found: Core) -> None:
        """A text in its element, behind the box of a task."""
        self._parts += (f'{start[:-1]} id="{unit}">{mark}{found.before}', UnitRef(unit), found.after + end_tag(tag))

    def begin_note(self, number: int) -> None:
        self._outer.append(self._parts)
        self._parts = self._notes.setdefault(number, [])

    def end_note(self) -> None:
        self._parts = self._outer.pop()

    def finished(self) -> Skeleton:
        """All of it."""
        return _joined([*self._parts, *self._footnotes()])

    def _footnotes(self) -> _Parts:
        """The footnotes as a list, in the order in which the text mentions them."""
        if not self._notes:
            return []
        parts: _Parts = ['<ol class="notes">\n']
        for number, note in sorted(self._notes.items()):
            parts += (f'<li id="fn{number + 1}">\n', *note, "</li>\n")
        return [*parts, "</ol>\n"]


def end_tag(tag: str) -> str:
    """The end of an element with text. A list item goes on behind its text."""
    return "\n" if tag == "li" else page.close_tag(tag) + "\n"


def _joined(parts: _Parts) -> Skeleton:
    """The page without white space at its end, neighbouring markup in one string."""
    joined: _Parts = []
    for texts, run in groupby(parts, lambda part: isinstance(part, str)):
        found = list(run)
        joined += ["".join(map(str, found))] if texts else found
    if joined and isinstance(joined[-1], str):
        joined[-1] = joined[-1].rstrip("\n")
    return tuple(part for part in joined if part != "")
