"""Records that stand elsewhere: of provenance and of quality issues."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from lxml import etree

from i18n.formats import html5
from i18n.formats.its.categories import Category, Information
from i18n.formats.its.loading import file_of, linked, parse_xml
from i18n.formats.its.local import completed
from i18n.formats.its.names import ITS, XML_ID
from i18n.formats.its.rules import Rules, script_bytes, scripts
from i18n.formats.its.said import collapsed
from i18n.formats.markup.depth import refuse
from i18n.model import Place
from i18n.problems import HabarError, problem

MAX_FILES = 20
"""Files with records that one document may refer to."""
HTML_SUFFIXES = (".html", ".htm")


@dataclass
class Standoff:
    """Finds the records of one document's references, each file once."""

    rules: Rules
    _groups: dict[str, dict[str, etree._Element]] = field(default_factory=dict)
    _unread: set[str] = field(default_factory=set)
    """The files that could not be read, which has been said."""

    def expanded(self, category: Category, values: Information, line: int | None) -> Information:
        """Values with the records that they refer to: ``revOrg[1]``, ``revOrg[2]``, in the order of the records.

        :param line: where the reference stands, for messages.
        """
        reference = values.get(category.standoff or "")
        if not reference:
            return values
        records = self._records(category, reference, Place(self.rules.place, line))
        numbered = {
            f"{key}[{number}]": value for number, record in enumerate(records, 1) for key, value in record.items()
        }
        return {**values, **numbered}

    def _records(self, category: Category, reference: str, place: Place) -> list[Information]:
        href, _, name = reference.partition("#")
        group = self._file(href, place).get(name)
        if group is None:
            if href not in self._unread:
                self._once(f"the reference “{reference}” leads to no records", place)
            return []
        return [_record(category, element) for element in group.iterchildren(f"{{{ITS}}}{category.record}")]

    def _once(self, message: str, place: Place) -> None:
        if all(known.message != message for known in self.rules.problems):
            self.rules.problems.append(problem("H146", place, message))

    def _file(self, href: str, place: Place) -> dict[str, etree._Element]:
        if href not in self._groups:
            try:
                self._groups[href] = self._read(href)
            except HabarError as error:
                self._groups[href] = {}
                self._unread.add(href)
                for found in error.problems:
                    self._once(found.message, place if found.code == "H143" else found.place)
        return self._groups[href]

    def _read(self, href: str) -> dict[str, etree._Element]:
        if not href:
            return _by_id(self.rules.root, self.rules.place, self.rules.html)
        place = linked(self.rules.place, file_of(href))
        if len(self._groups) > MAX_FILES:
            raise HabarError(problem("H146", Place(self.rules.place), f"more than {MAX_FILES} files hold records"))
        data = self.rules.load(href, self.rules.place)
        html = PurePosixPath(place).suffix.lower() in HTML_SUFFIXES
        root = _page(data.decode("utf-8", "replace"), place) if html else parse_xml(data, place)
        return _by_id(root, place, html)


def _page(text: str, place: str) -> etree._Element:
    refuse(text, place)
    return html5.parse(text)


def _by_id(root: etree._Element, place: str, html: bool) -> dict[str, etree._Element]:
    """The groups of records in a document, by their id."""
    roots = [root]
    if html:
        roots += [parse_xml(script_bytes(text), place) for script in scripts(root) if (text := script.text)]
    found: dict[str, etree._Element] = {}
    for tree in roots:
        for element in tree.iter(f"{{{ITS}}}provenanceRecords", f"{{{ITS}}}locQualityIssues"):
            found.setdefault(element.get(XML_ID, ""), element)
    return found


def _record(category: Category, element: etree._Element) -> Information:
    values = {
        key.name: collapsed(element.get(key.name, ""))
        for key in category.keys
        if key.name in element.attrib and key.name != category.standoff
    }
    return completed(category, values)
