"""The text in which the test suite of ITS 2.0 writes what a category says of every node."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from i18n import files
from i18n.formats import html5
from i18n.formats.its.categories import Information
from i18n.formats.its.categories import category as category_of
from i18n.formats.its.evaluate import Values, evaluate
from i18n.formats.its.loading import Loader, loader, parse_xml
from i18n.formats.its.names import XHTML, XML
from i18n.formats.its.rules import Rules, read_rules
from i18n.formats.its.said import collapsed
from i18n.formats.markup.depth import refuse

HTML_SUFFIXES = (".html", ".htm")
_ATTRIBUTE_NAME = etree.XPath("name(@*[$n])", smart_strings=False, regexp=False)


def report(path: str | os.PathLike[str], category: str) -> str:
    """What a category says of every element and attribute of a file: one line each.

    The lines end with a line feed. Files that the document links are read from its own folder.

    :param category: its identifier, such as ``translate``.
    :raises ValueError: there is no such category; the message lists them.
    :raises HabarError: the file cannot be read (H501), is no XML (H141), or a rule of it is wrong (H140 to H146),
        or it has elements or attributes without end (H151, H152).
    """
    category_of(category)
    return text(read(path), category)


def read(path: str | os.PathLike[str]) -> Rules:
    """A file with all its rules. HTML by its suffix, else XML; a ``.xhtml`` file is XML with the defaults of HTML.

    :raises HabarError: as ``report``.
    """
    file = Path(path)
    shown = file.as_posix()
    data = files.read_bytes(file, shown)
    suffix = file.suffix.lower()
    if suffix in HTML_SUFFIXES:
        page = html5.decode(data)
        refuse(page, shown)
        return read_rules(html5.parse(page), shown, html=True, load=_beside(file))
    root = parse_xml(data, shown)
    html = suffix == ".xhtml" and root.tag == f"{{{XHTML}}}html"
    return read_rules(root, shown, html=html, load=_beside(file))


def _beside(file: Path) -> Loader:
    return loader(file.parent, Path())


def text(rules: Rules, category: str) -> str:
    """The report of one category on a document that was read."""
    values = evaluate(rules.root, rules, category, html=rules.html)
    return "".join(f"{line}\n" for line in _lines(rules.root, values, rules.html))


def _lines(root: etree._Element, values: Values, html: bool) -> Iterator[str]:
    for element, path in _paths(root, html):
        yield path + _printed(values.element(element))
        for shown, name in _attributes(element):
            yield f"{path}/@{shown}{_printed(values.attribute(element, name))}"


def _paths(root: etree._Element, html: bool) -> Iterator[tuple[etree._Element, str]]:
    """Every element with its path, in document order."""
    paths = [""]  # of the elements that are open
    counts: list[dict[str, int]] = [{}]  # how many children of each name they had
    for event, element in etree.iterwalk(root, events=("start", "end"), tag="*"):
        if event == "end":
            paths.pop()
            counts.pop()
            continue
        name = _name(element, html)
        number = counts[-1][name] = counts[-1].get(name, 0) + 1
        paths.append(f"{paths[-1]}/{name}" + (f"[{number}]" if len(paths) > 1 else ""))
        counts.append({})
        yield element, paths[-1]


def _name(element: etree._Element, html: bool) -> str:
    local: str = element.tag.rpartition("}")[2]
    if html:
        return local.lower()
    return f"{element.prefix}:{local}" if element.prefix else local


def _attributes(element: etree._Element) -> list[tuple[str, str]]:
    """The attributes as the document calls them and in Clark notation, sorted by the former."""
    return sorted((_shown(element, name, number), name) for number, name in enumerate(element.attrib, 1))


def _shown(element: etree._Element, name: str, number: int) -> str:
    qualified = etree.QName(name)
    if not qualified.namespace:
        return name
    if qualified.namespace == XML:
        return f"xml:{qualified.localname}"
    return str(_ATTRIBUTE_NAME(element, n=number))


def _printed(said: Information) -> str:
    return "".join(f'\t{key}="{collapsed(value)}"' for key, value in said.items())
