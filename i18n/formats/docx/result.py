"""From the page that a Word file became to its document: paragraphs for lines, the date, the notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from i18n.formats import html
from i18n.formats.dateline import renamed
from i18n.formats.docx.convert import Page
from i18n.formats.docx.made import Made, Text
from i18n.formats.source import Source
from i18n.locales import direction
from i18n.model import Code, Document, LeftOut, Place, Remark, Skeleton, Unit, UnitRef

_START = '<!DOCTYPE html>\n<html {}>\n<head>\n<meta charset="utf-8">\n<title></title>\n</head>\n<body>'
_TITLE = "<title>"


class Result:
    """The document of a Word file, and what its reader says about it."""

    def __init__(self, source: Source, text: Text, page: Page) -> None:
        self.text = text
        self._path = source.path
        self._paragraphs = {made.serial: made for made in text.paragraphs}
        start = _START.format(_language(source))
        self._offset = start.count("\n")
        self._serials = page.serials
        whole = f"{start}{page.html}\n</body>\n</html>\n"
        found = html.undated(replace(source, data=whole.encode()))
        self._names = {unit.id: "date" for unit in found.units if self._role(unit) == "date"}
        named = renamed(found, self._names)
        self.document = replace(
            named, units=tuple(map(self._unit, found.units, named.units)), skeleton=self._headed(named.skeleton, found)
        )
        self._found = found

    @property
    def left_out(self) -> Iterator[LeftOut]:
        """What the page's reader left out. The numbers of notes are no text."""
        for left in self._found.left_out:
            if left.rule != "translate=no":
                yield replace(left, place=self._place(left.place))

    @property
    def remarks(self) -> Iterator[Remark]:
        """What a bulletin needs and this one lacks."""
        for remark in self._found.remarks:
            message = remark.message
            if remark.code == "H102":
                message = "a title is missing: no paragraph has the style Title or Heading 1"
            yield Remark(remark.code, Place(self._path), message)

    def _made(self, place: Place) -> Made | None:
        return self._paragraphs.get(self._serials.get((place.line or 0) - self._offset, 0))

    def _place(self, place: Place) -> Place:
        made = self._made(place)
        return Place(self._path, made.number if made else None)

    def _role(self, unit: Unit) -> str:
        made = self._made(unit.place)
        return made.role if made else ""

    def _unit(self, unit: Unit, named: Unit) -> Unit:
        note = self._role(unit) == "note" and unit.role in ("paragraph", "item")
        return named._replace(place=self._place(unit.place), role="note" if note else named.role)

    def _headed(self, skeleton: Skeleton, found: Document) -> Skeleton:
        """The title of the text is the title of the page; where it holds more than text, the name of the file is."""
        title = found.unit("title")
        plain = title is not None and not any(isinstance(part, Code) for part in title.content)
        shown = UnitRef("title") if plain else html.escape(found.id, "text")
        index = next(number for number, part in enumerate(skeleton) if isinstance(part, str) and _TITLE in part)
        before, mark, after = str(skeleton[index]).partition(_TITLE)
        return (*skeleton[:index], before + mark, shown, after, *skeleton[index + 1 :])


def _language(source: Source) -> str:
    way = direction(source.locale)
    return f'lang="{source.locale}"' + (f' dir="{way}"' if way == "rtl" else "")
