"""Takes the text of a Word file over, element by element. What is not known here does not come through unsaid."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lxml import etree

from i18n.formats.docx.fields import Fields
from i18n.formats.docx.inline import Inline
from i18n.formats.docx.made import Made, add
from i18n.formats.docx.parts import attribute, child, name_of, texts
from i18n.problems import HabarError, problem

if TYPE_CHECKING:
    from i18n.formats.docx.reading import Reading

MOST_TABLES = 6
"""Tables in tables."""
THROUGH = frozenset(("w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:bdo", "w:dir"))
"""Elements around text that say nothing which is taken over."""
GONE = frozenset(("w:del", "w:moveFrom"))
_SILENT = frozenset(("w:sectPr", "w:pPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:tblPrEx"))


class Story:
    """One running text: the body, or a note."""

    def __init__(self, reading: Reading, *, body: bool) -> None:
        self.reading = reading
        self.fields = Fields()
        self.boxes: list[etree._Element] = []
        """Text boxes of the paragraph at hand. They are put behind it."""
        self._body = body
        self._depth = self._tables = 0
        self._half: Inline | None = None
        self._source: etree._Element | None = None
        self._take: Mapping[str, Callable[[etree._Element, etree._Element], None]] = {
            "w:p": self._paragraph,
            "w:tbl": self._table,
            "w:sdt": self._control,
            "w:altChunk": self._chunk,
            "mc:AlternateContent": self._alternatives,
            **dict.fromkeys(THROUGH, self.blocks),
        }

    def blocks(self, source: etree._Element, out: etree._Element) -> None:
        """The paragraphs and tables in an element."""
        for element in source:
            name = name_of(element)
            if take := self._take.get(name):
                take(element, out)
            elif name not in GONE and name not in _SILENT:
                self.reading.unknown(element)

    def finish(self, out: etree._Element) -> None:
        """The last paragraph may have lost its end to a deletion."""
        if self._half is not None and self._source is not None:
            self._end(self._source, self._half, out)
        self._half = None

    def _control(self, element: etree._Element, out: etree._Element) -> None:
        if not self.reading.refuses_control(element):
            content = child(element, "w:sdtContent")
            if content is not None:
                self.blocks(content, out)

    def _alternatives(self, element: etree._Element, out: etree._Element) -> None:
        chosen = self.reading.alternative(element)
        if chosen is not None:
            self.blocks(chosen, out)

    def _chunk(self, element: etree._Element, out: etree._Element) -> None:  # noqa: ARG002
        target = self.reading.target(attribute(element, "r:id"))
        self.reading.found.miss("inserted file", target.name if target else "", self.reading.number(element))

    # Paragraphs ---------------------------------------------------------------------------------

    def _paragraph(self, element: etree._Element, out: etree._Element) -> None:
        inline, self._half = self._half or Inline(self), None
        inline.paragraph(element)
        boxes, self.boxes = self.boxes, []
        if _is_joined(child(element, "w:pPr")):
            self._half, self._source = inline, element
        else:
            self._end(element, inline, out)
        for box in boxes:
            self._box(box, out)

    def _end(self, element: etree._Element, inline: Inline, out: etree._Element) -> None:
        if not inline.has_text:
            return
        out.append(inline.out)
        reading, properties = self.reading, child(element, "w:pPr")
        listed = reading.styles.numbering(properties)
        reading.text.paragraphs.append(
            Made(
                serial=len(reading.text.paragraphs) + 1,
                element=inline.out,
                number=reading.number(element),
                text="".join(inline.out.itertext()),
                heading=reading.styles.heading(properties),
                bold=inline.all_bold,
                centred=reading.styles.is_centred(properties),
                top=self._body and not self._depth,
                quote=reading.styles.is_quote(properties),
                label=reading.numbering.label(*listed) if listed else None,
                level=listed[1] if listed else 0,
                role="" if self._body else "note",
            )
        )

    def _box(self, box: etree._Element, out: etree._Element) -> None:
        self.finish(out)
        self.reading.box(box)
        self._depth += 1
        fields, self.fields = self.fields, Fields()
        self.blocks(box, out)
        self.finish(out)
        self.fields = fields
        self._depth -= 1

    # Tables -------------------------------------------------------------------------------------

    def _table(self, element: etree._Element, out: etree._Element) -> None:
        if self._tables >= MOST_TABLES:
            place = self.reading.found.place(self.reading.number(element))
            raise HabarError(problem("H156", place, f"more than {MOST_TABLES} tables stand in each other"))
        for words in ("w:tblCaption", "w:tblDescription"):
            said = attribute(child(element, "w:tblPr", words), "w:val")
            self.reading.found.leave(said, self.reading.number(element), "description of a table")
        self.finish(out)
        self._tables += 1
        self._depth += 1
        self._rows(element, add(out, "tbl"))
        self._depth -= 1
        self._tables -= 1

    def _rows(self, element: etree._Element, table: etree._Element) -> None:
        for row in self._unwrapped(element, "w:tr"):
            properties = child(row, "w:trPr")
            if child(properties, "w:del") is not None:
                continue
            made = add(table, "tr")
            if child(properties, "w:tblHeader") is not None:
                add(add(made, "trPr"), "tblHeader")
            for cell in self._unwrapped(row, "w:tc"):
                if child(cell, "w:tcPr", "w:cellDel") is None:
                    self._cell(cell, made)

    def _cell(self, element: etree._Element, row: etree._Element) -> None:
        cell = add(row, "tc")
        properties = add(cell, "tcPr")
        span = attribute(child(element, "w:tcPr", "w:gridSpan"), "w:val")
        if span.isascii() and span.isdigit() and 1 < int(span[:4]) < 100:
            add(properties, "gridSpan", val=span)
        merged = child(element, "w:tcPr", "w:vMerge")
        # A cell that goes on shows nothing; where it has text all the same, it is a cell of its own.
        goes_on = merged is not None and attribute(merged, "w:val") in ("", "continue") and not texts(element)
        if merged is not None:
            add(properties, "vMerge", val="continue" if goes_on else "restart")
        self.blocks(element, cell)
        self.finish(cell)

    def _unwrapped(self, element: etree._Element, wanted: str) -> list[etree._Element]:
        """The rows of a table or the cells of a row, also in content controls."""
        found: list[etree._Element] = []
        for one in element:
            name = name_of(one)
            if name == wanted:
                found.append(one)
            elif name == "w:sdt":
                content = child(one, "w:sdtContent")
                if content is not None and not self.reading.refuses_control(one):
                    found += self._unwrapped(content, wanted)
            elif name in THROUGH:
                found += self._unwrapped(one, wanted)
            elif name not in GONE and name not in _SILENT:
                self.reading.unknown(one)
        return found


def _is_joined(properties: etree._Element | None) -> bool:
    """Whether the end of a paragraph was deleted, or it is a large initial: the next one goes on in it."""
    if attribute(child(properties, "w:framePr"), "w:dropCap") in ("drop", "margin"):
        return True
    mark = child(properties, "w:rPr")
    return child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None
