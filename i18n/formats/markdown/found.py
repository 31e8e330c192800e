"""What the reader has found in a file: units, and the holes that they leave."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from i18n import content, images
from i18n.formats.markdown.lines import Text
from i18n.model import Content, LeftOut, LocaleSlot, Picture, Place, Remark, Role, Skeleton, Unit, UnitRef

_IMAGE_TAG = re.compile(r"<img[\s/>]", re.I)
Hole = tuple[int, int, UnitRef | LocaleSlot]
"""From where to where it goes in the text."""


@dataclass(slots=True)
class Found:
    """Units, holes and what was left out, in the order of the file."""

    text: Text
    path: str
    units: list[Unit] = field(default_factory=list)
    holes: list[Hole] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    title: Unit | None = None
    pictures: list[Picture] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def add(self, role: Role, text: Content, offset: int, lead: str | None = None) -> int:
        """One unit more. Says its position in ``units``."""
        name = "title" if role == "title" else f"p{len(self.units) + 1 - (self.title is not None)}"
        unit = Unit(name, self.place(offset), role, text, lead=lead)
        self.units.append(unit)
        self.title = unit if role == "title" else self.title
        return len(self.units) - 1

    def complete(self, position: int, text: Content, offset: int) -> Unit:
        """Gives a unit its text, which is known only when the units inside it are."""
        unit = self.units[position]._replace(content=text, place=self.place(offset))
        self.units[position] = unit
        return unit

    def leave(self, text: str, offset: int, rule: str) -> None:
        """A text that is no unit."""
        if shown := content.fold(text):
            self.left_out.append(LeftOut(self.place(offset), shown, rule))

    def unshown(self, markup: str, offset: int) -> None:
        """Markup of HTML that a page leaves out: an image in it would be missed without a word."""
        if _IMAGE_TAG.search(markup):
            message = f"no page shows this image: {content.fold(markup)[:60]}"
            self.remarks.append(Remark("H339", self.place(offset), message))

    def picture(self, name: str, alt: str, offset: int) -> str:
        """Takes note of an image; its mark on the page."""
        self.pictures.append(Picture(self.place(offset), name, alt))
        return images.mark(len(self.pictures) - 1)

    def place(self, offset: int) -> Place:
        return Place(self.path, self.text.line(offset))

    def skeleton(self, start: int, end: int, holes: Sequence[Hole]) -> Skeleton:
        """The source from ``start`` to ``end``, character for character, around the holes in it."""
        parts: list[str | UnitRef | LocaleSlot] = []
        for begin, finish, reference in sorted(holes, key=lambda hole: hole[0]):
            parts += (self.text.source(start, begin), reference)
            start = finish
        return tuple(part for part in (*parts, self.text.source(start, end)) if part != "")
