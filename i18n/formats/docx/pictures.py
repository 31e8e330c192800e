"""What stands in a drawing: pictures, text boxes, charts and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from i18n.formats.docx.parts import attribute, name_of

if TYPE_CHECKING:
    from i18n.formats.docx.reading import Reading

_DESCRIBED = frozenset(("a:blip", "c:chart", "dgm:relIds"))
"""What is reported by the description of its drawing."""


class Pictures:
    """Looks into the drawings of one Word file."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.places: dict[str, int | None] = {}
        """The paragraph that shows a part such as a chart, by the part's name."""

    def look(self, element: etree._Element) -> list[etree._Element]:
        """Says what of a drawing is not taken over. Returns the text boxes in it."""
        boxes: list[etree._Element] = []
        self._look(element, "", boxes)
        return boxes

    def _look(self, element: etree._Element, described: str, boxes: list[etree._Element]) -> None:
        name = name_of(element)
        if name == "w:txbxContent":
            boxes.append(element)
            return
        if name == "mc:AlternateContent":
            chosen = self._reading.alternative(element)
            children = [] if chosen is None else list(chosen)
        else:
            children = list(element)
            described = self._described(children) or described
            self._say(element, name, described)
        for one in children:
            self._look(one, described, boxes)
            if name_of(one) == "wp:docPr":
                self._describe(element, one)

    def _described(self, children: list[etree._Element]) -> str:
        """What the author wrote about a drawing for those who cannot see it."""
        for one in children:
            if name_of(one) == "wp:docPr":
                return attribute(one, "descr") or attribute(one, "title")
        return ""

    def _describe(self, drawing: etree._Element, properties: etree._Element) -> None:
        """What is said of a drawing and not with its picture, see ``_say``."""
        descr, title = attribute(properties, "descr"), attribute(properties, "title")
        said = any(name_of(one) in _DESCRIBED for one in drawing.iter("*"))
        for text in (descr, title) if not said else (title,) if descr else ():
            self._reading.found.leave(text, self._reading.number(drawing), "description of a drawing")

    def _say(self, element: etree._Element, name: str, described: str) -> None:
        found, number = self._reading.found, self._reading.number(element)
        if name == "a:blip":
            linked = self._reading.target(attribute(element, "r:link"))
            target = linked or self._reading.target(attribute(element, "r:embed"))
            shown = described or (target.name.rpartition("/")[2] if target else "picture")
            found.leave(shown, number, "linked picture" if linked else "picture")
        elif name == "v:imagedata":
            target = self._reading.target(attribute(element, "r:id"))
            shown = attribute(element, "o:title") or (target.name.rpartition("/")[2] if target else "picture")
            found.leave(shown, number, "picture")
        elif name == "c:chart":
            self._miss("chart", attribute(element, "r:id"), described, number)
        elif name == "dgm:relIds":
            self._miss("SmartArt", attribute(element, "r:dm"), described, number)
        elif name == "o:OLEObject":
            self._miss("embedded object", attribute(element, "r:id"), attribute(element, "ProgID"), number)
        elif name == "v:textpath":
            found.leave(attribute(element, "string"), number, "WordArt")
        elif name in ("a:t", "w:t", "m:t"):
            found.leave(element.text or "", number, "drawing")
        elif name.startswith("v:"):
            found.leave(attribute(element, "alt"), number, "description of a drawing")

    def _miss(self, what: str, id: str, said: str, number: int | None) -> None:
        target = self._reading.target(id)
        if target:
            self.places[target.name] = number
        self._reading.found.miss(what, said, number)
