"""What in a document says which language it is in, and which way it is written: it changes with a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from i18n.formats import its

_ONE_ATTRIBUTE = re.compile(r"(?:@|attribute::)(?:([\w.\-]+):)?([\w.\-]+)")
_XHTML = "{http://www.w3.org/1999/xhtml}"
_DIRECTIONS = ("dir", f"{{{its.ITS}}}dir", "its-dir")
_WITH_DIRECTION = (_XHTML, "{http://docbook.org/ns/docbook}")
"""Vocabularies that have an attribute ``dir`` of their own."""

Names = dict[etree._Element, set[str]]
"""By element, names of its attributes in Clark notation; an empty name for its own text."""


def languages(rules: its.Rules, known: Names) -> Names:
    """What names a language by a rule of ITS (Language Information), beside what is known to do so."""
    found = {element: set(names) for element, names in known.items()}
    for rule in rules.of("langRule"):
        for element, name in _named(rules, rule):
            found.setdefault(element, set()).add(name)
    return found


def _named(rules: its.Rules, rule: its.Rule) -> Iterator[tuple[etree._Element, str]]:
    pointer = rule.said.pointers.get("lang")
    if pointer is None:
        return
    name = _attribute(pointer.text.strip(), pointer.scope.prefixes)
    nodes = [node for node in rules.selected(rule) if not isinstance(node, its.Attribute)]
    rules.reader.check(pointer, nodes)
    for number, node in enumerate(nodes, 1):
        if name:
            yield from [(node, name)] if name in node.attrib else []
            continue
        value = rules.reader.value(pointer, node, (number, len(nodes)))
        first = value[0] if isinstance(value, list) and value else None
        if isinstance(first, etree._Element):
            yield first, ""


def _attribute(pointer: str, prefixes: Mapping[str, str]) -> str:
    """The attribute that a pointer names, if it names one of the selected element."""
    match = _ONE_ATTRIBUTE.fullmatch(pointer)
    if match is None:
        return ""
    prefix, name = match.groups()
    namespace = its.XML if prefix == "xml" else prefixes.get(prefix or "")
    return f"{{{namespace}}}{name}" if prefix else name


def directions(root: etree._Element) -> Names:
    """What says the direction of the whole document: on its root, or on the ``body`` of a page."""
    elements = [element for element in (root, root.find(f"{_XHTML}body")) if element is not None]
    found = {element: {name for name in _DIRECTIONS if name in element.attrib} for element in elements}
    return {element: names for element, names in found.items() if names}


def could_say_direction(root: etree._Element) -> str:
    """The attribute for the direction that a root of XML could have and has not; empty where there is none."""
    if any(name in root.attrib for name in _DIRECTIONS):
        return ""
    if str(root.tag).startswith(_WITH_DIRECTION):
        return "dir"
    return next((f"{prefix}:dir" for prefix, uri in root.nsmap.items() if uri == its.ITS and prefix), "")
