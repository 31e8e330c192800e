"""Local markup: what attributes in the document say about the elements that they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from i18n.formats.its.categories import CATEGORIES, Category, Information, Key
from i18n.formats.its.names import ITS
from i18n.formats.its.said import collapsed

_SPAN = f"{{{ITS}}}span"
_OPTIONS = {"regexp": False, "smart_strings": True}
_XML = etree.XPath("//@i:* | //i:span/@*", namespaces={"i": ITS}, **_OPTIONS)
_HTML = etree.XPath("//@*[starts-with(name(), 'its-')] | //@i:*", namespaces={"i": ITS}, **_OPTIONS)
ANNOTATORS = "annotatorsRef"


def html_name(key: str) -> str:
    """``locNoteRef`` is ``its-loc-note-ref`` in HTML."""
    return "its-" + re.sub(r"[A-Z]", lambda capital: "-" + capital[0].lower(), key)


_FROM_HTML = {
    html_name(key.name): key.name
    for category in CATEGORIES
    for key in category.keys
    if key.local and key.name not in category.html_native
} | {html_name(ANNOTATORS): ANNOTATORS}


@dataclass
class Local:
    """The local markup of one document. Looks for each kind of attribute once."""

    root: etree._Element
    html: bool
    _found: dict[str, list[tuple[etree._Element, str]]] = field(default_factory=dict)

    @cached_property
    def its(self) -> Mapping[str, list[tuple[etree._Element, str]]]:
        """The elements with an ITS attribute and its value, by the attribute's name in the Recommendation."""
        found: dict[str, list[tuple[etree._Element, str]]] = {}
        for value in (_HTML if self.html else _XML)(self.root):
            element, name = value.getparent(), etree.QName(value.attrname)
            key = name.localname if name.namespace == ITS else self._unprefixed(element, name)
            if key:
                found.setdefault(key, []).append((element, str(value)))
        return found

    def _unprefixed(self, element: etree._Element, name: etree.QName) -> str | None:
        if name.namespace:
            return None
        return _FROM_HTML.get(name.localname) if self.html else name.localname if element.tag == _SPAN else None

    def native(self, name: str) -> list[tuple[etree._Element, str]]:
        """The elements with an attribute of XML or HTML, such as ``xml:lang``."""
        if name not in self._found:
            path = f"*[@{name}]"
            inside = [*([self.root] if name in self.root.attrib else []), *self.root.iterfind(f".//{path}")]
            self._found[name] = [(element, element.get(name, "")) for element in inside]
        return self._found[name]

    def of(self, category: Category) -> dict[etree._Element, Information]:
        """What local markup says of a category, by element. Defaults of the category are filled in."""
        said: dict[etree._Element, dict[str, str]] = {}
        for key in category.keys:
            for element, value in self._values(category, key):
                good = _value(key, value, self.html)
                if good is not None:
                    said.setdefault(element, {})[key.name] = good
        return {
            element: completed(category, values) for element, values in said.items() if category.needs & values.keys()
        }

    def _values(self, category: Category, key: Key) -> Iterator[tuple[etree._Element, str]]:
        """The last one counts: an ITS attribute before HTML's own, that one before XML's."""
        if key.local:
            yield from self.its.get(key.name, ())
        if self.html and key.name in category.html_native:
            yield from self.native(category.html_native[key.name])
        for name in category.native.get(key.name, ()):
            yield from self.native(name)


def _value(key: Key, value: str, html: bool) -> str | None:
    """A value as it counts, or None for one that is no value of its kind."""
    if key.name == "allowedCharacters":  # blanks are characters, too
        return value
    text = collapsed(value)
    if not key.words:
        return text.lower() if html and key.folded else text
    if html:
        text = text.lower() or ("yes" if key.name == "translate" else "")
    return text if text in key.words else None


def completed(category: Category, values: Mapping[str, str]) -> Information:
    """Values with the category's defaults, sorted by key. Records elsewhere have defaults of their own."""
    if category.standoff and not (category.needs - {category.standoff}) & values.keys():
        return dict(sorted(values.items()))
    return dict(sorted({**category.defaults, **values}.items()))
