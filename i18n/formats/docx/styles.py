"""What the styles of a Word file say of paragraphs and runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from i18n.formats.docx.parts import attribute, child, is_on, name_of

_HEADING = re.compile(r"heading ([1-9])\Z", re.I)
_LONGEST_CHAIN = 20
_QUOTES = frozenset(("quote", "intense quote", "block text"))


class Styles:
    """The styles by their ids. A style that is not defined says nothing."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles = {attribute(one, "w:styleId"): one for one in ([] if root is None else root)[::-1]
                        if name_of(one) == "w:style"}  # fmt: skip
        self._defaults = child(root, "w:docDefaults", "w:rPrDefault", "w:rPr")
        self._switches: dict[tuple[str, str], bool | None] = {}
        self._normal = next(
            (id for id, one in self._styles.items() if attribute(one, "w:type") == "paragraph"
             and attribute(one, "w:default") in ("1", "true", "on")), ""
        )  # fmt: skip

    def heading(self, properties: etree._Element | None) -> int | None:
        """The level of a heading, 0 for the title; None for any other paragraph."""
        for style in self._chain(_style(properties, "w:pStyle")):
            name = attribute(child(style, "w:name"), "w:val")
            if name.lower() == "title":
                return 0
            if found := _HEADING.match(name):
                return int(found[1])
        for around in (properties, *(child(style, "w:pPr") for style in self._chain(_style(properties, "w:pStyle")))):
            level = attribute(child(around, "w:outlineLvl"), "w:val")
            if level in set("012345678"):
                return int(level) + 1
        return None

    def is_quote(self, properties: etree._Element | None) -> bool:
        """Whether a paragraph has one of the styles for quotations."""
        names = (attribute(child(style, "w:name"), "w:val") for style in self._chain(_style(properties, "w:pStyle")))
        return any(name.lower() in _QUOTES for name in names)

    def is_centred(self, properties: etree._Element | None) -> bool:
        """Whether a paragraph stands in the middle of the line."""
        return attribute(self._of_paragraph("w:jc", properties), "w:val") == "center"

    def numbering(self, properties: etree._Element | None) -> tuple[str, int] | None:
        """The list that a paragraph is in and its level there."""
        found = self._of_paragraph("w:numPr", properties)
        number = attribute(child(found, "w:numId"), "w:val")
        level = attribute(child(found, "w:ilvl"), "w:val")
        return (number, int(level) if level in set("012345678") else 0) if number not in ("", "0") else None

    def run_is(self, switch: str, run: etree._Element | None, paragraph: etree._Element | None = None) -> bool:
        """Whether a switch such as ``w:b`` is on for a run.

        :param run: its properties.
        :param paragraph: the properties of its paragraph, where the style of that is to count as well.
        """
        if (own := child(run, switch)) is not None:
            return is_on(own)
        styled = self._styled(switch, _style(run, "w:rStyle"))
        if styled is None and paragraph is not None:
            styled = self._styled(switch, _style(paragraph, "w:pStyle") or self._normal)
            styled = is_on(child(self._defaults, switch)) if styled is None else styled
        return bool(styled)

    def _styled(self, switch: str, id: str) -> bool | None:
        """What a style says of a switch; None where it says nothing."""
        key = (switch, id)
        if key not in self._switches:
            found = (child(style, "w:rPr", switch) for style in self._chain(id))
            one = next((one for one in found if one is not None), None)
            self._switches[key] = None if one is None else is_on(one)
        return self._switches[key]

    def _of_paragraph(self, name: str, properties: etree._Element | None) -> etree._Element | None:
        styles = self._chain(_style(properties, "w:pStyle") or self._normal)
        around = (properties, *(child(style, "w:pPr") for style in styles))
        return next((found for one in around if (found := child(one, name)) is not None), None)

    def _chain(self, id: str) -> Iterator[etree._Element]:
        """A style and those that it is based on."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(id)
            if style is None:
                return
            yield style
            id = attribute(child(style, "w:basedOn"), "w:val")


def _style(properties: etree._Element | None, name: str) -> str:
    return attribute(child(properties, name), "w:val")
