"""One Word file while it is read: its parts, and what was decided about the things in its text."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from i18n.formats.docx import changes
from i18n.formats.docx.found import Found, Paragraphs, inside
from i18n.formats.docx.made import MOST_ELEMENTS, Text, w
from i18n.formats.docx.numbering import Numbering
from i18n.formats.docx.package import Package
from i18n.formats.docx.parts import Part, Target, attribute, child, name_of, parse, relationships, texts
from i18n.formats.docx.pictures import Pictures
from i18n.formats.docx.story import Story
from i18n.formats.docx.styles import Styles
from i18n.model import Place, Remark
from i18n.problems import HabarError, problem

_STORIES = {"footnotes": "footnotes", "endnotes": "endnotes", "header": "header", "footer": "footer"}
MOST_VERSIONS = 4
"""Drawings in several versions in each other. Each is compared as a whole."""
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))


class Reading:
    """Everything that the stories of one Word file share."""

    def __init__(self, package: Package, path: str) -> None:
        """:raises HabarError: H155 for a file without a text, H156 and H157 for parts that cannot be read."""
        self.package = package
        self.path = path
        self.document = self._part(_main(package, path))
        body = child(self.document.root, "w:body")
        if body is None:
            raise HabarError(problem("H157", Place(path), f"the part {self.document.name} has no text (w:body)"))
        self.body = body
        self.found = Found(path)
        self.paragraphs = Paragraphs(self.document.root)
        self.styles = Styles(self._only("styles"))
        self.numbering = Numbering(self._only("numbering"))
        self.text = Text(etree.Element(w("body")))
        self.notes = {kind: self._notes(f"{kind}s") for kind in ("footnote", "endnote")}
        self.taken: set[etree._Element] = set()
        """Notes that a reference led to."""
        self.pictures = Pictures(self)
        self._at: int | None = None
        self._last: int | None = None
        self._here = self.document

    def changes(self) -> list[changes.Change]:
        """Every tracked change of the file."""
        found = changes.tracked(self.document.root, "", self.paragraphs)
        for kind, shown in _STORIES.items():
            for name in self._named(kind):
                found += changes.tracked(self._part(name).root, shown, None)
        return found

    def run(self) -> None:
        """Takes the text over. See ``text`` and ``found`` then."""
        story = Story(self, body=True)
        story.blocks(self.body, self.text.body)
        story.finish(self.text.body)
        if self.text.size > MOST_ELEMENTS:
            message = "the text is longer than a book: it has too many paragraphs and changes of type"
            raise HabarError(problem("H156", Place(self.path), message))

    # What the stories ask ------------------------------------------------------------------------

    def number(self, element: etree._Element) -> int | None:
        """Of the paragraph that an element stands in, or comes after; for a note, that of its reference."""
        if self._at is None:
            self._last = self.paragraphs.of(element) or self._last
        return self._at or self._last

    def target(self, id: str) -> Target | None:
        """What a relationship of the part at hand leads to."""
        return self._here.targets.get(id)

    def link(self, address: str) -> int:
        """The number of a link to an address, from 1."""
        return self.text.links.setdefault(address, len(self.text.links) + 1)

    def unknown(self, element: etree._Element) -> None:
        """An element that is not taken over. What text is in it is left out."""
        if text := texts(element):
            self.found.leave(text, self.number(element), f"unknown element {name_of(element)}")

    def alternative(self, element: etree._Element) -> etree._Element | None:
        """Of several versions of one thing, the first that shows something. Text that only others have is left out."""
        if inside(element, name_of(element)) > MOST_VERSIONS:
            self.unknown(element)
            return None
        versions = [one for one in element if name_of(one) in ("mc:Choice", "mc:Fallback")]
        chosen = next((one for one in versions if texts(one)), versions[0] if versions else None)
        shown = "" if chosen is None else "".join(texts(chosen).split())
        for one in versions:
            other = texts(one)
            if one is not chosen and "".join(other.split()) not in shown:
                self.found.leave(other, self.number(element), "other version of a drawing")
        return chosen

    def refuses_control(self, element: etree._Element) -> bool:
        """Whether a content control holds nothing of the text: a prompt, or a generated table of contents."""
        properties = child(element, "w:sdtPr")
        gallery = attribute(child(properties, "w:docPartObj", "w:docPartGallery"), "w:val")
        rule = "table of contents" if gallery == "Table of Contents" else ""
        rule = rule or ("prompt of a content control" if child(properties, "w:showingPlcHdr") is not None else "")
        if rule:
            for paragraph in _paragraphs(element):
                self.found.leave(texts(paragraph), self.number(paragraph), rule)
        return bool(rule)

    def picture(self, element: etree._Element) -> list[etree._Element]:
        """Says what a drawing holds. Returns its text boxes."""
        return self.pictures.look(element)

    def box(self, element: etree._Element) -> None:
        """A text box is put behind its paragraph."""
        number = self.number(element)
        shown = texts(element)[:60]
        message = f"paragraph {number}: the text box “{shown}” was put behind its paragraph"
        if shown:
            self.found.remarks.append(Remark("H160", self.found.place(number), message))

    def note(self, kind: str, id: str, number: int | None) -> int:
        """The new number of a note, with its text taken over; 0 where it is not there, or was met before."""
        part, notes = self.notes[kind]
        element = notes.get(id)
        if part is None or element is None or element in self.taken or self._here is not self.document:
            return 0
        self.taken.add(element)
        made = etree.Element(w("footnote"))
        self.text.notes.append(made)
        made.set(w("id"), str(len(self.text.notes)))
        self._here, self._at = part, number
        story = Story(self, body=False)
        story.blocks(element, made)
        story.finish(made)
        self._here, self._at = self.document, None
        return int(made.get(w("id")))

    # Parts ---------------------------------------------------------------------------------------

    def _part(self, name: str) -> Part:
        return Part(name, parse(self.package, name, self.path), relationships(self.package, name, self.path))

    def _named(self, kind: str) -> Iterator[str]:
        """The parts of the file that are the document's ``kind``, such as its headers."""
        return (name for name in self.document.of_kind(kind) if self.package.has(name))

    def _only(self, kind: str) -> etree._Element | None:
        name = next(self._named(kind), None)
        return None if name is None else parse(self.package, name, self.path)

    def _notes(self, kind: str) -> tuple[Part | None, dict[str, etree._Element]]:
        name = next(self._named(kind), None)
        if name is None:
            return None, {}
        part = self._part(name)
        return part, {attribute(one, "w:id"): one for one in part.root if attribute(one, "w:type") not in _SEPARATORS}


def _main(package: Package, path: str) -> str:
    """The name of the part with the text."""
    kinds = relationships(package, "", path).values()
    named = next((target.name for target in kinds if target.kind == "officeDocument"), "word/document.xml")
    if not package.has(named):
        raise HabarError(problem("H155", Place(path), "there is no text in the archive: this is no Word file"))
    return named


def _paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    return iter([one for one in element.iter() if name_of(one) == "w:p"] or [element])
