"""The door to mammoth: from the text that was taken over to HTML with one line for every paragraph."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any

from lxml import etree

from i18n.formats.docx.made import Made, Text, add, w
from i18n.formats.docx.parts import W
from i18n.formats.docx.roles import QUOTE
from i18n.model import Place
from i18n.problems import HabarError, problem

_STYLES = (*(f"Heading{level}" for level in range(1, 7)), QUOTE)
_MAP = f"p.{QUOTE} => blockquote > p:fresh"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DAY = (1980, 1, 1, 0, 0, 0)
_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/></Types>"""
_MARK = re.compile(r'(<(?:p|li|h[1-6])>)?<a id="p(\d+)"></a>')
_REFERENCE = re.compile(r'<sup><a href="#footnote-(\d+)" id="footnote-ref-\1">\[\d+\]</a></sup>')
_BACK = re.compile(r'(?:<p> <a href="#footnote-ref-\d+">↑</a></p>| <a href="#footnote-ref-\d+">↑</a>)')
_NOTE = re.compile(r'<li id="footnote-(\d+)">')
_BLOCK = re.compile(r"(?=</?(?:table|thead|tbody|tr|ul|ol|blockquote)\b)")
_TAG = re.compile(r"<[^>]*>")


@dataclass(slots=True)
class Page:
    """What the converter made."""

    html: str
    """What belongs into ``body``."""
    serials: dict[int, int] = field(default_factory=dict)
    """By the lines of ``html``, from 1: the paragraph that stands there."""
    lost: list[str] = field(default_factory=list)
    """What it could not convert, in its words."""


def convert(text: Text, path: str) -> Page:
    """The text as HTML.

    :raises HabarError: H161 where the converter is not installed, H156 for what is nested too deeply for it.
    """
    try:
        import mammoth  # only for those who have Word files
    except ImportError as error:
        raise HabarError(problem("H161", Place(path), "Word files need the extra habar[docx]")) from error
    try:
        result: Any = mammoth.convert_to_html(
            io.BytesIO(_package(text)), style_map=_MAP, include_embedded_style_map=False, convert_image=lambda _: []
        )
    except RecursionError as error:
        raise HabarError(problem("H156", Place(path), "the text is nested too deeply")) from error
    page = _lines(_notes(result.value), {made.serial: made for made in text.paragraphs})
    page.lost += [message.message for message in result.messages]
    return page


def missing(page: Page, text: Text) -> list[Made]:
    """The paragraphs that did not come through whole."""
    found: dict[int, str] = {}
    serial = 0
    for number, line in enumerate(page.html.split("\n"), 1):
        serial = page.serials.get(number, serial)
        found[serial] = found.get(serial, "") + unescape(_TAG.sub("", line))
    return [made for made in text.paragraphs if not _within(made.text, found.get(made.serial, ""))]


def _within(text: str, line: str) -> bool:
    """Whether every character of a text is in a line, in its order. Numbers of notes may stand between."""
    letters = iter(line)
    return all(letter in letters for letter in text if not letter.isspace())


# What mammoth is given -------------------------------------------------------------------------


def _package(text: Text) -> bytes:
    """A Word file with the text and nothing else."""
    document = etree.Element(w("document"), nsmap={"w": W, "r": _OFFICE})
    document.append(text.body)
    notes = etree.Element(w("footnotes"), nsmap={"w": W, "r": _OFFICE})
    notes.extend(text.notes)
    links = "".join(
        f'<Relationship Id="link{number}" Type="{_OFFICE}/hyperlink" Target="{escape(address)}" TargetMode="External"/>'
        for address, number in text.links.items()
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relationships(_relationship("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relationships(
            "".join(_relationship(kind, f"{kind}.xml") for kind in ("styles", "numbering", "footnotes")) + links
        ),
        "word/_rels/footnotes.xml.rels": _relationships(links),
        "word/document.xml": etree.tostring(document),
        "word/footnotes.xml": etree.tostring(notes),
        "word/styles.xml": etree.tostring(_styles()),
        "word/numbering.xml": etree.tostring(_numbering()),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _DAY), data)
    return made.getvalue()


def _relationship(kind: str, target: str) -> str:
    return f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _relationships(inner: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _styles() -> etree._Element:
    root = etree.Element(w("styles"), nsmap={"w": W})
    for name in _STYLES:
        add(add(root, "style", type="paragraph", styleId=name), "name", val=name)
    return root


def _numbering() -> etree._Element:
    """List 1 has bullets, list 2 numbers."""
    root = etree.Element(w("numbering"), nsmap={"w": W})
    for number, kind in (("1", "bullet"), ("2", "decimal")):
        levels = add(root, "abstractNum", abstractNumId=number)
        for level in range(9):
            add(add(levels, "lvl", ilvl=str(level)), "numFmt", val=kind)
    for number in ("1", "2"):
        add(add(root, "num", numId=number), "abstractNumId", val=number)
    return root


# What comes out of it --------------------------------------------------------------------------


def _notes(html: str) -> str:
    """Notes with short names. The arrow back to the text goes: it is no text."""
    html = _REFERENCE.sub(r'<sup translate="no"><a href="#note-\1" id="reference-\1">\1</a></sup>', html)
    return _NOTE.sub(r'<li id="note-\1">', _BACK.sub("", html))


def _lines(html: str, paragraphs: dict[int, Made]) -> Page:
    """Every paragraph on a line of its own, in place of the marks that went through the converter."""
    page = Page("")
    counts: dict[tuple[int, str], int] = {}
    parts: list[str] = []
    position = line = 0
    line = 1
    for mark in _MARK.finditer(html):
        before = _BLOCK.sub("\n", html[position : mark.start()])
        parts += [before, "\n", _start(mark[1] or "", paragraphs[int(mark[2])], counts)]
        line += before.count("\n") + 1
        page.serials[line] = int(mark[2])
        position = mark.end()
    page.html = "".join([*parts, _BLOCK.sub("\n", html[position:])])
    return page


def _start(tag: str, made: Made, counts: dict[tuple[int, str], int]) -> str:
    """The start tag of a paragraph. An item of a list says its number where that is not the next one."""
    if tag != "<li>" or made.label is None:
        counts.clear()
        return tag
    for known in [key for key in counts if key[0] > made.level or (key[0] == made.level and key[1] != made.label.kind)]:
        del counts[known]
    expected = counts.get((made.level, made.label.kind), 0) + 1
    counts[made.level, made.label.kind] = made.label.number
    return tag if made.label.kind == "bullet" or made.label.number == expected else f'<li value="{made.label.number}">'
