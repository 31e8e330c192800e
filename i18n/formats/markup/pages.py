"""The page of a document, drawn while the walk goes through its elements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from i18n.formats import page
from i18n.formats.markup.outline import ROOT, Frame, Outline
from i18n.model import Unit, UnitRef

_HIDDEN = frozenset(
    "head nav header footer aside form menu dialog template noscript select button object canvas audio video svg math "
    "textarea".split()
)
"""HTML elements whose text is no part of what a page tells, outside its main part."""
_KEPT_EMPTY = frozenset(("td", "th", "hr"))
_TIGHT = frozenset(("li", "td", "th", "dt", "dd"))
"""Elements that are not followed by a line break in the page's source."""
_HOLDS_PICTURES = page.TEXT_BLOCKS | {"figure"}


class Pages:
    """Knows which elements a page shows, and how."""

    def __init__(self, outline: Outline) -> None:
        self.drawn = outline.page
        """Whether anything is shown at all."""
        self._title = outline.title
        self._main = outline.main
        self._inside = outline.main is None
        self._notes: list[list[object]] = []

    def opened(self, frame: Frame, attributes: Mapping[str, str], body: list[object]) -> None:
        """A block begins, on a page that is drawn."""
        if frame.number == self._main:
            self._inside = True
        frame.hidden = frame.hidden or (frame.facts.page in _HIDDEN and self._main is None)
        if self._inside and not frame.hidden and frame.number != self._title:
            frame.page = "h2" if frame.facts.page == "h1" else frame.facts.page
        if tag := page.open_tag(frame.page, attributes) if frame.page else "":
            frame.body_at = len(body)
            body.append(tag)
        frame.body_size = len(body)

    def closed(self, frame: Frame, body: list[object]) -> None:
        """A block ends, on a page that is drawn. What shows nothing is taken off the page again."""
        if frame.number == self._main:
            self._inside = False
        if frame.body_at < 0:
            return
        if frame.body_size == len(body) and frame.page not in _KEPT_EMPTY:
            del body[frame.body_at :]
        elif tag := page.close_tag(frame.page):
            body.append(tag if frame.page in _TIGHT else f"{tag}\n")

    def shows(self, frame: Frame) -> bool:
        """Whether what stands in an element is shown."""
        return self.drawn and self._inside and not frame.hidden

    def pictures(self, shown: str, block: Frame, around: Sequence[Frame], body: list[object]) -> None:
        """Images stand in ``block`` without a text, on a page that is drawn."""
        frames = (frame for frame in (block, *reversed(around)) if frame.page or frame.kind == "nested")
        inside = next(frames, ROOT).page in _HOLDS_PICTURES
        body.append(shown if inside else f"<p>{shown}</p>\n")

    def unit(
        self, unit: Unit, block: Frame, around: Sequence[Frame], body: list[object], pictures: tuple[str, str]
    ) -> None:
        """A unit stands in ``block``, inside the elements ``around``: its hole goes into the body of a drawn page.

        :param pictures: what is shown of images before and behind it.
        """
        if not self._inside or block.hidden or unit.id in ("title", "date"):
            return
        frames = (frame for frame in (block, *reversed(around)) if frame.page or frame.kind == "nested")
        block = next(frames, ROOT)
        if block.page not in page.TEXT_BLOCKS or block.kind == "nested":
            body += (f'<p id="{unit.id}">{pictures[0]}', UnitRef(unit.id), f"{pictures[1]}</p>\n")
            return
        first = body[block.body_at] if 0 <= block.body_at < len(body) else None
        if isinstance(first, str) and block.body_size == len(body):
            body[block.body_at] = f'{first[:-1]} id="{unit.id}">'
        body += [part for part in (pictures[0], UnitRef(unit.id), pictures[1]) if part]

    def note(self, body: list[object]) -> str:
        """A text that stands outside the running text, such as a footnote. Returns what stands in its place."""
        if not body or not self._inside:
            return ""
        self._notes.append(body)
        return f"<sup>{len(self._notes)}</sup>"

    def notes(self) -> list[object]:
        """The texts outside the running text, for the end of the page."""
        if not self._notes:
            return []
        items = [part for note in self._notes for part in ("<li>", *note, "</li>")]
        return ['<ol class="notes">', *items, "</ol>"]
